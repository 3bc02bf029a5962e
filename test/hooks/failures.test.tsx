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
  respond({}, { status: 429, headers: { 'Retry-After': retryAfter } })

describe('Retry-After', () => {
  it.each([
    ['90', 90],
    ['Thu, 15 Jan 2026 09:32:00 GMT', 120],
    ['soon', 5],
    ['-3', 5],
    ['Thu, 15 Jan 2026 09:00:00 GMT', 5],
    ['86400', 3600],
  ])('of "%s" is heeded: the next check is about %i s later', async (retryAfter, seconds) => {
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

  it('is heeded too by a component that is mounted meanwhile', async () => {
    const fetch = scriptedFetch(busy('60'), running)
    const { App } = renderJobHook(fetch)
    await advance(10 * SECOND)
    renderJobHook(fetch, {}, App)
    await advance(49 * SECOND)
    expect(fetch).toHaveBeenCalledTimes(1)
  })
})

describe('a passing failure', () => {
  // Each kind of failure, over real sockets: test/faults.
  it.each<[string, () => Response | Promise<Response>]>([
    ['a server error', down],
    ['a request time-out', () => respond({}, { status: 408 })],
  ])('(%s) leaves the job on the screen, says so, and passes by itself', async (_, fault) => {
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

  it('passes by itself even after an hour, at one check a minute', async () => {
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

  it('makes the wait longer when it comes again, and a success makes it short again', async () => {
    const fetch = scriptedFetch(down, down, down, running, down, completed)
    const times = recordRequestTimes(fetch)
    renderJobHook(fetch)
    await advance(120 * SECOND)
    const gaps = times.map((time, index) => Math.round((time - (times[index - 1] ?? time)) / 5_000) * 5)
    expect(gaps).toEqual([0, 5, 10, 20, 10, 5])
  })

  it('keeps its reason on the screen while the next check is under way, also for who comes then', async () => {
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

describe('a request that hangs', () => {
  it('ends after the time limit, and polling goes on', async () => {
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

describe('answers out of order', () => {
  const inStep = (step: number) =>
    buildJob({ job_id: JOB_ID, progress: { step, total_steps: 4, step_name: `Step ${step}` } })

  it('an old answer that arrives after a newer one is dropped', async () => {
    let answerLate = (_: Response) => {}
    const late = () => new Promise<Response>((resolve) => (answerLate = resolve))
    const { result } = renderJobHook(scriptedFetch(inStep(1), late, inStep(3)))
    await advance(11 * SECOND)
    await advance(SECOND)
    void result.current.refetch()
    await advance()
    expect(result.current.job?.progress?.step).toBe(3)
    answerLate(respond({ ...inStep(3), data_sources_used: null }))
    await advance()
    expect(result.current.job?.dataSourcesUsed).not.toBeNull()
  })
})
