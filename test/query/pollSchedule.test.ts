import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { OptimizationError } from '../../src/api.js'
import type { JobRecord } from '../../src/core/jobRecord.js'
import { getQuery } from '../../src/query/getQuery.js'
import { optimizationKeys } from '../../src/query/optimizationKeys.js'
import { isPast, jobPollDelay, jobPollDueAt, pollDueAt } from '../../src/query/pollSchedule.js'
import { job, PROJECT_ID, setUpCache } from './setUpCache.js'

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

/** The query of the job with the ID `a`. */
function setUp() {
  const app = setUpCache()
  app.setJob(job())
  const queryKey = optimizationKeys.job({ projectId: PROJECT_ID, jobId: 'a' })
  const query = getQuery<JobRecord>(app.queryClient, queryKey)
  if (!query) throw new Error('The query is missing.')
  return { ...app, query }
}

describe('pollDueAt', () => {
  it('is the time of the latest response and the delay', () => {
    const { query } = setUp()
    expect(pollDueAt(query, 5_000)).toBe(1_005_000)
    vi.advanceTimersByTime(3_000)
    expect(pollDueAt(query, 5_000)).toBe(1_005_000)
  })

  it('is the time of the latest failure and the delay while there is an error', () => {
    const { query } = setUp()
    const error = new OptimizationError('down', { kind: 'network' })
    query.setState({ error, errorUpdatedAt: 900_000 })
    expect(pollDueAt(query, 5_000)).toBe(905_000)
    query.setState({ error: null })
    expect(pollDueAt(query, 5_000)).toBe(1_005_000)
  })

  it('is the time of the latest failure where there was no response', () => {
    const { query } = setUp()
    query.setState({ dataUpdatedAt: 0, errorUpdatedAt: 900_000 })
    expect(pollDueAt(query, 5_000)).toBe(905_000)
  })

  it('is 0 before the first response, and never without a delay', () => {
    const { query } = setUp()
    expect(pollDueAt(query, false)).toBe(Number.POSITIVE_INFINITY)
    query.setState({ dataUpdatedAt: 0 })
    expect(pollDueAt(query, 5_000)).toBe(0)
  })

  it('takes a response of the future, by the clock of a server, as one of now, from then on', () => {
    const { query } = setUp()
    query.setState({ dataUpdatedAt: 9_000_000 })
    expect(pollDueAt(query, 5_000)).toBe(1_005_000)
    vi.advanceTimersByTime(3_000)
    expect(pollDueAt(query, 5_000)).toBe(1_005_000)
    query.setState({ dataUpdatedAt: 9_000_001 })
    expect(pollDueAt(query, 5_000)).toBe(1_008_000)
  })
})

it('jobPollDueAt is at once for data of another version', () => {
  const { query } = setUp()
  expect(jobPollDueAt(query, 5_000)).toBe(1_005_000)
  query.setState({ data: { version: 2 } as never })
  expect(jobPollDueAt(query, 5_000)).toBe(0)
  query.setState({ data: undefined })
  expect(jobPollDueAt(query, 5_000)).toBe(1_005_000)
})

it('jobPollDelay depends on the job, and spreads polls', () => {
  const { query, setJob } = setUp()
  const options = { jobId: 'a' }
  const first = jobPollDelay(options, query)
  query.setState({ dataUpdateCount: 7 })
  expect(jobPollDelay(options, query)).not.toBe(first)
  query.setState({ dataUpdateCount: 3, errorUpdateCount: 4 })
  const seventh = jobPollDelay(options, query)
  query.setState({ dataUpdateCount: 7, errorUpdateCount: 0 })
  expect(jobPollDelay(options, query)).toBe(seventh)
  const pollIntervalMs = (latest: object | null) => (latest ? 1_234 : 4_321)
  expect(jobPollDelay({ jobId: 'a', pollIntervalMs }, query)).toBe(1_234)
  setJob(job({ status: 'completed' }))
  expect(jobPollDelay(options, query)).toBe(false)
  query.setState({ data: undefined })
  expect(jobPollDelay({ jobId: 'a', pollIntervalMs }, query)).toBe(4_321)
})

it('isPast includes now', () => {
  expect([isPast(0), isPast(1_000_000), isPast(1_000_001)]).toEqual([true, true, false])
})
