import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { OptimizationProvider } from 'react-prompt-optimization'
import { createOptimizationClient } from 'react-prompt-optimization/api'
import { createJobSimulator } from 'react-prompt-optimization/testing'

const MINUTE_MS = 60_000
const simulator = createJobSimulator()
const client = createOptimizationClient({ baseUrl: 'https://service.test/api/v2', fetch: simulator })
const queryClient = new QueryClient()
const links = { testRun: () => '/test-run', comparison: () => '/comparison' }

export const projectId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
export const jobs = {
  running: simulator.addJob({ projectId, ageMs: MINUTE_MS }),
  completed: simulator.addJob({ projectId, ageMs: 60 * MINUTE_MS }),
  failed: simulator.addJob({ projectId, scenario: 'failed', ageMs: 60 * MINUTE_MS }),
  cancelled: simulator.addJob({ projectId, scenario: 'cancelled', ageMs: 60 * MINUTE_MS }),
}

/** Jobs of a simulated service. */
export function Service({ children }: { children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <OptimizationProvider client={client} links={links}>
        {children}
      </OptimizationProvider>
    </QueryClientProvider>
  )
}
