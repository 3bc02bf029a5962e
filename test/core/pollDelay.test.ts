import { describe, expect, it } from 'vitest'
import { OptimizationError, optimizationJobSchema } from '../../src/api.js'
import { type PollContext, pollDelay } from '../../src/core/pollDelay.js'
import { buildJob, type WireJob } from '../../src/testing.js'

const job = (wire?: Partial<WireJob>) => optimizationJobSchema.parse(buildJob(wire))
const inStep = (step: number, total_steps: number) =>
  job({ status: 'running', progress: { step, total_steps, step_name: 'x' } })
const http = (status: number, retryAfterMs?: number) =>
  new OptimizationError('test', { kind: 'http', status, retryAfterMs })

function delay(observation: Partial<PollContext>): number | false {
  return pollDelay({ jobId: 'a', job: null, error: null, failures: 0, polls: 0, ...observation })
}

describe('when to ask for a job again', () => {
  it.each(['completed', 'failed', 'cancelled'])('is never once it has %s', (status) => {
    expect(delay({ job: job({ status }) })).toBe(false)
    expect(delay({ job: job({ status }), error: http(503), failures: 1 })).toBe(false)
  })

  it.each([400, 401, 403, 404, 410, 422])('is never after a refusal with %i', (status) => {
    expect(delay({ job: inStep(1, 4), error: http(status), failures: 1 })).toBe(false)
  })

  it('is about 5 s while it is queued, 10 s in an earlier step, and 2.7 s where it may end any moment', () => {
    const between = (low: number, high: number, observed: PollContext['job']) => {
      for (let polls = 0; polls < 50; polls++) {
        const delayMs = delay({ job: observed, polls })
        expect(delayMs).toBeGreaterThanOrEqual(low)
        expect(delayMs).toBeLessThanOrEqual(high)
      }
    }
    between(4_750, 5_250, job({ status: 'pending' }))
    between(9_500, 10_500, inStep(1, 4))
    between(9_500, 10_500, inStep(3, 4))
    between(2_565, 2_835, inStep(4, 4))
    between(2_565, 2_835, job({ progress: null }))
    between(2_565, 2_835, inStep(7, 4))
    between(2_565, 2_835, inStep(1, 0))
    between(2_565, 2_835, job({ status: 'CANCELLING' }))
  })

  it('doubles from 5 s to 60 s while checks fail, and never gives up', () => {
    const delays = [1, 2, 3, 4, 5, 60, 5000].map((failures) => delay({ error: http(503), failures }))
    const floors = [5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000]
    delays.forEach((delayMs, index) => {
      const floor = floors[index] ?? 0
      expect(delayMs).toBeGreaterThanOrEqual(floor)
      expect(delayMs).toBeLessThanOrEqual(Math.min(floor * 1.1, 60_000))
    })
  })

  it('is no sooner than the service asks, up to an hour', () => {
    expect(delay({ error: http(429, 90_000), failures: 1 })).toBe(90_000)
    expect(delay({ error: http(503, 1_000), failures: 1 })).toBeGreaterThanOrEqual(5_000)
    expect(delay({ error: http(429, 86_400_000), failures: 1 })).toBe(3_600_000)
  })

  it('is the same for the same observation, and spread over jobs and polls', () => {
    const delays = (jobId: string) =>
      Array.from({ length: 20 }, (_, polls) => delay({ jobId, job: inStep(1, 4), polls }))
    expect(delays('a')).toEqual(delays('a'))
    expect(new Set([...delays('a'), ...delays('b')]).size).toBeGreaterThan(30)
  })
})
