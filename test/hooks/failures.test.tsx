import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildJob } from '../../src/testing.js'
import {
  advance,
  JOB_ID,
  recordRequestTimes,
  renderJobHook,
  scriptedFetch,
} from '../support/renderJobHook.js'
import { respond } from '../support/respond.js'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-01-15T09:30:00Z') }))
afterEach(() => void vi.useRealTimers())

const SECOND = 1_000
const HOUR = 3_600 * SECOND
const running = buildJob({ job_id: JOB_ID })
const completed = buildJob({ job_id: JOB_ID, status: 'completed' })
const down = () => respond({}, { status: 503 })
const busy = (retryAfter: string) => () =>
  respond({}, { status: 429, headers: { 'Retry-After': retryAfter, Date: new Date().toUTCString() } })

describe('useOptimizationJob with Retry-After', () => {
  it.each([
    ['90', 90],
    ['Thu, 15 Jan 2026 09:32:00 GMT', 120],
    ['soon', 5],
    ['-3', 5],
    ['Thu, 15 Jan 2026 09:00:00 GMT', 5],
    ['86400', 3600],
  ])('of "%s" polls again after about %i s', async (retryAfter, seconds) => {
    const fetch = scriptedFetch(busy(retryAfter), completed)
    const { result } = renderJobHook(fetch)
    await advance()
    expect(result.current).toMatchObject({ kind: 'loading', connection: 'retrying', error: { status: 429 } })
    const pollDueAt = result.current.nextPollAt ?? 0
    expect((pollDueAt - Date.now()) / SECOND).toBeGreaterThanOrEqual(seconds)
    expect((pollDueAt - Date.now()) / SECOND).toBeLessThanOrEqual(seconds * 1.1)
    await advance(pollDueAt - Date.now() - 1)
    expect(fetch).toHaveBeenCalledTimes(1)
    await advance(SECOND)
    expect(result.current.kind).toBe('completed')
  })

  it('delays the first fetch of a component that mounts meanwhile', async () => {
    const fetch = scriptedFetch(busy('60'), running)
    const { App } = renderJobHook(fetch)
    await advance(10 * SECOND)
    renderJobHook(fetch, {}, App)
    await advance(49 * SECOND)
    expect(fetch).toHaveBeenCalledTimes(1)
  })
})

describe('useOptimizationJob that turns to a job with Retry-After', () => {
  it.each([
    ['another ID', { jobId: 'another' }],
    ['no ID', { jobId: null }],
    ['`enabled: false`', { enabled: false }],
  ])('and back from %s sends no request before it is due', async (_, away) => {
    const fetch = vi.fn(async (request: Request) =>
      request.url.endsWith('another') ? respond(buildJob({ job_id: 'another' })) : busy('300')(),
    )
    const sent = () => fetch.mock.calls.filter(([{ url }]) => url.endsWith(JOB_ID)).length
    const { result, rerender } = renderJobHook(fetch)
    await advance()
    for (let count = 0; count < 3; count++) {
      rerender(away)
      await advance(10 * SECOND)
      rerender({ jobId: JOB_ID })
      await advance(10 * SECOND)
    }
    expect(result.current).toMatchObject({ connection: 'retrying', error: { status: 429 } })
    expect(sent()).toBe(1)
    await advance(300 * SECOND)
    expect(sent()).toBe(2)
  })
})

describe('useOptimizationJob with a retryable error', () => {
  // test/faults covers each kind of failure over real sockets.
  it.each<[string, () => Response | Promise<Response>]>([
    ['a server error', down],
    ['a request timeout', () => respond({}, { status: 408 })],
  ])('keeps the job, reports the error and recovers (%s)', async (_, fault) => {
    const { result } = renderJobHook(scriptedFetch(running, fault, fault, completed))
    await advance(11 * SECOND)
    expect(result.current).toMatchObject({
      kind: 'running',
      job: { jobId: JOB_ID },
      connection: 'retrying',
      error: { isRetryable: true },
    })
    expect(result.current.nextPollAt).toBeGreaterThan(Date.now())
    await advance(30 * SECOND)
    expect(result.current).toMatchObject({
      kind: 'completed',
      connection: 'live',
      error: null,
      nextPollAt: null,
    })
  })

  it('recovers after an hour of polling once a minute', async () => {
    let isDown = true
    const fetch = scriptedFetch(running, () => (isDown ? down() : respond(completed)))
    const { result } = renderJobHook(fetch)
    await advance(HOUR)
    expect(result.current).toMatchObject({ kind: 'running', connection: 'retrying' })
    expect(fetch.mock.calls.length).toBeLessThan(70)
    isDown = false
    await advance(61 * SECOND)
    expect(result.current).toMatchObject({ kind: 'completed', connection: 'live' })
  })

  it('backs off after consecutive failures and resets after a success', async () => {
    const fetch = scriptedFetch(down, down, down, running, down, completed)
    const times = recordRequestTimes(fetch)
    renderJobHook(fetch)
    await advance(120 * SECOND)
    const gaps = times.map((time, index) => Math.round((time - (times[index - 1] ?? time)) / 5_000) * 5)
    expect(gaps).toEqual([0, 5, 10, 20, 10, 5])
  })

  it('keeps the error while the next poll is pending, also for components that mount then', async () => {
    const fetch = scriptedFetch(
      () => respond({ message: 'down' }, { status: 503 }),
      () => new Promise(() => {}),
    )
    const first = renderJobHook(fetch)
    await advance()
    await advance(6 * SECOND)
    expect(fetch).toHaveBeenCalledTimes(2)
    const second = renderJobHook(fetch, {}, first.App)
    for (const { result } of [first, second]) {
      expect(result.current).toMatchObject({
        kind: 'loading',
        connection: 'retrying',
        error: { status: 503 },
      })
    }
  })
})

describe('useOptimizationJob with a request that hangs', () => {
  it('times out and continues polling', async () => {
    const fetch = scriptedFetch(running, () => new Promise(() => {}), completed)
    const { result } = renderJobHook(fetch)
    await advance(20 * SECOND)
    expect(result.current).toMatchObject({ kind: 'running', connection: 'live' })
    await advance(21 * SECOND)
    expect(result.current).toMatchObject({
      kind: 'running',
      connection: 'retrying',
      error: { kind: 'timeout' },
    })
    await advance(6 * SECOND)
    expect(result.current.kind).toBe('completed')
    expect(fetch).toHaveBeenCalledTimes(3)
  })
})

describe('useOptimizationJob with responses out of order', () => {
  const inStep = (step: number) =>
    buildJob({ job_id: JOB_ID, progress: { step, total_steps: 4, step_name: `Step ${step}` } })

  it('drops a stale response that arrives after a newer one', async () => {
    let respondLate = (_: Response) => {}
    const lateResponse = () => new Promise<Response>((resolve) => (respondLate = resolve))
    const { result } = renderJobHook(scriptedFetch(inStep(1), lateResponse, inStep(3)))
    await advance(11 * SECOND)
    await advance(SECOND)
    void result.current.refetch()
    await advance()
    expect(result.current.job?.progress?.step).toBe(3)
    respondLate(respond({ ...inStep(3), data_sources_used: null }))
    await advance()
    expect(result.current.job?.dataSourcesUsed).not.toBeNull()
  })
})
