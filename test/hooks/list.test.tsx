import { focusManager, type InfiniteData } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OptimizationJobPage } from '../../src/api.js'
import { optimizationKeys, useOptimizationJob, useOptimizationJobList } from '../../src/index.js'
import { createJobSimulator, type JobSimulatorOptions } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, PROJECT_ID, recordRequestTimes } from '../support/renderJobHook.js'
import { respond } from '../support/respond.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  focusManager.setFocused(undefined)
})

const SECOND = 1_000
const HOUR = 3_600 * SECOND

function setUp(options: JobSimulatorOptions = {}) {
  const simulator = createJobSimulator(options)
  const fetch = vi.fn((request: Request) => simulator(request))
  const { wrapper: App, queryClient } = createTestApp({ fetch })
  const calls = (kind: 'list' | 'job') =>
    fetch.mock.calls.filter(([{ url }]) => url.includes('/prompt-optimization-jobs/') === (kind === 'job'))
      .length
  const list = (more = {}) =>
    renderHook(() => useOptimizationJobList({ projectId: PROJECT_ID, ...more }), { wrapper: App }).result
  return { simulator, fetch, App, queryClient, calls, list }
}

describe('useOptimizationJobList', () => {
  it('loads pages on demand and deduplicates jobs', async () => {
    const { simulator, list } = setUp({ pageSize: 2 })
    for (let minutes = 0; minutes < 5; minutes++) {
      simulator.addJob({ projectId: PROJECT_ID, scenario: 'failed', ageMs: HOUR + minutes * 60_000 })
    }
    const result = list()
    expect(result.current).toMatchObject({ kind: 'loading', jobs: [], hasMore: false })
    await advance()
    expect(result.current).toMatchObject({ kind: 'ready', hasMore: true })
    expect(result.current.jobs).toHaveLength(2)

    // A new job shifts the last job of the first page to the second.
    simulator.addJob({ projectId: PROJECT_ID, scenario: 'failed', ageMs: HOUR - 60_000 })
    for (let page = 0; page < 3; page++) {
      act(() => result.current.loadMore())
      await advance()
    }
    expect(result.current).toMatchObject({ hasMore: false })
    const ids = result.current.jobs.map(({ jobId }) => jobId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(5)
    await act(() => result.current.refetch())
    await advance()
    expect(result.current.jobs).toHaveLength(6)
  })

  it.each<[string, (data: InfiniteData<OptimizationJobPage>) => unknown]>([
    ['null', () => null],
    ['a string', () => 'rows'],
    ['a page', ({ pages }) => pages[0]],
    ['pages without parameters', ({ pages }) => ({ pages })],
    ['pages without jobs', (data) => ({ ...data, pages: [{}, null] })],
    ['rows without a phase', (data) => ({ ...data, pages: [{ jobs: [{ jobId: '1', status: 'running' }] }] })],
    [
      'rows with an unknown phase',
      (data) => ({ ...data, pages: [{ jobs: [{ ...data.pages[0]?.jobs[0], phase: 'paused' }] }] }),
    ],
  ])('fetches at once if the cached data is %s', async (_, getData) => {
    const { simulator, queryClient, list, App, calls } = setUp()
    simulator.addJob({ projectId: PROJECT_ID })
    const queryKey: readonly unknown[] = optimizationKeys.list({ projectId: PROJECT_ID })
    const { unmount } = renderHook(() => useOptimizationJobList({ projectId: PROJECT_ID }), { wrapper: App })
    await advance()
    unmount()
    queryClient.setQueryData(queryKey, getData(queryClient.getQueryData(queryKey) as never))
    // Not mounted: whatever looks at all lists skips it.
    queryClient.setQueryData(
      [...queryKey.slice(0, -1), { status: 'running' }],
      getData({ pages: [], pageParams: [] }),
    )
    const before = calls('list')
    const result = list()
    expect(result.current).toMatchObject({ kind: 'loading', jobs: [] })
    await advance()
    expect(result.current).toMatchObject({ kind: 'ready', jobs: [{ phase: 'queued' }] })
    expect(calls('list')).toBe(before + 1)
  })

  it('has no timer once it is not polled', async () => {
    const { fetch, list } = setUp()
    fetch.mockImplementation(async () => respond({}, { status: 403 }))
    list()
    await advance(60 * SECOND)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('polls while a job is active, and once a minute when none is', async () => {
    const { simulator, calls, list } = setUp()
    simulator.addJob({ projectId: PROJECT_ID, scenario: 'withoutTestRun' })
    simulator.addJob({ projectId: PROJECT_ID, scenario: 'failed', ageMs: HOUR })
    const result = list()
    await advance()
    expect(result.current.jobs.map(({ phase }) => phase)).toEqual(['queued', 'failed'])
    await advance(11 * SECOND)
    expect(result.current.jobs[0]?.phase).toBe('running')
    await advance(130 * SECOND)
    expect(result.current.jobs[0]?.phase).toBe('completed')
    const requestCount = calls('list')
    await advance(10 * 60 * SECOND)
    expect(calls('list')).toBe(requestCount + 10)
    simulator.addJob({ projectId: PROJECT_ID })
    await advance(60 * SECOND)
    expect(result.current.jobs).toHaveLength(3)
    expect(calls('job')).toBe(0)
  })

  it('accepts a poll interval that depends on the loaded jobs', async () => {
    const { simulator, calls, list } = setUp()
    simulator.addJob({ projectId: PROJECT_ID })
    list({ pollIntervalMs: (jobs: readonly unknown[] | null) => (jobs?.length === 1 ? 30 * SECOND : SECOND) })
    await advance(29 * SECOND)
    expect(calls('list')).toBe(1)
    await advance(2 * SECOND)
    expect(calls('list')).toBe(2)
  })

  it('updates the job’s query, so that a card needs no poll of its own', async () => {
    const { simulator, calls, list, App } = setUp()
    const jobId = simulator.addJob({
      projectId: PROJECT_ID,
      scenario: { steps: [], pendingMs: 7_000, ending: { outcome: 'completed', changesSummary: 'Shorter.' } },
    })
    const card = renderHook(
      () => useOptimizationJob({ projectId: PROJECT_ID, jobId, pollIntervalMs: 600 * SECOND }),
      { wrapper: App },
    ).result
    list({ pollIntervalMs: 3 * SECOND })
    await advance()
    expect(card.current.kind).toBe('queued')
    await advance(10 * SECOND)
    expect(card.current).toMatchObject({ kind: 'completed', job: { changesSummary: 'Shorter.' } })
    expect(calls('job')).toBe(2)
  })

  it('updates a card from queued to running without an extra request', async () => {
    const { simulator, calls, list, App } = setUp()
    const jobId = simulator.addJob({ projectId: PROJECT_ID })
    const card = renderHook(
      () => useOptimizationJob({ projectId: PROJECT_ID, jobId, pollIntervalMs: 600 * SECOND }),
      { wrapper: App },
    ).result
    list()
    await advance(11 * SECOND)
    expect(card.current.kind).toBe('running')
    expect(calls('job')).toBe(1)
  })

  it('keeps its jobs and reports the error while polls fail, then recovers', async () => {
    const { simulator, fetch, list } = setUp()
    simulator.addJob({ projectId: PROJECT_ID })
    const result = list()
    await advance()
    fetch.mockImplementation(async () => respond({}, { status: 503 }))
    await advance(11 * SECOND)
    expect(result.current).toMatchObject({ kind: 'ready', error: { status: 503 } })
    expect(result.current.jobs).toHaveLength(1)
    fetch.mockImplementation((request) => simulator(request))
    await advance(70 * SECOND)
    expect(result.current).toMatchObject({ kind: 'ready', error: null })
  })

  it('keeps the error during a refetch', async () => {
    const { fetch, list } = setUp()
    fetch.mockImplementationOnce(async () => respond({}, { status: 403 }))
    fetch.mockImplementation(() => new Promise(() => {}))
    const result = list()
    await advance()
    void result.current.refetch()
    await advance()
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(result.current).toMatchObject({ kind: 'error', error: { status: 403 } })
  })

  it('does not clear the error of a job’s own query', async () => {
    const { simulator, calls, list, App } = setUp()
    const jobId = simulator.addJob({ projectId: PROJECT_ID })
    const card = renderHook(() => useOptimizationJob({ projectId: PROJECT_ID, jobId }), {
      wrapper: App,
    }).result
    await advance()
    simulator.injectFault({ status: 429, retryAfter: 120 }, { operation: 'getJob', times: 99 })
    await advance(6 * SECOND)
    expect(card.current).toMatchObject({ kind: 'queued', error: { status: 429 } })
    list()
    await advance(60 * SECOND)
    expect(card.current).toMatchObject({ kind: 'running', connection: 'retrying', error: { status: 429 } })
    simulator.advance(HOUR)
    await advance(30 * SECOND)
    expect(calls('job')).toBe(2)
  })

  it('respects Retry-After on focus and when another list mounts', async () => {
    const { simulator, calls, list } = setUp()
    simulator.addJob({ projectId: PROJECT_ID })
    list()
    await advance()
    simulator.injectFault({ status: 429, retryAfter: 300 }, { operation: 'listJobs', times: 99 })
    await advance(11 * SECOND)
    expect(calls('list')).toBe(2)
    act(() => focusManager.setFocused(false))
    act(() => focusManager.setFocused(true))
    list()
    await advance(200 * SECOND)
    expect(calls('list')).toBe(2)
    await advance(120 * SECOND)
    expect(calls('list')).toBe(3)
  })

  it('finishes loading the next page despite a concurrent refetch', async () => {
    const { simulator, fetch, list } = setUp({ pageSize: 1 })
    for (let count = 0; count < 2; count++) simulator.addJob({ projectId: PROJECT_ID, ageMs: HOUR + count })
    const result = list()
    await advance()
    let release = () => {}
    const gate = new Promise<void>((resolve) => (release = resolve))
    fetch.mockImplementationOnce(async (request) => {
      await gate
      return simulator(request)
    })
    act(() => result.current.loadMore())
    await advance()
    expect(result.current.isLoadingMore).toBe(true)
    void result.current.refetch()
    release()
    await advance()
    expect(result.current.jobs).toHaveLength(2)
  })

  it('backs off after consecutive failures', async () => {
    const { fetch, list } = setUp()
    fetch.mockImplementation(async () => respond({}, { status: 503 }))
    const times = recordRequestTimes(fetch)
    const result = list()
    await advance(210 * SECOND)
    expect(result.current).toMatchObject({ kind: 'loading', error: { status: 503 } })
    // Jitter adds up to 10 %.
    const gaps = times.map((time, index) => Math.floor((time - (times[index - 1] ?? time)) / 5_000) * 5)
    expect(gaps).toEqual([0, 5, 10, 20, 40, 60, 60])
  })

  it('resets the backoff after a success, including `loadMore`', async () => {
    const { simulator, fetch, list } = setUp({ pageSize: 1 })
    for (let count = 0; count < 2; count++) simulator.addJob({ projectId: PROJECT_ID, ageMs: count })
    const result = list()
    await advance()
    for (let failures = 0; failures < 3; failures++) {
      simulator.injectFault({ status: 503 }, { operation: 'listJobs' })
      act(() => result.current.loadMore())
      await advance()
    }
    act(() => result.current.loadMore())
    await advance()
    expect(result.current.jobs).toHaveLength(2)
    simulator.injectFault({ status: 503 }, { operation: 'listJobs' })
    await advance(11 * SECOND)
    expect(result.current.error).toMatchObject({ status: 503 })
    const calls = fetch.mock.calls.length
    await advance(6 * SECOND)
    expect(fetch.mock.calls.length).toBeGreaterThan(calls)
  })

  it.each([401, 403, 404])('stops polling on a %i until refetch is called', async (status) => {
    const { simulator, fetch, list } = setUp()
    fetch.mockImplementation(async () => respond({}, { status }))
    const result = list()
    await advance(HOUR)
    expect(result.current).toMatchObject({ kind: 'error', error: { status } })
    expect(fetch).toHaveBeenCalledTimes(1)
    fetch.mockImplementation((request) => simulator(request))
    await act(() => result.current.refetch())
    await advance()
    expect(result.current).toMatchObject({ kind: 'ready', error: null })
  })

  it.each([
    [false, 1],
    [true, 2],
  ])('respects `pollInBackground: %s` in a hidden tab', async (pollInBackground, requestCount) => {
    const { simulator, calls, list } = setUp()
    simulator.addJob({ projectId: PROJECT_ID })
    list({ pollInBackground })
    await advance()
    act(() => focusManager.setFocused(false))
    await advance(12 * SECOND)
    expect(calls('list')).toBe(requestCount)
  })

  it('filters by status', async () => {
    const { simulator, list } = setUp()
    simulator.addJob({ projectId: PROJECT_ID, scenario: 'failed', ageMs: HOUR })
    simulator.addJob({ projectId: PROJECT_ID, ageMs: HOUR })
    const result = list({ status: 'failed' })
    await advance()
    expect(result.current.jobs.map(({ status }) => status)).toEqual(['failed'])
  })

  it.each([{ pageSize: 10 }, { status: 'failed' }])(
    'respects Retry-After when it turns to %o and back',
    async (other) => {
      const { simulator, fetch, App } = setUp()
      simulator.injectFault({ status: 503, retryAfter: 600 }, { operation: 'listJobs', times: 99 })
      const { rerender } = renderHook((more) => useOptimizationJobList({ projectId: PROJECT_ID, ...more }), {
        wrapper: App,
        initialProps: {},
      })
      for (let count = 0; count < 3; count++) {
        await advance(SECOND)
        rerender(other)
        await advance(SECOND)
        rerender({})
      }
      expect(fetch).toHaveBeenCalledTimes(2)
    },
  )

  it('keeps polling its pages when another one can’t be loaded', async () => {
    const { simulator, fetch, calls, list } = setUp({ pageSize: 1 })
    for (let count = 0; count < 2; count++) simulator.addJob({ projectId: PROJECT_ID, ageMs: count })
    const result = list()
    await advance()
    fetch.mockImplementation(async (request) =>
      request.url.includes('page=2') ? respond({}, { status: 400 }) : simulator(request),
    )
    act(() => result.current.loadMore())
    await advance()
    expect(result.current).toMatchObject({ kind: 'ready', isLoadMoreError: true, error: { status: 400 } })
    const before = calls('list')
    await advance(11 * SECOND)
    expect(calls('list')).toBe(before + 1)
    expect(result.current).toMatchObject({ kind: 'ready', isLoadMoreError: false, error: null })
  })

  it('reports a failed next page as such until a request succeeds', async () => {
    const { simulator, fetch, list } = setUp({ pageSize: 1 })
    for (let count = 0; count < 2; count++) simulator.addJob({ projectId: PROJECT_ID, ageMs: count })
    const result = list()
    await advance()
    fetch.mockImplementation(async (request) => {
      if (request.url.includes('page=2')) return respond({}, { status: 503 })
      return new Promise(() => {})
    })
    act(() => result.current.loadMore())
    await advance(10 * SECOND)
    expect(result.current).toMatchObject({ isLoadMoreError: true, error: { status: 503 } })
  })
})
