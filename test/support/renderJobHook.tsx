import { type DefaultOptions, QueryClient } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ComponentType, ReactNode } from 'react'
import { type Mock, vi } from 'vitest'
import type { OptimizationClientOptions } from '../../src/api.js'
import { type UseOptimizationJobOptions, useOptimizationJob } from '../../src/index.js'
import { createTestApp } from '../../src/testingReact.js'
import { respond } from './respond.js'

export const PROJECT_ID = '0b6e7c1e-6a39-4a1b-9d2c-111111111111'
export const JOB_ID = '0b6e7c1e-6a39-4a1b-9d2c-222222222222'

type Fetch = (request: Request) => Promise<Response>
type Wrapper = ComponentType<{ children: ReactNode }>

interface AppOptions {
  getToken?: OptimizationClientOptions['getToken']
  defaultOptions?: DefaultOptions
}

/** Mock fetch with scripted responses, the last of which repeats. */
export function scriptedFetch(...script: (unknown | Response | (() => Response | Promise<Response>))[]) {
  const queue = [...script]
  return vi.fn(async (_request: Request): Promise<Response> => {
    const next = queue.length > 1 ? queue.shift() : queue[0]
    const resolved = await (typeof next === 'function' ? next() : next)
    return resolved instanceof Response ? resolved.clone() : respond(resolved)
  })
}

/** Records when requests are sent, in milliseconds from now. */
export function recordRequestTimes(fetch: Mock<Fetch>): number[] {
  const times: number[] = []
  const startedAt = Date.now()
  const implementation = fetch.getMockImplementation() as Fetch
  fetch.mockImplementation((request) => {
    times.push(Date.now() - startedAt)
    return implementation(request)
  })
  return times
}

/** Renders `useOptimizationJob`, in its own app or in an existing one. */
export function renderJobHook(
  fetch: Fetch,
  options: Partial<UseOptimizationJobOptions> = {},
  app: Wrapper | AppOptions = {},
) {
  const { defaultOptions, ...clientOptions } = typeof app === 'function' ? {} : app
  const queryClient = defaultOptions && new QueryClient({ defaultOptions })
  const { wrapper, ...parts } = createTestApp({ fetch, queryClient, ...clientOptions })
  const App = typeof app === 'function' ? app : wrapper
  const hook = renderHook(
    (props: Partial<UseOptimizationJobOptions>) =>
      useOptimizationJob({ projectId: PROJECT_ID, jobId: JOB_ID, ...props }),
    { wrapper: App, initialProps: options },
  )
  return { ...hook, ...parts, App }
}

/** Advances fake timers inside `act`. */
export async function advance(delayMs = 0): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(delayMs))
}

/** Advances a time in which requests follow each other: in steps, because React 18 renders at the end of each `act`. */
export async function settle(durationMs = 1_000): Promise<void> {
  for (let elapsedMs = 0; elapsedMs < durationMs; elapsedMs += 200) await advance(200)
}
