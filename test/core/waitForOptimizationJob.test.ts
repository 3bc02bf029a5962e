import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createOptimizationClient, type OptimizationJob, waitForOptimizationJob } from '../../src/api.js'
import { buildJob, createJobSimulator } from '../../src/testing.js'
import { getRejection, respond } from '../support/respond.js'

const JOB = { projectId: 'p', jobId: 'j' }
const SECOND = 1_000
const createClient = (fetch: (request: Request) => Promise<Response>) =>
  createOptimizationClient({ baseUrl: 'https://service.test/api/v2', fetch })

/** Mock fetch with scripted responses, the last of which repeats. */
function scriptedFetch(...script: (() => Response)[]) {
  let count = 0
  return vi.fn(async () => script[Math.min(count++, script.length - 1)]?.() ?? respond({}))
}

const running = () => respond(buildJob())
const completed = () => respond(buildJob({ status: 'completed' }))

describe('waitForOptimizationJob', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('resolves with the finished job and calls onProgress on every change', async () => {
    const simulator = createJobSimulator()
    const projectId = '0b6e7c1e-6a39-4a1b-9d2c-111111111111'
    const jobId = simulator.addJob({ projectId })
    const updates: string[] = []
    const onProgress = ({ phase, progress }: OptimizationJob) =>
      updates.push(`${phase} ${progress?.step ?? '-'}`)
    const outcome = waitForOptimizationJob(createClient(simulator), { projectId, jobId, onProgress })
    await vi.advanceTimersByTimeAsync(400 * SECOND)
    expect(await outcome).toMatchObject({ jobId, phase: 'completed', changesSummary: expect.any(String) })
    expect(updates).toEqual(['queued -', 'running 1', 'running 2', 'running 3', 'running 4', 'completed 4'])
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each(['failed', 'cancelled'])('resolves with a %s job', async (status) => {
    const outcome = waitForOptimizationJob(
      createClient(scriptedFetch(() => respond(buildJob({ status })))),
      JOB,
    )
    expect((await outcome).phase).toBe(status)
  })

  it('looks again a minute after the first 404 about a job that it has seen', async () => {
    const missing = () => respond({}, { status: 404 })
    const fetch = scriptedFetch(running, missing, running, missing, completed)
    const outcome = waitForOptimizationJob(createClient(fetch), JOB)
    await vi.advanceTimersByTimeAsync(65 * SECOND)
    expect(fetch).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(200 * SECOND)
    expect((await outcome).phase).toBe('completed')
  })

  it('rejects on the second 404 in a row, and on any other non-retryable error', async () => {
    for (const [status, requests] of [
      [404, 3],
      [403, 3],
      [400, 2],
    ] as const) {
      const fetch = scriptedFetch(running, () => respond({}, { status }))
      const outcome = getRejection(waitForOptimizationJob(createClient(fetch), JOB))
      await vi.advanceTimersByTimeAsync(3_600 * SECOND)
      expect(await outcome).toMatchObject({ name: 'OptimizationError', status })
      expect(fetch).toHaveBeenCalledTimes(requests)
    }
  })

  it('rejects on the first 404 about a job that it has not seen', async () => {
    const fetch = scriptedFetch(() => respond({}, { status: 404 }))
    const outcome = getRejection(waitForOptimizationJob(createClient(fetch), JOB))
    await vi.advanceTimersByTimeAsync(3_600 * SECOND)
    expect(await outcome).toMatchObject({ status: 404 })
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('keeps polling after retryable errors and respects Retry-After', async () => {
    const busy = () => respond({}, { status: 429, headers: { 'Retry-After': '120' } })
    const fetch = scriptedFetch(busy, () => new Response('<html>'), completed)
    const outcome = waitForOptimizationJob(createClient(fetch), JOB)
    await vi.advanceTimersByTimeAsync(119 * SECOND)
    expect(fetch).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(20 * SECOND)
    expect((await outcome).phase).toBe('completed')
  })

  it.each([
    ['between polls', 5 * SECOND],
    ['before the first poll', null],
  ])('rejects with the abort reason when aborted %s and leaves no timer behind', async (_, afterMs) => {
    const controller = new AbortController()
    const fetch = scriptedFetch(running)
    if (afterMs === null) controller.abort(new Error('aborted'))
    const outcome = getRejection(
      waitForOptimizationJob(createClient(fetch), { ...JOB, signal: controller.signal }),
    )
    await vi.advanceTimersByTimeAsync(afterMs ?? 0)
    controller.abort(new Error('aborted'))
    expect(await outcome).toEqual(new Error('aborted'))
    expect(vi.getTimerCount()).toBe(0)
    expect(fetch).toHaveBeenCalledTimes(afterMs === null ? 0 : 1)
  })

  it('rejects with the error that onProgress throws', async () => {
    const onProgress = () => {
      throw new Error('from onProgress')
    }
    const outcome = waitForOptimizationJob(createClient(scriptedFetch(running)), { ...JOB, onProgress })
    expect(await getRejection(outcome)).toEqual(new Error('from onProgress'))
  })

  it('uses the given pollIntervalMs', async () => {
    const fetch = scriptedFetch(running)
    const controller = new AbortController()
    const options = { ...JOB, signal: controller.signal, pollIntervalMs: () => 2_000 }
    const outcome = getRejection(waitForOptimizationJob(createClient(fetch), options))
    await vi.advanceTimersByTimeAsync(9_000)
    expect(fetch).toHaveBeenCalledTimes(5)
    controller.abort()
    await outcome
  })
})
