import type { OptimizationJob } from '../core/job.js'
import type { JobStep } from '../core/jobRecord.js'
import { isNonRetryable, type OptimizationError } from '../core/OptimizationError.js'
import { isTerminalPhase, type JobPhase } from '../core/phase.js'
import type { JobQueryData } from '../query/jobQueryState.js'

/**
 * How the watching goes, which is not how the job goes.
 *
 * - `live`: checks are made and answered; also where there is nothing to check any more.
 * - `retrying`: the latest checks failed; more will be made.
 * - `offline`: the browser has no network; checks go on at once when it is back.
 * - `paused`: the page is hidden; checks go on when it is shown.
 */
export type JobConnection = 'live' | 'retrying' | 'offline' | 'paused'

/** What every state has, whatever its kind. */
export interface JobPollingInfo {
  /** How the watching goes. */
  connection: JobConnection
  /** Why the latest check failed, if it did, or why the job is `unavailable`. A failed job is no error. */
  error: OptimizationError | null
  /** The steps that the job was seen in, and when each was first seen. */
  steps: readonly JobStep[]
  /** Since when nothing has moved (milliseconds since the epoch), once that is longer than `stallAfterMs`. */
  stalledSince: number | null
  /**
   * When the service last answered: milliseconds since the epoch. The value is current whenever it is read; a check that
   * changed nothing does not render.
   */
  readonly lastUpdatedAt: number | null
  /** When the next check is due, likewise; null if none is planned, and while the first is under way. */
  readonly nextPollAt: number | null
  /**
   * Checks now, also a job that is over or `unavailable`. Never rejects: how it went shows in the state; of a job that is
   * over, a failure does not.
   */
  refetch: () => Promise<void>
}

/** The job's own part of the state: a union on `kind`. */
export type JobStateVariant =
  | { kind: 'idle'; job: null }
  | { kind: 'loading'; job: null }
  | { [Phase in JobPhase]: { kind: Phase; job: OptimizationJob } }[JobPhase]
  | { kind: 'unavailable'; job: OptimizationJob | null; error: OptimizationError }

/**
 * What `useOptimizationJob` returns and `JobStatusCard` shows: one object, to be switched on by `kind`.
 *
 * - `idle`: there is no job id yet.
 * - `loading`: no answer yet.
 * - `queued`, `running`, `completed`, `failed`, `cancelled`: the job, by its phase.
 * - `unavailable`: the service refused for good; with the last good job, if there was one.
 */
export type OptimizationJobState = JobStateVariant & JobPollingInfo

/** What {@link deriveJobState} derives the state from. */
export interface JobStateInput {
  hasJobId: boolean
  record: JobQueryData | undefined
  error: OptimizationError | null
  failures: number
  isOnline: boolean
  /** Whether checks are made: the page is shown, or polled in the background. */
  isPolling: boolean
}

/** Derives the state from what was observed. The one place that decides what the screen is about. */
export function deriveJobState(
  observation: JobStateInput,
): JobStateVariant & Pick<JobPollingInfo, 'connection' | 'error' | 'steps' | 'stalledSince'> {
  const { hasJobId, record, error } = observation
  const job = record?.job ?? null
  const seen = { steps: record?.steps ?? [], stalledSince: record?.stalledSince ?? null }

  if (!hasJobId) return { kind: 'idle', job: null, connection: 'live', error: null, ...seen }
  if (job && isTerminalPhase(job.phase)) {
    return { kind: job.phase, job, connection: 'live', error: null, ...seen }
  }
  if (error && isNonRetryable(error)) return { kind: 'unavailable', job, connection: 'live', error, ...seen }
  const watch = { connection: connectionOf(observation), error, ...seen }
  return job ? { kind: job.phase, job, ...watch } : { kind: 'loading', job: null, ...watch }
}

function connectionOf({ isOnline, isPolling, failures }: JobStateInput): JobConnection {
  if (!isOnline) return 'offline'
  if (!isPolling) return 'paused'
  return failures > 0 ? 'retrying' : 'live'
}
