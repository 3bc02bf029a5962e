import type { OptimizationJob } from './job.js'
import { warnOnce } from './warnOnce.js'

/**
 * How long to wait between checks that succeed, in milliseconds: a number, or a pure function of the job as last seen
 * (null before the first answer). At least 1,000 and at most 3,600,000: what is out of bounds, or no number, is brought
 * within them, with a warning in development.
 */
export type PollInterval = number | ((job: OptimizationJob | null) => number)

const MIN_INTERVAL_MS = 1_000
const MAX_INTERVAL_MS = 3_600_000

/** The interval that the app asks for, brought within bounds; undefined if it asks for none. */
export function resolvePollInterval(
  pollInterval: PollInterval | undefined,
  job: OptimizationJob | null,
): number | undefined {
  if (pollInterval === undefined) return undefined
  const wantedMs = typeof pollInterval === 'function' ? pollInterval(job) : pollInterval
  if (wantedMs >= MIN_INTERVAL_MS && wantedMs <= MAX_INTERVAL_MS) return wantedMs
  const givenMs = wantedMs > MAX_INTERVAL_MS ? MAX_INTERVAL_MS : MIN_INTERVAL_MS
  warnOnce(
    () =>
      `The poll interval is ${wantedMs}, and checks are made every ${givenMs} ms instead. ` +
      `Give milliseconds from ${MIN_INTERVAL_MS} to ${MAX_INTERVAL_MS}.`,
  )
  return givenMs
}
