import type { OptimizationJob } from './job.js'
import { warnOnce } from './warnOnce.js'

/**
 * The delay between successful polls in milliseconds: a number, or a pure function of the latest response, which is a job
 * or a list's jobs (null before the first one). It is clamped to 1,000 to 3,600,000, with a warning in development.
 */
export type PollInterval<Polled = OptimizationJob> = number | ((latest: Polled | null) => number)

const MIN_INTERVAL_MS = 1_000
const MAX_INTERVAL_MS = 3_600_000

/** Returns the clamped interval. */
export function resolvePollInterval<Polled>(
  pollIntervalMs: PollInterval<Polled>,
  latest: Polled | null,
): number {
  const requestedMs = typeof pollIntervalMs === 'function' ? pollIntervalMs(latest) : pollIntervalMs
  if (requestedMs >= MIN_INTERVAL_MS && requestedMs <= MAX_INTERVAL_MS) return requestedMs
  const clampedMs = requestedMs > MAX_INTERVAL_MS ? MAX_INTERVAL_MS : MIN_INTERVAL_MS
  warnOnce(
    () =>
      `the poll interval ${requestedMs} is out of range, so ${clampedMs} ms is used. ` +
      `Set milliseconds from ${MIN_INTERVAL_MS} to ${MAX_INTERVAL_MS}. ` +
      'See node_modules/react-prompt-optimization/docs/errors/poll-interval-out-of-range.md',
  )
  return clampedMs
}
