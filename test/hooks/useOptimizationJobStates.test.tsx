import {
  focusManager,
  onlineManager,
  QueryClient,
  useQueries,
  useSuspenseQueries,
} from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { type ReactNode, Suspense } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type JobPollingOptions,
  type OptimizationJobQueryOptions,
  type OptimizationJobState,
  optimizationJobOptions,
  optimizationKeys,
  useOptimizationClient,
  useOptimizationJob,
  useOptimizationJobStates,
} from '../../src/index.js'
import { buildJob } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, JOB_ID, PROJECT_ID, scriptedFetch, settle } from '../support/renderJobHook.js'
import { respond } from '../support/respond.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  focusManager.setFocused(undefined)
  onlineManager.setOnline(true)
})

const OTHER_ID = '0b6e7c1e-6a39-4a1b-9d2c-333333333333'
const reference = { projectId: PROJECT_ID, jobId: JOB_ID }
const running = buildJob({ job_id: JOB_ID })
const lastStep = buildJob({
  job_id: JOB_ID,
  progress: { step: 4, total_steps: 4, step_name: 'Running optimized test' },
})
const unavailable = respond({}, { status: 503 })
const denied = respond({}, { status: 403 })

interface Options extends JobPollingOptions {
  /** Changes the options that the app passes to `useQueries`. */
  change?: (options: OptimizationJobQueryOptions) => OptimizationJobQueryOptions
  queryClient?: QueryClient
}

/** The state of `useOptimizationJob`, and that of a result of `useQueries`, in two components of one app. */
function setUp(
  script: readonly unknown[],
  { change = (options) => options, queryClient, ...polling }: Options = {},
) {
  const fetch = scriptedFetch(...script)
  const { wrapper } = createTestApp({ fetch, queryClient })
  const hook = renderHook(() => useOptimizationJob({ ...reference, ...polling }), { wrapper })
  const onRender = vi.fn()
  const { result } = renderHook(
    () => {
      const client = useOptimizationClient()
      const queries = [change(optimizationJobOptions(client, { ...reference, ...polling }))]
      const states = useOptimizationJobStates(queries, useQueries({ queries }))
      onRender()
      return states[0] as OptimizationJobState
    },
    { wrapper },
  )
  const expectSame = () => {
    const { refetch, ...state } = result.current
    const { refetch: _, ...expected } = hook.result.current
    expect(state).toEqual(expected)
    expect(refetch).toBeTypeOf('function')
  }
  /** Compares the states five times a second. */
  const compareFor = async (durationMs: number) => {
    for (let elapsedMs = 0; elapsedMs < durationMs; elapsedMs += 200) {
      expectSame()
      await advance(200)
    }
    expectSame()
  }
  return { fetch, result, hook, onRender, expectSame, compareFor }
}

describe('a state of useOptimizationJobStates equals that of useOptimizationJob', () => {
  it.each([
    ['a queued job', 'queued', 'live', [buildJob({ job_id: JOB_ID, status: 'pending', progress: null })]],
    ['a running job', 'running', 'live', [running, lastStep]],
    ['a job that is being canceled', 'running', 'live', [buildJob({ job_id: JOB_ID, status: 'cancelling' })]],
    ['a completed job', 'completed', 'live', [running, buildJob({ job_id: JOB_ID, status: 'completed' })]],
    [
      'a failed job',
      'failed',
      'live',
      [buildJob({ job_id: JOB_ID, status: 'failed', error_message: 'No.' })],
    ],
    ['a canceled job', 'cancelled', 'live', [buildJob({ job_id: JOB_ID, status: 'cancelled' })]],
    ['a job that is not found', 'error', 'live', [respond({}, { status: 404 })]],
    ['a job that is denied', 'error', 'live', [denied]],
    ['a job of which no request has succeeded', 'loading', 'retrying', [unavailable]],
    ['a running job whose requests fail', 'running', 'retrying', [running, unavailable]],
    ['a running job that is denied once', 'running', 'live', [running, denied, running]],
    ['a running job that is denied', 'error', 'live', [running, denied]],
    ['a running job with invalid responses', 'running', 'retrying', [running, respond({ status: 7 })]],
    [
      'a running job whose service asks to wait',
      'running',
      'retrying',
      [running, respond({}, { status: 429, headers: { 'retry-after': '90' } })],
    ],
  ] as const)('for %s', async (_, kind, connection, script) => {
    const { result, compareFor } = setUp(script)
    await compareFor(80_000)
    expect(result.current).toMatchObject({ kind, connection })
  })

  it('while the first request is pending, and while it is repeated', async () => {
    const pending = new Promise<Response>(() => {})
    const { result, compareFor } = setUp([unavailable, () => pending])
    await compareFor(10_000)
    expect(result.current).toMatchObject({ kind: 'loading', connection: 'retrying', isFetching: true })
    expect(result.current.error?.status).toBe(503)
  })

  it('for a stalled job', async () => {
    const { result, compareFor } = setUp([running], { stallAfterMs: 20_000 })
    await compareFor(40_000)
    expect(result.current.stalledSince).not.toBeNull()
  })

  it('while the browser is offline, and after it has reconnected', async () => {
    const { result, compareFor } = setUp([running])
    await compareFor(3_000)
    act(() => onlineManager.setOnline(false))
    expect(result.current).toMatchObject({ connection: 'offline', lastUpdatedAt: expect.any(Number) })
    await compareFor(30_000)
    act(() => onlineManager.setOnline(true))
    await compareFor(3_000)
    expect(result.current.connection).toBe('live')
  })

  it('while the page is hidden, and as soon as it is visible', async () => {
    const { result, compareFor } = setUp([running])
    await compareFor(3_000)
    act(() => focusManager.setFocused(false))
    expect(result.current).toMatchObject({ connection: 'paused', lastUpdatedAt: expect.any(Number) })
    await compareFor(3_000)
    act(() => focusManager.setFocused(true))
    expect(result.current.connection).toBe('live')
    await compareFor(3_000)
  })

  it('while the page is hidden and polled in the background', async () => {
    const { result, compareFor } = setUp([running], { pollInBackground: true })
    await compareFor(3_000)
    act(() => focusManager.setFocused(false))
    await compareFor(30_000)
    expect(result.current.connection).toBe('live')
  })

  it('for a poll interval of the app', async () => {
    const { result, compareFor } = setUp([running, unavailable], { pollIntervalMs: 2_000 })
    await compareFor(12_000)
    expect(result.current.nextPollAt).toBeGreaterThan(Date.now())
  })

  it('for cached data of another version', async () => {
    const queryClient = new QueryClient()
    queryClient.setQueryData(optimizationKeys.job(reference), { version: 0 } as never)
    const { result, compareFor } = setUp([unavailable], { queryClient })
    await compareFor(12_000)
    expect(result.current).toMatchObject({ kind: 'loading', connection: 'retrying' })
  })

  it('after a jump of the device’s clock', async () => {
    const { compareFor } = setUp([running, unavailable])
    await compareFor(12_000)
    vi.setSystemTime(Date.now() + 3_600_000)
    await compareFor(12_000)
  })
})

describe('useOptimizationJobStates', () => {
  it('is `idle` without `enabled` and a job, and `paused` with one', async () => {
    const change = (options: OptimizationJobQueryOptions) => ({ ...options, enabled: false })
    const { result } = setUp([running], { change })
    expect(result.current).toMatchObject({ kind: 'idle', connection: 'live' })
    await settle()
    expect(result.current).toMatchObject({ kind: 'running', connection: 'paused' })
  })

  it('is `paused` without an interval', async () => {
    const change = (options: OptimizationJobQueryOptions) => ({ ...options, refetchInterval: false as const })
    const { result } = setUp([running, unavailable], { change })
    await settle(12_000)
    expect(result.current).toMatchObject({ kind: 'running', connection: 'paused', nextPollAt: null })
  })

  it('has a `refetch` that stays the same, reports that it is pending and never rejects', async () => {
    const { fetch, result } = setUp([respond({}, { status: 404 }), respond({}, { status: 404 }), running])
    await settle()
    const { refetch } = result.current
    let pending = Promise.resolve()
    act(() => {
      pending = refetch()
    })
    expect(result.current).toMatchObject({ kind: 'error', isFetching: true })
    await settle()
    await expect(pending).resolves.toBeUndefined()
    expect(result.current).toMatchObject({ kind: 'error', isFetching: false })
    await act(refetch)
    await settle()
    expect(fetch).toHaveBeenCalledTimes(3)
    expect(result.current).toMatchObject({ kind: 'running', isFetching: false })
    expect(result.current.refetch).toBe(refetch)
  })

  it('reports a pending `refetch` of a known job', async () => {
    const { fetch, result } = setUp([running])
    await settle()
    fetch.mockImplementation(() => new Promise(() => {}))
    act(() => void result.current.refetch())
    await settle()
    expect(result.current).toMatchObject({ kind: 'running', isFetching: true })
  })

  it('reports a retry that waits for the network', async () => {
    const { result, hook, expectSame } = setUp([respond({}, { status: 404 }), running])
    await settle()
    act(() => onlineManager.setOnline(false))
    act(() => void hook.result.current.refetch())
    await settle()
    expect(result.current).toMatchObject({ kind: 'error', connection: 'offline', isFetching: true })
    expectSame()
  })

  it('does not render for responses that change nothing', async () => {
    const { fetch, onRender } = setUp([running])
    await settle(3_000)
    onRender.mockClear()
    await settle(60_000)
    expect(fetch.mock.calls.length).toBeGreaterThan(5)
    expect(onRender).not.toHaveBeenCalled()
  })

  it('returns the same states and array until they change, also in another order', async () => {
    const fetch = scriptedFetch(running)
    fetch.mockImplementation(async ({ url }) =>
      respond(buildJob({ job_id: url.includes(OTHER_ID) ? OTHER_ID : JOB_ID })),
    )
    const { result, rerender } = renderHook(
      (jobIds: readonly string[]) => {
        const client = useOptimizationClient()
        const queries = jobIds.map((jobId) =>
          optimizationJobOptions(client, { projectId: PROJECT_ID, jobId }),
        )
        return useOptimizationJobStates(queries, useQueries({ queries }))
      },
      { wrapper: createTestApp({ fetch }).wrapper, initialProps: [JOB_ID, OTHER_ID] },
    )
    await settle()
    const states = result.current
    expect(states.map(({ job }) => job?.jobId)).toEqual([JOB_ID, OTHER_ID])
    rerender([JOB_ID, OTHER_ID])
    expect(result.current).toBe(states)
    rerender([OTHER_ID, JOB_ID])
    await settle()
    expect(result.current[0]).toBe(states[1])
    expect(result.current[1]).toBe(states[0])
    rerender([])
    expect(result.current).toEqual([])
  })

  it('takes the results of `useSuspenseQueries`', async () => {
    const { wrapper: App } = createTestApp({ fetch: scriptedFetch(running) })
    const wrapper = ({ children }: { children: ReactNode }) => (
      <App>
        <Suspense>{children}</Suspense>
      </App>
    )
    const { result } = renderHook(
      () => {
        const client = useOptimizationClient()
        const queries = [optimizationJobOptions(client, reference)] as const
        return useOptimizationJobStates(queries, useSuspenseQueries({ queries }))
      },
      { wrapper },
    )
    await settle()
    expect(result.current[0]).toMatchObject({ kind: 'running', connection: 'live' })
  })
})
