import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { OptimizationError } from '../../src/api.js'
import { getFailures, NO_FAILURES, recordFailure } from '../../src/query/failures.js'
import { optimizationKeys } from '../../src/query/optimizationKeys.js'
import { job, PROJECT_ID, setUpCache } from './setUpCache.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const queryKey = optimizationKeys.job({ projectId: PROJECT_ID, jobId: 'a' })
const http = (status: number) => new OptimizationError('test', { kind: 'http', status })

/** Fetches of the job with the ID `a`, as the package does. */
function setUp() {
  const { queryClient, cache, setJob } = setUpCache()
  const query = cache.build<unknown, OptimizationError>(queryClient, { queryKey })
  const fetch = async (
    outcome: OptimizationError | 'a response',
    meta?: { fetchMore: { direction: 'forward' } },
  ) => {
    const queryFn = ({ signal }: { signal: AbortSignal }) =>
      recordFailure({ client: queryClient, queryKey, signal }, async () => {
        if (outcome !== 'a response') throw outcome
        return 'data'
      })
    await Promise.allSettled([query.fetch({ queryKey, queryFn, retry: false }, meta && { meta })])
    return getFailures(query)
  }
  return {
    queryClient,
    query,
    setJob,
    fetch,
    loadMore: (outcome: OptimizationError | 'a response') =>
      fetch(outcome, { fetchMore: { direction: 'forward' } }),
  }
}

it('counts failures in a row, and starts again after a success', async () => {
  const { fetch } = setUp()
  const error = http(503)
  expect(await fetch(error)).toEqual({ ...NO_FAILURES, consecutiveFailures: 1, error })
  expect(await fetch(error)).toMatchObject({ consecutiveFailures: 2 })
  expect(await fetch('a response')).toEqual(NO_FAILURES)
  expect(await fetch(error)).toMatchObject({ consecutiveFailures: 1 })
})

it('remembers the failures while the next fetch is in flight', async () => {
  const { fetch, query } = setUp()
  const error = http(503)
  await fetch(error)
  // As TanStack Query does where there is no data.
  query.setState({ error: null, status: 'pending' })
  expect(getFailures(query)).toMatchObject({ consecutiveFailures: 1, error })
})

it('is final for what is not retryable, but not at once about a job that was seen', async () => {
  expect(await setUp().fetch(http(404))).toMatchObject({ isFinal: true })
  expect(await setUp().fetch(http(503))).toMatchObject({ isFinal: false, deniedSince: null })
  const seen = setUp()
  seen.setJob(job())
  vi.advanceTimersByTime(1_000)
  const first = await seen.fetch(http(404))
  expect(first).toMatchObject({ isFinal: false, deniedSince: performance.now() })
  vi.advanceTimersByTime(3_600_000)
  expect(await seen.fetch(http(404))).toMatchObject({ isFinal: true, deniedSince: first.deniedSince })
})

it('does not take a page that is denied for a list that is denied', async () => {
  const { setJob, fetch, loadMore } = setUp()
  setJob(job())
  expect(await loadMore(http(404))).toMatchObject({ isLoadMore: true, isFinal: true, deniedSince: null })
  expect(await fetch(http(503))).toMatchObject({ isLoadMore: false, isFinal: false })
  expect((await fetch(http(403))).deniedSince).not.toBeNull()
  expect((await loadMore(http(503))).deniedSince).not.toBeNull()
})

it('knows of an error that was restored that it is one, and whether it is final', async () => {
  const { setJob, query } = setUp()
  setJob(job())
  for (const [status, isFinal] of [
    [503, false],
    [400, true],
  ] as const) {
    const error = http(status)
    query.setState({ error, status: 'error' })
    expect(getFailures(query)).toEqual({
      ...NO_FAILURES,
      consecutiveFailures: 1,
      error,
      isFinal,
    })
  }
})

it('records nothing of a request that was aborted, and rejects with the error', async () => {
  const { queryClient, query, setJob } = setUp()
  setJob(job())
  const error = http(503)
  const context = { client: queryClient, queryKey, signal: AbortSignal.abort() }
  await expect(recordFailure(context, () => Promise.reject(error))).rejects.toBe(error)
  query.setState({ error: http(400), status: 'error' })
  expect(getFailures(query)).toMatchObject({ consecutiveFailures: 1, isFinal: true })
})

it('rejects with the error also if the query has been removed', async () => {
  const { queryClient } = setUpCache()
  const context = { client: queryClient, queryKey, signal: new AbortController().signal }
  await expect(recordFailure(context, () => Promise.reject(http(503)))).rejects.toMatchObject({ status: 503 })
})
