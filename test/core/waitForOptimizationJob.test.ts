import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createOptimizationClient, type OptimizationJob, waitForOptimizationJob } from '../../src/api.js'
import { buildJob, createJobSimulator } from '../../src/testing.js'
import { getRejection, respond } from '../support/respond.js'

const JOB = { projectId: 'p', jobId: 'j' }
const SECOND = 1_000
const clientOf = (fetch: (request: Request) => Promise<Response>) =>
  createOptimizationClient({ baseUrl: 'https://service.test/api/v2', fetch })

/** A service that gives these answers one after the other, and the last one for ever. */
function answering(...answers: (() => Response)[]) {
  let count = 0
  return vi.fn(async () => answers[Math.min(count++, answers.length - 1)]?.() ?? respond({}))
}

const running = () => respond(buildJob())
const completed = () => respond(buildJob({ status: 'completed' }))

describe('waiting for a job without React', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('resolves with the finished job, and reports each change on the way', async () => {
    const simulator = createJobSimulator()
    const projectId = '0b6e7c1e-6a39-4a1b-9d2c-111111111111'
    const jobId = simulator.addJob({ projectId })
    const seen: string[] = []
    const onProgress = ({ phase, progress }: OptimizationJob) =>
      seen.push(`${phase} ${progress?.step ?? '-'}`)
    const outcome = waitForOptimizationJob(clientOf(simulator), { projectId, jobId, onProgress })
    await vi.advanceTimersByTimeAsync(400 * SECOND)
    expect(await outcome).toMatchObject({ jobId, phase: 'completed', changesSummary: expect.any(String) })
    expect(seen).toEqual(['queued -', 'running 1', 'running 2', 'running 3', 'running 4', 'completed 4'])
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each(['failed', 'cancelled'])('resolves with a job that has %s too', async (status) => {
    const outcome = waitForOptimizationJob(clientOf(answering(() => respond(buildJob({ status })))), JOB)
    expect((await outcome).phase).toBe(status)
  })

  it('rejects when the service refuses for good, even after it had answered', async () => {
    const fetch = answering(running, () => respond({ message: 'gone' }, { status: 404 }))
    const outcome = getRejection(waitForOptimizationJob(clientOf(fetch), JOB))
    await vi.advanceTimersByTimeAsync(15 * SECOND)
    expect(await outcome).toMatchObject({ name: 'OptimizationError', status: 404 })
    await vi.advanceTimersByTimeAsync(3_600 * SECOND)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('goes on through failures that pass, no sooner than the service says', async () => {
    const busy = () => respond({}, { status: 429, headers: { 'Retry-After': '120' } })
    const fetch = answering(busy, () => new Response('<html>'), completed)
    const outcome = waitForOptimizationJob(clientOf(fetch), JOB)
    await vi.advanceTimersByTimeAsync(119 * SECOND)
    expect(fetch).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(20 * SECOND)
    expect((await outcome).phase).toBe('completed')
  })

  it.each([
    ['while it waits', 5 * SECOND],
    ['before it begins', null],
  ])('rejects with the reason when it is aborted %s, and leaves nothing behind', async (_, afterMs) => {
    const controller = new AbortController()
    const fetch = answering(running)
    if (afterMs === null) controller.abort(new Error('enough'))
    const outcome = getRejection(
      waitForOptimizationJob(clientOf(fetch), { ...JOB, signal: controller.signal }),
    )
    await vi.advanceTimersByTimeAsync(afterMs ?? 0)
    controller.abort(new Error('enough'))
    expect(await outcome).toEqual(new Error('enough'))
    expect(vi.getTimerCount()).toBe(0)
    expect(fetch).toHaveBeenCalledTimes(afterMs === null ? 0 : 1)
  })

  it('rejects with what onProgress throws', async () => {
    const onProgress = () => {
      throw new Error('the script’s own')
    }
    const outcome = waitForOptimizationJob(clientOf(answering(running)), { ...JOB, onProgress })
    expect(await getRejection(outcome)).toEqual(new Error('the script’s own'))
  })

  it('keeps to the interval it is given', async () => {
    const fetch = answering(running)
    const controller = new AbortController()
    const options = { ...JOB, signal: controller.signal, pollInterval: () => 2_000 }
    const outcome = getRejection(waitForOptimizationJob(clientOf(fetch), options))
    await vi.advanceTimersByTimeAsync(9_000)
    expect(fetch).toHaveBeenCalledTimes(5)
    controller.abort()
    await outcome
  })
})
