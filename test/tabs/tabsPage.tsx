import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { OptimizationProvider, useOptimizationJob } from 'react-prompt-optimization'
import { createOptimizationClient, shareAcrossTabs } from 'react-prompt-optimization/api'

// The query string names the tab and the jobs it polls.
const query = new URLSearchParams(location.search)
const projectId = query.get('project') ?? ''
const client = shareAcrossTabs(
  createOptimizationClient({
    baseUrl: '/api/v2',
    fetch(request) {
      request.headers.set('X-Tab', query.get('tab') ?? '')
      return fetch(request)
    },
  }),
  { scope: 'user 1' },
)

function Job({ jobId }: { jobId: string }) {
  const { kind, connection } = useOptimizationJob({ projectId, jobId, pollIntervalMs: 1_000 })
  return <output aria-label={jobId}>{`${kind}, ${connection}`}</output>
}

const root = document.body.appendChild(document.createElement('main'))
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <OptimizationProvider client={client}>
        {query.getAll('job').map((jobId) => (
          <Job key={jobId} jobId={jobId} />
        ))}
      </OptimizationProvider>
    </QueryClientProvider>
  </StrictMode>,
)
