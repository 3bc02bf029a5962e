import type { OptimizationJob } from './job.js'
import { isNonRetryable, type OptimizationError } from './OptimizationError.js'
import { isTerminalPhase } from './phase.js'
import { type PollInterval, resolvePollInterval } from './pollInterval.js'

export interface PollContext {
  jobId: string
  /** The latest job; null before the first response. */
  job: OptimizationJob | null
  /** Why the latest request failed; null if it succeeded. */
  error: OptimizationError | null
  /** Whether the error ends polling. */
  isFinal: boolean
  consecutiveFailures: number
  pollCount: number
}

const QUEUED_MS = 5_000
const EARLIER_STEP_MS = 10_000
const LAST_STEP_MS = 2_700
const FIRST_RETRY_MS = 5_000
const MAX_RETRY_MS = 60_000
const MAX_RETRY_AFTER_MS = 3_600_000

/** Whether the job is over, or the error is final. */
export function isPollingDone(job: PollContext['job'], isFinal: boolean): boolean {
  return (job !== null && isTerminalPhase(job.phase)) || isFinal
}

/**
 * The delay between the latest request and the next poll in milliseconds, or false to stop polling.
 *
 * - false once the job is over, or after a final error;
 * - 60 s after the first 403 or 404 about a job that was seen before;
 * - after the n-th consecutive failure, 5 s · 2^(n−1) plus up to 10 %, at most 60 s, and no less than `Retry-After`, which is capped at
 *   one hour;
 * - otherwise `pollIntervalMs`, or ±5 % of 5 s while queued, 10 s in an earlier step, and 2.7 s in the last step, while
 *   canceling or without progress.
 *
 * It must be pure: TanStack Query calls it on every render, and restarts its timer when the number changes.
 */
export function pollDelay(
  { jobId, job, error, isFinal, consecutiveFailures, pollCount }: PollContext,
  pollIntervalMs?: PollInterval,
): number | false {
  if (isPollingDone(job, isFinal)) return false
  if (consecutiveFailures > 0) {
    const backoffMs = isNonRetryable(error)
      ? MAX_RETRY_MS
      : FIRST_RETRY_MS * 2 ** Math.min(consecutiveFailures - 1, 10) * (1 + jitter(jobId, pollCount) / 10)
    const retryAfterMs = Math.min(error?.retryAfterMs ?? 0, MAX_RETRY_AFTER_MS)
    return Math.round(Math.max(Math.min(backoffMs, MAX_RETRY_MS), retryAfterMs))
  }
  if (pollIntervalMs !== undefined) return resolvePollInterval(pollIntervalMs, job)
  return Math.round(defaultIntervalMs(job) * (0.95 + jitter(jobId, pollCount) / 10))
}

function defaultIntervalMs(job: OptimizationJob | null): number {
  if (job?.phase !== 'running') return QUEUED_MS
  const { progress } = job
  const mayFinish = !progress || progress.step >= progress.totalSteps || job.isCancelling
  return mayFinish ? LAST_STEP_MS : EARLIER_STEP_MS
}

/** A number from 0 to 1 that spreads the polls of many jobs, but is stable for one poll: an FNV-1a hash. */
function jitter(jobId: string, pollCount: number): number {
  const prime = 0x01000193
  let hash = Math.imul(0x811c9dc5 ^ pollCount, prime)
  for (let index = 0; index < jobId.length; index++) {
    hash = Math.imul(hash ^ jobId.charCodeAt(index), prime)
  }
  // An extra round, so that the last character is mixed as well as the first.
  return (Math.imul(hash, prime) >>> 0) / 0xffffffff
}
