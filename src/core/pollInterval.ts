import type { OptimizationJob } from './job.js'
import { warnOnce } from './warnOnce.js'

/**
 * The delay between successful polls in milliseconds: a number, or a pure function of the latest job (null before the
 * first response). It is clamped to 1,000 to 3,600,000, with a warning in development.
 */
export type PollInterval = number | ((job: OptimizationJob | null) => number)

const MIN_INTERVAL_MS = 1_000
const MAX_INTERVAL_MS = 3_600_000

/** Returns the clamped interval, or undefined if none is set. */
export function resolvePollInterval(
  pollIntervalMs: PollInterval | undefined,
  job: OptimizationJob | null,
): number | undefined {
  if (pollIntervalMs === undefined) return undefined
  const requestedMs = typeof pollIntervalMs === 'function' ? pollIntervalMs(job) : pollIntervalMs
  if (requestedMs >= MIN_INTERVAL_MS && requestedMs <= MAX_INTERVAL_MS) return requestedMs
  const clampedMs = requestedMs > MAX_INTERVAL_MS ? MAX_INTERVAL_MS : MIN_INTERVAL_MS
  warnOnce(
    () =>
      `the poll interval ${requestedMs} is out of range, so ${clampedMs} ms is used. ` +
      `Set milliseconds from ${MIN_INTERVAL_MS} to ${MAX_INTERVAL_MS}.`,
  )
  return clampedMs
}
