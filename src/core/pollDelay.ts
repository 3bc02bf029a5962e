import type { OptimizationJob } from './job.js'
import { isNonRetryable, type OptimizationError } from './OptimizationError.js'
import { isCancelling, isTerminalPhase } from './phase.js'
import { type PollInterval, resolvePollInterval } from './pollInterval.js'

/** What a poller knows when it decides when to ask again. */
export interface PollContext {
  /** The job's id, which spreads the checks of many jobs. */
  jobId: string
  /** The job as last seen; null before the first answer. */
  job: OptimizationJob | null
  /** Why the latest check failed; null if it did not. */
  error: OptimizationError | null
  /** How many checks in a row have failed. */
  failures: number
  /** How many checks have been made. */
  polls: number
}

const QUEUED_MS = 5_000
const EARLIER_STEP_MS = 10_000
const LAST_STEP_MS = 2_700
const FIRST_RETRY_MS = 5_000
const MAX_RETRY_MS = 60_000
const MAX_RETRY_AFTER_MS = 3_600_000

/** Whether there is nothing more to ask: the job is over, or the service has refused for good. */
export function isPollingDone(job: PollContext['job'], error: PollContext['error']): boolean {
  return (job !== null && isTerminalPhase(job.phase)) || isNonRetryable(error)
}

/**
 * When to ask for a job again: milliseconds after the latest check, or false for never.
 *
 * - never once the job is over, or the service has refused for good;
 * - after the n-th passing failure in a row, 5 s · 2^(n−1), at most 60 s, and no sooner than `Retry-After` says, of which
 *   at most an hour is heeded;
 * - else every 5 s while the job is queued, 10 s while it is in an earlier step, 2.7 s where it may end at any moment, each
 *   give or take 5 %; or what `pollInterval` says.
 *
 * It is a pure function, and has to be: TanStack Query asks for the interval at every render, and starts its timer again
 * when the number has changed.
 */
export function pollDelay(
  { jobId, job, error, failures, polls }: PollContext,
  pollInterval?: PollInterval,
): number | false {
  if (isPollingDone(job, error)) return false
  if (failures > 0) {
    const backOffMs = FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 10) * (1 + jitter(jobId, polls) / 10)
    const retryAfterMs = Math.min(error?.retryAfterMs ?? 0, MAX_RETRY_AFTER_MS)
    return Math.round(Math.max(Math.min(backOffMs, MAX_RETRY_MS), retryAfterMs))
  }
  return (
    resolvePollInterval(pollInterval, job) ?? Math.round(intervalMs(job) * (0.95 + jitter(jobId, polls) / 10))
  )
}

function intervalMs(job: OptimizationJob | null): number {
  if (job?.phase !== 'running') return QUEUED_MS
  const { progress } = job
  const mayEndAnyMoment = !progress || progress.step >= progress.totalSteps || isCancelling(job.status)
  return mayEndAnyMoment ? LAST_STEP_MS : EARLIER_STEP_MS
}

/** From 0 to 1, by FNV-1a: it spreads the checks of many jobs, and yet is the same for the same check. */
function jitter(jobId: string, polls: number): number {
  const prime = 0x01000193
  let hash = Math.imul(0x811c9dc5 ^ polls, prime)
  for (let index = 0; index < jobId.length; index++) {
    hash = Math.imul(hash ^ jobId.charCodeAt(index), prime)
  }
  // Once more, so that the last letter counts for as much as the first.
  return (Math.imul(hash, prime) >>> 0) / 0xffffffff
}
