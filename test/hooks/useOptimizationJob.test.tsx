import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createOptimizationClient, type OptimizationJob, optimizationJobSchema } from '../../src/api.js'
import { OptimizationProvider, optimizationKeys, useOptimizationJob } from '../../src/index.js'
import { buildJob, createJobSimulator } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, JOB_ID, PROJECT_ID, renderJobHook, scriptedFetch } from '../support/renderJobHook.js'
import { respond } from '../support/respond.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const SECOND = 1_000
const HOUR = 3_600_000
const running = buildJob({ job_id: JOB_ID })
const completed = buildJob({ job_id: JOB_ID, status: 'completed' })

describe('useOptimizationJob', () => {
  it('polls a job from queued to completed, then stops', async () => {
    const simulator = createJobSimulator()
    const jobId = simulator.addJob({ projectId: PROJECT_ID, scenario: 'happy' })
    const fetch = vi.fn(simulator)
    const { result } = renderJobHook(fetch, { jobId })

    expect(result.current).toMatchObject({ kind: 'loading', job: null, connection: 'live' })
    await advance()
    expect(result.current).toMatchObject({ kind: 'queued', job: { jobId } })
    await advance(15_000)
    expect(result.current).toMatchObject({ kind: 'running', job: { progress: { step: 1 } } })
    await advance(400_000)
    expect(result.current).toMatchObject({ kind: 'completed', connection: 'live', error: null })
    expect(result.current.job?.changesSummary).toBeTruthy()
    expect(result.current.steps.map(({ step }) => step)).toEqual([1, 2, 3, 4])

    const requests = fetch.mock.calls.length
    await advance(24 * HOUR)
    expect(fetch).toHaveBeenCalledTimes(requests)
  })

  it('is idle and sends no request without a job ID', async () => {
    const fetch = scriptedFetch(running)
    const { result, rerender } = renderJobHook(fetch, { jobId: null })
    await advance(HOUR)
    expect(result.current).toMatchObject({ kind: 'idle', job: null, connection: 'live', steps: [] })
    expect(fetch).not.toHaveBeenCalled()
    rerender({ jobId: JOB_ID })
    await advance()
    expect(result.current.kind).toBe('running')
  })

  it('keeps the last job next to a non-retryable error', async () => {
    const { result } = renderJobHook(scriptedFetch(running, respond({}, { status: 400 })))
    await advance(20_000)
    expect(result.current).toMatchObject({
      kind: 'error',
      job: { jobId: JOB_ID },
      error: { status: 400 },
    })
  })

  it('resumes polling when a refetch succeeds after a non-retryable error', async () => {
    const fetch = scriptedFetch(respond({}, { status: 403 }), running, completed)
    const { result } = renderJobHook(fetch)
    await advance()
    const refetched = result.current.refetch()
    expect(result.current.kind).toBe('error')
    await advance()
    await refetched
    expect(result.current).toMatchObject({ kind: 'running', connection: 'live', error: null })
    await advance(15_000)
    expect(result.current.kind).toBe('completed')
  })

  it('reports `lastUpdatedAt` and `nextPollAt` while requests fail, also after unchanged responses', async () => {
    const down = () => respond({}, { status: 503 })
    const { result } = renderJobHook(scriptedFetch(running, running, down, down, running))
    await advance(19_000)
    expect(result.current).toMatchObject({ connection: 'live', lastUpdatedAt: null, nextPollAt: null })
    await advance(3_000)
    const { lastUpdatedAt, nextPollAt } = result.current
    expect(result.current.connection).toBe('retrying')
    // The second poll, 10 s ± 5 % after the first.
    expect(Date.now() - (lastUpdatedAt ?? 0)).toBeGreaterThan(9_500)
    expect(Date.now() - (lastUpdatedAt ?? 0)).toBeLessThan(13_000)
    expect(nextPollAt).toBeGreaterThan(Date.now())
    await advance(6_000)
    expect(result.current.lastUpdatedAt).toBe(lastUpdatedAt)
    expect(result.current.nextPollAt).toBeGreaterThan(nextPollAt ?? 0)
    await advance(12_000)
    expect(result.current).toMatchObject({ connection: 'live', lastUpdatedAt: null, nextPollAt: null })
  })

  it('reports `lastUpdatedAt` of a finished job', async () => {
    const { result } = renderJobHook(scriptedFetch(completed))
    await advance()
    expect(result.current.lastUpdatedAt).toBe(Date.now())
  })

  it('returns plain data, so that a copy is the same state', async () => {
    const { result } = renderJobHook(scriptedFetch(running))
    for (const kind of ['loading', 'running']) {
      const descriptors = Object.values(Object.getOwnPropertyDescriptors(result.current))
      expect(descriptors.every((descriptor) => 'value' in descriptor)).toBe(true)
      expect({ ...result.current }).toEqual(result.current)
      expect(result.current.kind).toBe(kind)
      await advance()
    }
  })

  it('keeps `refetch` the same function', async () => {
    const { result, rerender } = renderJobHook(scriptedFetch(running, completed))
    const { refetch } = result.current
    await advance(60_000)
    rerender({ jobId: 'another' })
    await advance()
    expect(result.current.refetch).toBe(refetch)
  })

  it('reports `isFetching` for the first fetch and for `refetch()`, and not for scheduled polls', async () => {
    const seen: boolean[] = []
    const slow = () => new Promise((resolve) => setTimeout(resolve, 500, running))
    const { result } = renderJobHook(scriptedFetch(slow))
    const record = async (delayMs: number) => {
      await advance(delayMs)
      seen.push(result.current.isFetching)
    }
    await record(400)
    await record(200)
    for (let polls = 0; polls < 40; polls++) await record(250)
    expect(seen.filter(Boolean)).toHaveLength(1)
    void result.current.refetch()
    await record(100)
    await record(500)
    expect(seen.slice(-2)).toEqual([true, false])
  })

  it('reports `isFetching` of its own job only, and from the first render', async () => {
    let isHanging = false
    const fetch = vi.fn(async ({ url }: Request) =>
      isHanging && url.endsWith(JOB_ID)
        ? new Promise<Response>(() => {})
        : respond(buildJob({ job_id: 'b' })),
    )
    const { result, rerender, App } = renderJobHook(fetch)
    renderJobHook(fetch, {}, App)
    await advance()
    isHanging = true
    act(() => void result.current.refetch())
    expect(result.current.isFetching).toBe(true)
    const seen: boolean[] = []
    renderHook(
      () => {
        const state = useOptimizationJob({ projectId: PROJECT_ID, jobId: 'b' })
        seen.push(state.isFetching)
      },
      { wrapper: App },
    )
    rerender({ jobId: 'b' })
    await advance()
    expect(seen).toEqual([true, false])
    expect(result.current.isFetching).toBe(false)
  })

  it('finishes `refetch()` when `enabled` turns false, and reports its error', async () => {
    let isDown = false
    const fetch = vi.fn(async () => {
      await new Promise((resolve) => setTimeout(resolve, 500))
      return isDown ? respond({}, { status: 503 }) : respond(running)
    })
    const { result, rerender } = renderJobHook(fetch, { enabled: false })
    isDown = true
    act(() => void result.current.refetch())
    await advance(SECOND)
    expect(result.current).toMatchObject({ kind: 'idle', error: { status: 503 } })
    rerender({ enabled: true })
    isDown = false
    await advance(60 * SECOND)
    const requests = fetch.mock.calls.length
    act(() => void result.current.refetch())
    rerender({ enabled: false })
    expect(result.current.isFetching).toBe(true)
    await advance(SECOND)
    expect(result.current).toMatchObject({ isFetching: false, lastUpdatedAt: Date.now() - 500 })
    expect(fetch).toHaveBeenCalledTimes(requests + 1)
  })

  it('keeps `lastUpdatedAt` current with `enabled: false` while another component polls', async () => {
    const { result, App } = renderJobHook(scriptedFetch(running), { enabled: false })
    renderJobHook(scriptedFetch(running), {}, App)
    await advance(60 * SECOND)
    expect(Date.now() - (result.current.lastUpdatedAt ?? 0)).toBeLessThan(11 * SECOND)
  })

  const job = optimizationJobSchema['~standard'].validate(running) as unknown as { value: OptimizationJob }
  it.each<[string, unknown]>([
    ['a response', running],
    ['a bare job', job.value],
    ['a record without a version', { job: job.value, steps: [], changedAt: 0, stalledSince: null }],
    ['another version', { version: 0, job: job.value, steps: [] }],
    ['no phase', { job: { ...job.value, phase: undefined }, steps: [] }],
    ['an unknown phase', { job: { ...job.value, phase: 'paused' }, steps: [] }],
    ['a record without a job', { version: 1, job: null }],
    ['a string', 'running'],
    ['null', null],
  ])('fetches at once if the cached data is %s', async (_, data) => {
    const { wrapper, queryClient } = createTestApp({ fetch: scriptedFetch(running) })
    queryClient.setQueryData<unknown>(
      [...optimizationKeys.job({ projectId: PROJECT_ID, jobId: JOB_ID })],
      data,
    )
    const { result } = renderHook(() => useOptimizationJob({ projectId: PROJECT_ID, jobId: JOB_ID }), {
      wrapper,
    })
    expect(result.current.kind).toBe('loading')
    await advance()
    expect(result.current).toMatchObject({ kind: 'running', connection: 'live' })
  })

  it('does not fetch with `enabled: false`, except for `refetch()`', async () => {
    const fetch = scriptedFetch(running)
    const { result, rerender } = renderJobHook(fetch, { enabled: false })
    await advance(HOUR)
    expect(result.current).toMatchObject({ kind: 'idle', job: null, isFetching: false })
    expect(fetch).not.toHaveBeenCalled()
    await act(() => result.current.refetch())
    await advance(HOUR)
    expect(result.current).toMatchObject({ kind: 'running', connection: 'paused' })
    expect(fetch).toHaveBeenCalledTimes(1)
    rerender({ enabled: true })
    await advance(SECOND)
    expect(result.current).toMatchObject({ kind: 'running', connection: 'live' })
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('reports `stalledSince` after `stallAfterMs` without progress', async () => {
    const startedAt = Date.now()
    const { result } = renderJobHook(scriptedFetch(running), { stallAfterMs: 60_000 })
    await advance(50_000)
    expect(result.current.stalledSince).toBeNull()
    await advance(30_000)
    expect(result.current).toMatchObject({ kind: 'running', stalledSince: startedAt })
  })
})

it('useOptimizationJob keeps polling after queryClient.clear()', async () => {
  const onFinish = vi.fn()
  const { result, queryClient } = renderJobHook(scriptedFetch(running, running, completed), { onFinish })
  await advance()
  queryClient.clear()
  await advance(60_000)
  expect(result.current.kind).toBe('completed')
  expect(onFinish).toHaveBeenCalledTimes(1)
})

describe('missing providers', () => {
  const client = createOptimizationClient({ baseUrl: '/api/v2' })

  /** Asserts the error and silences React’s report of it. */
  function expectToThrow(run: () => unknown, message: RegExp) {
    const onError = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(run).toThrow(message)
    onError.mockRestore()
  }

  it('useOptimizationJob throws without an OptimizationProvider', () => {
    const wrapper = ({ children }: { children: React.ReactNode }) => (
      <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
    )
    expectToThrow(
      () => renderHook(() => useOptimizationJob({ projectId: PROJECT_ID, jobId: JOB_ID }), { wrapper }),
      /No OptimizationProvider found. Wrap the app/,
    )
  })

  it('OptimizationProvider throws without a QueryClientProvider', () => {
    expectToThrow(
      () => render(<OptimizationProvider client={client} />),
      /use QueryClientProvider to set one/,
    )
  })
})
