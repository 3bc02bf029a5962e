import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type PollContext, pollDelay } from '../../src/core/pollDelay.js'
import { anyError, anyJob, anyText, SEED } from './arbitraries.js'

const anyObservation: fc.Arbitrary<PollContext> = fc.record({
  jobId: anyText,
  job: fc.option(anyJob),
  error: fc.option(anyError),
  failures: fc.oneof(fc.nat(12), fc.maxSafeNat()),
  polls: fc.maxSafeNat(),
})

const anyInterval = fc.oneof(fc.constant(undefined), fc.double(), fc.integer())
const runs = { seed: SEED, numRuns: 1_000 }

// An interval out of bounds is warned of, and here most are.
beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}))

const isOver = ({ job }: PollContext) => ['completed', 'failed', 'cancelled'].includes(job?.phase ?? '')
const isRefused = ({ error }: PollContext) => error !== null && !error.isRetryable

describe('when to ask for a job again, whatever was observed', () => {
  test('is never once it is over or refused, and else between a second and an hour from now', () => {
    fc.assert(
      fc.property(anyObservation, anyInterval, (observation, pollInterval) => {
        const delayMs = pollDelay(observation, pollInterval)
        if (isOver(observation) || isRefused(observation)) {
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

  test('is the same for what is the same, however often it is asked', () => {
    fc.assert(
      fc.property(anyObservation, (observation) => {
        const delays = [1, 2, 3].map(() => pollDelay(structuredCloneOf(observation)))
        expect(new Set(delays).size).toBe(1)
      }),
      runs,
    )
  })

  test('is never sooner than the service asks for, up to an hour', () => {
    fc.assert(
      fc.property(anyObservation, (observation) => {
        const delayMs = pollDelay(observation)
        const askedMs = Math.min(observation.error?.retryAfterMs ?? 0, 3_600_000)
        if (delayMs !== false && observation.failures > 0)
          expect(delayMs).toBeGreaterThanOrEqual(Math.round(askedMs))
      }),
      runs,
    )
  })

  test('is at most a minute off after failures, unless the service asks for more, and does not shrink with them', () => {
    fc.assert(
      fc.property(anyObservation, fc.nat(100), (observation, more) => {
        const failing = { ...observation, failures: observation.failures + 1 }
        const [delayMs, laterMs] = [failing, { ...failing, failures: failing.failures + more }].map((each) =>
          pollDelay(each),
        )
        if (delayMs === false || delayMs === undefined || laterMs === undefined) return
        const askedMs = Math.round(Math.min(failing.error?.retryAfterMs ?? 0, 3_600_000))
        expect(delayMs).toBeGreaterThanOrEqual(5_000)
        expect(delayMs).toBeLessThanOrEqual(Math.max(60_000, askedMs))
        expect(laterMs).toBeGreaterThanOrEqual(delayMs)
      }),
      runs,
    )
  })

  test('is within 5 % of 5 s, 10 s or 2.7 s while all goes well', () => {
    fc.assert(
      fc.property(anyObservation, (observation) => {
        const well = { ...observation, error: null, failures: 0 }
        const delayMs = pollDelay(well)
        if (delayMs === false) return
        const isNear = (wantedMs: number) => Math.abs(delayMs - wantedMs) <= wantedMs * 0.05 + 1
        const expected = well.job?.phase === 'running' ? [10_000, 2_700] : [5_000]
        expect(expected.some(isNear)).toBe(true)
      }),
      runs,
    )
  })
})

/** A copy that shares nothing but the error, whose class would be lost. */
function structuredCloneOf(observation: PollContext): PollContext {
  return { ...structuredClone({ ...observation, error: null }), error: observation.error }
}
