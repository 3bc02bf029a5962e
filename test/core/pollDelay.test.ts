import { describe, expect, it } from 'vitest'
import { OptimizationError } from '../../src/api.js'
import { type PollContext, pollDelay } from '../../src/core/pollDelay.js'
import { optimizationJobSchema } from '../../src/core/schema.js'
import { buildJob, type WireJob } from '../../src/testing.js'

const job = (wire?: Partial<WireJob>) => optimizationJobSchema.parse(buildJob(wire))
const atStep = (step: number, total_steps: number) =>
  job({ status: 'running', progress: { step, total_steps, step_name: 'x' } })
const http = (status: number, retryAfterMs?: number) =>
  new OptimizationError('test', { kind: 'http', status, retryAfterMs })

function delay(context: Partial<PollContext>): number | false {
  return pollDelay({
    jobId: 'a',
    job: null,
    error: null,
    isFinal: false,
    consecutiveFailures: 0,
    pollCount: 0,
    ...context,
  })
}

describe('pollDelay', () => {
  it.each(['completed', 'failed', 'cancelled'])('returns false once the job is %s', (status) => {
    expect(delay({ job: job({ status }) })).toBe(false)
    expect(delay({ job: job({ status }), error: http(503), consecutiveFailures: 1 })).toBe(false)
  })

  it('returns false after a final error', () => {
    expect(delay({ job: atStep(1, 4), error: http(400), isFinal: true, consecutiveFailures: 1 })).toBe(false)
  })

  it('is a minute after a non-retryable error that is not final, or Retry-After', () => {
    expect(delay({ job: atStep(1, 4), error: http(404), consecutiveFailures: 1 })).toBe(60_000)
    expect(delay({ job: atStep(1, 4), error: http(403, 90_000), consecutiveFailures: 3 })).toBe(90_000)
  })

  it('is about 5 s for a queued job and before the first response, 10 s before the last step, and 2.7 s in the last or an unknown step', () => {
    const expectRange = (low: number, high: number, polledJob: PollContext['job']) => {
      for (let pollCount = 0; pollCount < 50; pollCount++) {
        const delayMs = delay({ job: polledJob, pollCount })
        expect(delayMs).toBeGreaterThanOrEqual(low)
        expect(delayMs).toBeLessThanOrEqual(high)
      }
    }
    expectRange(4_750, 5_250, job({ status: 'pending' }))
    expectRange(4_750, 5_250, null)
    expectRange(9_500, 10_500, atStep(1, 4))
    expectRange(9_500, 10_500, atStep(3, 4))
    expectRange(2_565, 2_835, atStep(4, 4))
    expectRange(2_565, 2_835, job({ progress: null }))
    expectRange(2_565, 2_835, atStep(7, 4))
    expectRange(2_565, 2_835, atStep(1, 0))
    expectRange(2_565, 2_835, job({ status: 'CANCELLING' }))
  })

  it('backs off from 5 s to 60 s on consecutive failures and never stops', () => {
    const delays = [1, 2, 3, 4, 5, 60, 5000].map((consecutiveFailures) =>
      delay({ error: http(503), consecutiveFailures }),
    )
    const floors = [5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000]
    delays.forEach((delayMs, index) => {
      const floor = floors[index] ?? 0
      expect(delayMs).toBeGreaterThanOrEqual(floor)
      expect(delayMs).toBeLessThanOrEqual(Math.min(floor * 1.1, 60_000))
    })
  })

  it('respects Retry-After up to an hour', () => {
    expect(delay({ error: http(429, 90_000), consecutiveFailures: 1 })).toBe(90_000)
    expect(delay({ error: http(503, 1_000), consecutiveFailures: 1 })).toBeGreaterThanOrEqual(5_000)
    expect(delay({ error: http(429, 86_400_000), consecutiveFailures: 1 })).toBe(3_600_000)
  })

  it('is deterministic for the same context, with jitter across jobs and polls', () => {
    const delays = (jobId: string) =>
      Array.from({ length: 20 }, (_, pollCount) => delay({ jobId, job: atStep(1, 4), pollCount }))
    expect(delays('a')).toEqual(delays('a'))
    expect(new Set([...delays('a'), ...delays('b')]).size).toBeGreaterThan(30)
  })
})
