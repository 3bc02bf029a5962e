import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type PollContext, pollDelay } from '../../src/core/pollDelay.js'
import { anyError, anyJob, anyText, SEED } from './arbitraries.js'

const anyContext: fc.Arbitrary<PollContext> = fc.record({
  jobId: anyText,
  job: fc.option(anyJob),
  error: fc.option(anyError),
  isFinal: fc.boolean(),
  consecutiveFailures: fc.oneof(fc.nat(12), fc.maxSafeNat()),
  pollCount: fc.maxSafeNat(),
})

const anyInterval = fc.oneof(fc.constant(undefined), fc.double(), fc.integer())
const runs = { seed: SEED, numRuns: 1_000 }

// Most generated intervals are out of range and cause a warning.
beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}))

const isFinished = ({ job }: PollContext) => ['completed', 'failed', 'cancelled'].includes(job?.phase ?? '')

describe('pollDelay for any context', () => {
  test('returns false for a finished job or a final error, else one second to one hour', () => {
    fc.assert(
      fc.property(anyContext, anyInterval, (context, pollIntervalMs) => {
        const delayMs = pollDelay(context, pollIntervalMs)
        if (isFinished(context) || context.isFinal) {
          expect(delayMs).toBe(false)
        } else {
          expect(delayMs).toSatisfy(Number.isFinite)
          expect(delayMs).toBeGreaterThanOrEqual(1_000)
          expect(delayMs).toBeLessThanOrEqual(3_600_000)
        }
      }),
      runs,
    )
  })

  test('is deterministic', () => {
    fc.assert(
      fc.property(anyContext, (context) => {
        const delays = [1, 2, 3].map(() => pollDelay(cloneContext(context)))
        expect(new Set(delays).size).toBe(1)
      }),
      runs,
    )
  })

  test('respects Retry-After up to an hour', () => {
    fc.assert(
      fc.property(anyContext, (context) => {
        const delayMs = pollDelay(context)
        const retryAfterMs = Math.min(context.error?.retryAfterMs ?? 0, 3_600_000)
        if (delayMs !== false && context.consecutiveFailures > 0)
          expect(delayMs).toBeGreaterThanOrEqual(Math.round(retryAfterMs))
      }),
      runs,
    )
  })

  test('backs off up to a minute or Retry-After and never shrinks with more consecutive failures', () => {
    fc.assert(
      fc.property(anyContext, fc.nat(100), (context, more) => {
        const failing = { ...context, consecutiveFailures: context.consecutiveFailures + 1 }
        const [delayMs, laterMs] = [
          failing,
          { ...failing, consecutiveFailures: failing.consecutiveFailures + more },
        ].map((each) => pollDelay(each))
        if (delayMs === false || delayMs === undefined || laterMs === undefined) return
        const retryAfterMs = Math.round(Math.min(failing.error?.retryAfterMs ?? 0, 3_600_000))
        expect(delayMs).toBeGreaterThanOrEqual(5_000)
        expect(delayMs).toBeLessThanOrEqual(Math.max(60_000, retryAfterMs))
        expect(laterMs).toBeGreaterThanOrEqual(delayMs)
      }),
      runs,
    )
  })

  test('is within 5 % of 5 s, 10 s or 2.7 s without failures', () => {
    fc.assert(
      fc.property(anyContext, (context) => {
        const withoutFailures = { ...context, error: null, consecutiveFailures: 0 }
        const delayMs = pollDelay(withoutFailures)
        if (delayMs === false) return
        const isNear = (expectedMs: number) => Math.abs(delayMs - expectedMs) <= expectedMs * 0.05 + 1
        const expected = withoutFailures.job?.phase === 'running' ? [10_000, 2_700] : [5_000]
        expect(expected.some(isNear)).toBe(true)
      }),
      runs,
    )
  })
})

/** Deep copy except for the error, because `structuredClone` loses its class. */
function cloneContext(context: PollContext): PollContext {
  return { ...structuredClone({ ...context, error: null }), error: context.error }
}
