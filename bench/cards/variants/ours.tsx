import 'react-prompt-optimization/styles.css'
import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { JobStatusCard, OptimizationProvider, useOptimizationJob } from 'react-prompt-optimization'
import { createOptimizationClient } from 'react-prompt-optimization/api'
import { PROJECT_ID, type Setting } from '../wire.js'

const client = createOptimizationClient({ baseUrl: '/api/v2' })

export function mount(root: HTMLElement, { jobIds, pollMs, isBatchedByFrame }: Setting): void {
  if (isBatchedByFrame) notifyOncePerFrame()
  createRoot(root).render(
    <QueryClientProvider client={new QueryClient()}>
      <OptimizationProvider client={client}>
        {jobIds.map((jobId) => (
          <Job key={jobId} jobId={jobId} pollIntervalMs={pollMs ?? 3_600_000} />
        ))}
      </OptimizationProvider>
    </QueryClientProvider>,
  )
}

function notifyOncePerFrame() {
  const callbacks: (() => void)[] = []
  notifyManager.setScheduler((callback) => {
    if (callbacks.push(callback) > 1) return
    requestAnimationFrame(() => {
      for (const each of callbacks.splice(0)) each()
    })
  })
}

function Job({ jobId, pollIntervalMs }: { jobId: string; pollIntervalMs: number }) {
  return <JobStatusCard state={useOptimizationJob({ projectId: PROJECT_ID, jobId, pollIntervalMs })} />
}
