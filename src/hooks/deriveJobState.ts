import type { OptimizationJob } from '../core/job.js'
import type { JobRecord, JobStep } from '../core/jobRecord.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import { isTerminalPhase, type JobPhase } from '../core/phase.js'

/**
 * The connection to the service, as opposed to the state of the job.
 *
 * - `live`: polling works, or there is nothing left to poll.
 * - `retrying`: the latest request failed and will be retried.
 * - `offline`: the browser is offline; polling, or a pending `refetch()`, resumes as soon as it reconnects.
 * - `paused`: the page is hidden, or `enabled` is false; polling resumes when that changes.
 */
export type JobConnection = 'live' | 'retrying' | 'offline' | 'paused'

/** The fields of every state, whatever its kind. */
export interface JobPollingInfo {
  /** The connection to the service. */
  connection: JobConnection
  /** Whether the job is active and being cancelled: by its status, or because a request to cancel it is in flight. */
  isCancelling: boolean
  /** Why the latest request failed, or why the job is `error`; otherwise null, also for a failed job. */
  error: OptimizationError | null
  /** The observed steps, and when each was first observed. */
  steps: readonly JobStep[]
  /** When the job last changed (milliseconds since the epoch), if that is longer ago than `stallAfterMs`; else null. */
  stalledSince: number | null
  /**
   * When the latest successful response arrived, in milliseconds since the epoch. Null without one in this page since the
   * device's clock was last set, and while polling works: the state is then current, and a response that changes nothing
   * does not render.
   */
  lastUpdatedAt: number | null
  /** When the next poll is due, in milliseconds since the epoch, while the connection is `retrying`; otherwise null. */
  nextPollAt: number | null
  /** Whether the first response, or one requested by `refetch()`, is pending. Scheduled polls do not count. */
  isFetching: boolean
  /**
   * Fetches now, even if the job is over or `error`. Never rejects: the state shows the outcome, except for a failed
   * request about a job that is over. The same function in every state.
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
 * - `idle`: there is no job ID yet, or `enabled` is false and no job is cached.
 * - `loading`: no response yet.
 * - `queued`, `running`, `completed`, `failed`, `cancelled`: the phase of the job.
 * - `error`: a non-retryable error; `job` is the last good job, if any. A 403 or 404 about a job that was seen before is
 *   retried after a minute.
 */
export type OptimizationJobState = JobStateVariant & JobPollingInfo

export interface JobStateInput {
  /** Whether there is a job ID, and `enabled` is not false. */
  isEnabled: boolean
  record: JobRecord | undefined
  error: OptimizationError | null
  consecutiveFailures: number
  /** Whether the error ends polling. */
  isFinal: boolean
  isOnline: boolean
  /** Whether polling is enabled, and the page visible or polled in the background. */
  isPolling: boolean
  /** In milliseconds since the epoch, 0 before the first response. */
  lastResponseAt: number
  /** In milliseconds since the epoch. */
  pollDueAtMs: number
}

const NO_STEPS: readonly JobStep[] = []

type DerivedJobState = JobStateVariant & Omit<JobPollingInfo, 'isFetching' | 'refetch'>

/** Derives the state: the only place that decides its kind and connection. */
export function deriveJobState(input: JobStateInput): DerivedJobState {
  const { isEnabled, record, error, isFinal } = input
  const job = record?.job ?? null
  const lastUpdatedAt = input.lastResponseAt || null
  const steps = record?.steps ?? NO_STEPS
  const stalledSince = record?.stalledSince ?? null
  const rest = { steps, stalledSince, isCancelling: false, lastUpdatedAt, nextPollAt: null }

  if (job && isTerminalPhase(job.phase)) {
    return { kind: job.phase, job, connection: 'live', error: null, ...rest }
  }
  if (error && isFinal) {
    return { kind: 'error', job, connection: input.isOnline ? 'live' : 'offline', error, ...rest }
  }
  if (!job && !isEnabled) return { kind: 'idle', job, connection: 'live', error, ...rest }
  const connection = getConnection(input)
  const polling = {
    connection,
    error,
    ...rest,
    isCancelling: job?.isCancelling ?? false,
    lastUpdatedAt: connection === 'live' ? null : lastUpdatedAt,
    nextPollAt: connection === 'retrying' ? input.pollDueAtMs : null,
  }
  return job ? { kind: job.phase, job, ...polling } : { kind: 'loading', job, ...polling }
}

function getConnection(input: JobStateInput): JobConnection {
  const { isEnabled, isOnline, isPolling, consecutiveFailures } = input
  // Without polling, nothing resumes on reconnect.
  if (!isEnabled) return 'paused'
  if (!isOnline) return 'offline'
  if (!isPolling) return 'paused'
  return consecutiveFailures > 0 ? 'retrying' : 'live'
}
