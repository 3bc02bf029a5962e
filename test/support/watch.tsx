import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { createOptimizationClient } from '../../src/api.js'
import { OptimizationProvider, type UseOptimizationJobOptions, useOptimizationJob } from '../../src/index.js'
import { respond } from './respond.js'

export const PROJECT_ID = '0b6e7c1e-6a39-4a1b-9d2c-111111111111'
export const JOB_ID = '0b6e7c1e-6a39-4a1b-9d2c-222222222222'

/** A fake service: answers requests one after the other from a script, whose last entry repeats, and counts them. */
export function scriptedFetch(...script: (unknown | Response | (() => Response | Promise<Response>))[]) {
  const queue = [...script]
  return vi.fn(async (_request: Request): Promise<Response> => {
    const next = queue.length > 1 ? queue.shift() : queue[0]
    const answer = typeof next === 'function' ? next() : next
    const resolved = await answer
    return resolved instanceof Response ? resolved.clone() : respond(resolved)
  })
}

/** The providers that an app has, with a fresh cache. */
export function appFor(fetch: (request: Request) => Promise<Response>) {
  const queryClient = new QueryClient()
  const client = createOptimizationClient({ baseUrl: 'https://service.test/api/v2', fetch })
  function App({ children }: { children: ReactNode }) {
    return (
      <QueryClientProvider client={queryClient}>
        <OptimizationProvider client={client}>{children}</OptimizationProvider>
      </QueryClientProvider>
    )
  }
  return { App, client, queryClient }
}

/** Watches a job with the hook, on fake time. */
export function watchJob(
  fetch: (request: Request) => Promise<Response>,
  options: Partial<UseOptimizationJobOptions> = {},
) {
  const { App, ...app } = appFor(fetch)
  const hook = renderHook(
    (props: Partial<UseOptimizationJobOptions>) =>
      useOptimizationJob({ projectId: PROJECT_ID, jobId: JOB_ID, ...props }),
    { wrapper: App, initialProps: options },
  )
  return { ...hook, ...app }
}

/** Lets fake time pass, and React with it. */
export async function pass(delayMs = 0): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(delayMs))
}
