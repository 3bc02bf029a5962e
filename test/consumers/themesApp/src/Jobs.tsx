import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  JobList,
  JobStatusCard,
  OptimizationProvider,
  StartJobForm,
  useOptimizationJob,
} from 'react-prompt-optimization'
import { createOptimizationClient } from 'react-prompt-optimization/api'
import { createJobSimulator } from 'react-prompt-optimization/testing'

const projectId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const simulator = createJobSimulator()
const client = createOptimizationClient({ baseUrl: 'https://service.test/api/v2', fetch: simulator })
const MINUTE_MS = 60_000
const jobs = {
  running: simulator.addJob({ projectId, ageMs: MINUTE_MS }),
  completed: simulator.addJob({ projectId, ageMs: 60 * MINUTE_MS }),
  failed: simulator.addJob({ projectId, scenario: 'failed', ageMs: 60 * MINUTE_MS }),
  cancelled: simulator.addJob({ projectId, scenario: 'cancelled', ageMs: 60 * MINUTE_MS }),
}
const links = { testRun: () => '/test-run', comparison: () => '/comparison' }

/** A card for each phase, the list and the form, on a simulated service. */
export function Jobs() {
  return (
    <QueryClientProvider client={new QueryClient()}>
      <OptimizationProvider client={client} links={links}>
        <div style={{ display: 'grid', gap: 16, maxWidth: 560, padding: 16 }}>
          {Object.entries(jobs).map(([title, jobId]) => (
            <Job key={jobId} title={title} jobId={jobId} />
          ))}
          <JobList projectId={projectId} />
          <StartJobForm projectId={projectId} />
        </div>
      </OptimizationProvider>
    </QueryClientProvider>
  )
}

function Job({ title, jobId }: { title: string; jobId: string }) {
  const state = useOptimizationJob({ projectId, jobId })
  return <JobStatusCard state={state} title={title} headingLevel={2} onCancel={() => undefined} />
}
