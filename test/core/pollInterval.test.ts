import { afterEach, expect, it, vi } from 'vitest'
import { optimizationJobSchema } from '../../src/api.js'
import { pollDelay } from '../../src/core/pollDelay.js'
import { buildJob } from '../../src/testing.js'

const job = optimizationJobSchema.parse(buildJob())
const observation = { jobId: 'a', job, error: null, failures: 0, polls: 3 }

afterEach(() => void vi.restoreAllMocks())

it('is kept to, whether it is a number or a function of the job', () => {
  expect(pollDelay(observation, 2_500)).toBe(2_500)
  expect(pollDelay(observation, (seen) => (seen?.phase === 'running' ? 1_234 : 9_999))).toBe(1_234)
})

it.each([
  [0, 1_000],
  [-5, 1_000],
  [Number.NaN, 1_000],
  [10, 1_000],
  [Number.POSITIVE_INFINITY, 3_600_000],
  [1e12, 3_600_000],
])('of %d becomes %d ms, and the developer is told once', (pollInterval, delayMs) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  expect(pollDelay(observation, pollInterval)).toBe(delayMs)
  expect(pollDelay(observation, () => pollInterval)).toBe(delayMs)
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(`poll interval is ${pollInterval}, .* ${delayMs} ms .* from 1000 to 3600000`),
  )
})

it.each([1_000, 3_600_000])('may be %d, and nothing is said', (pollInterval) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  expect(pollDelay(observation, pollInterval)).toBe(pollInterval)
  expect(warn).not.toHaveBeenCalled()
})

it('says nothing in production', () => {
  vi.stubEnv('NODE_ENV', 'production')
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  expect(pollDelay(observation, 7)).toBe(1_000)
  expect(warn).not.toHaveBeenCalled()
  vi.unstubAllEnvs()
})

it('does not overrule a job that is over, or a service that fails', () => {
  const over = optimizationJobSchema.parse(buildJob({ status: 'completed' }))
  expect(pollDelay({ ...observation, job: over }, 2_000)).toBe(false)
  expect(pollDelay({ ...observation, failures: 3 }, 2_000)).toBeGreaterThan(15_000)
})
