import { afterEach, expect, it, vi } from 'vitest'
import { pollDelay } from '../../src/core/pollDelay.js'
import { optimizationJobSchema } from '../../src/core/schema.js'
import { buildJob } from '../../src/testing.js'

const job = optimizationJobSchema.parse(buildJob())
const context = { jobId: 'a', job, error: null, isFinal: false, consecutiveFailures: 0, pollCount: 3 }

afterEach(() => void vi.restoreAllMocks())

it('pollIntervalMs can be a number or a function of the job', () => {
  expect(pollDelay(context, 2_500)).toBe(2_500)
  expect(pollDelay(context, (polledJob) => (polledJob?.phase === 'running' ? 1_234 : 9_999))).toBe(1_234)
})

it.each([
  [0, 1_000],
  [-5, 1_000],
  [Number.NaN, 1_000],
  [10, 1_000],
  [Number.POSITIVE_INFINITY, 3_600_000],
  [1e12, 3_600_000],
])('pollIntervalMs %d is clamped to %d ms with one warning', (pollIntervalMs, delayMs) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  expect(pollDelay(context, pollIntervalMs)).toBe(delayMs)
  expect(pollDelay(context, () => pollIntervalMs)).toBe(delayMs)
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(
      `poll interval ${pollIntervalMs} is out of range, so ${delayMs} ms .* from 1000 to 3600000.*/errors/poll-interval-out-of-range.md`,
    ),
  )
})

it.each([1_000, 3_600_000])('pollIntervalMs %d is accepted without a warning', (pollIntervalMs) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  expect(pollDelay(context, pollIntervalMs)).toBe(pollIntervalMs)
  expect(warn).not.toHaveBeenCalled()
})

it('an out-of-range pollIntervalMs causes no warning in production', () => {
  vi.stubEnv('NODE_ENV', 'production')
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  expect(pollDelay(context, 7)).toBe(1_000)
  expect(warn).not.toHaveBeenCalled()
  vi.unstubAllEnvs()
})

it('pollIntervalMs does not override the stop after a finished job or the backoff after failures', () => {
  const completed = optimizationJobSchema.parse(buildJob({ status: 'completed' }))
  expect(pollDelay({ ...context, job: completed }, 2_000)).toBe(false)
  expect(pollDelay({ ...context, consecutiveFailures: 3 }, 2_000)).toBeGreaterThan(15_000)
})
