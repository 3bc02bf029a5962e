import type { OptimizationJob } from '../core/job.js'
import type { JobStep } from '../core/jobRecord.js'
import { isNonRetryable, type OptimizationError } from '../core/OptimizationError.js'
import { isTerminalPhase, type JobPhase } from '../core/phase.js'
import type { JobQueryData } from '../query/jobQueryState.js'

/**
 * The connection to the service, as opposed to the state of the job.
 *
 * - `live`: polling works, or there is nothing left to poll.
 * - `retrying`: the latest request failed and will be retried.
 * - `offline`: the browser is offline; polling resumes as soon as it reconnects.
 * - `paused`: the page is hidden; polling resumes when it is shown.
 */
export type JobConnection = 'live' | 'retrying' | 'offline' | 'paused'

/** The fields of every state, whatever its kind. */
export interface JobPollingInfo {
  /** The connection to the service. */
  connection: JobConnection
  /** Why the latest request failed, or why the job is `error`; otherwise null, also for a failed job. */
  error: OptimizationError | null
  /** The observed steps, and when each was first observed. */
  steps: readonly JobStep[]
  /** When the job last changed (milliseconds since the epoch), if that is longer ago than `stallAfterMs`; else null. */
  stalledSince: number | null
  /**
   * When the latest successful response arrived, in milliseconds since the epoch. A getter: the value is current whenever it is read,
   * since a response that changes nothing does not render.
   */
  readonly lastUpdatedAt: number | null
  /** When the next poll is due, likewise; null if none is scheduled, and during the first request. */
  readonly nextPollAt: number | null
  /**
   * Fetches now, even if the job is over or `error`. Never rejects: the state shows the outcome, except for a failed
   * request about a job that is over.
   */
  refetch: () => Promise<void>
}

/** The job's part of the state: a union on `kind`. */
export type JobStateVariant =
  | { kind: 'idle'; job: null }
  | { kind: 'loading'; job: null }
  | { [Phase in JobPhase]: { kind: Phase; job: OptimizationJob } }[JobPhase]
  | { kind: 'error'; job: OptimizationJob | null; error: OptimizationError }

/**
 * The state returned by `useOptimizationJob` and rendered by `JobStatusCard`, discriminated by `kind`.
 *
 * - `idle`: there is no job ID yet.
 * - `loading`: no response yet.
 * - `queued`, `running`, `completed`, `failed`, `cancelled`: the phase of the job.
 * - `error`: a non-retryable error; `job` is the last good job, if any.
 */
export type OptimizationJobState = JobStateVariant & JobPollingInfo

export interface JobStateInput {
  hasJobId: boolean
  record: JobQueryData | undefined
  error: OptimizationError | null
  consecutiveFailures: number
  isOnline: boolean
  /** Whether the page is visible, or polls in the background. */
  isPolling: boolean
}

/** Derives the state: the only place that decides its kind and connection. */
export function deriveJobState(
  input: JobStateInput,
): JobStateVariant & Pick<JobPollingInfo, 'connection' | 'error' | 'steps' | 'stalledSince'> {
  const { hasJobId, record, error } = input
  const job = record?.job ?? null
  const history = { steps: record?.steps ?? [], stalledSince: record?.stalledSince ?? null }

  if (!hasJobId) return { kind: 'idle', job: null, connection: 'live', error: null, ...history }
  if (job && isTerminalPhase(job.phase)) {
    return { kind: job.phase, job, connection: 'live', error: null, ...history }
  }
  if (error && isNonRetryable(error)) {
    return { kind: 'error', job, connection: 'live', error, ...history }
  }
  const polling = { connection: getConnection(input), error, ...history }
  return job ? { kind: job.phase, job, ...polling } : { kind: 'loading', job: null, ...polling }
}

function getConnection({ isOnline, isPolling, consecutiveFailures }: JobStateInput): JobConnection {
  if (!isOnline) return 'offline'
  if (!isPolling) return 'paused'
  return consecutiveFailures > 0 ? 'retrying' : 'live'
}
