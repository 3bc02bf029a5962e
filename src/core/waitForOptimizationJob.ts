import { throwIfAborted } from '../http/abortSignal.js'
import { sleep } from '../http/sleep.js'
import type { OptimizationClient } from './createOptimizationClient.js'
import { readClock } from './deviceClock.js'
import { getDeniedSince, isFinalError } from './isFinalError.js'
import type { JobReference, OptimizationJob } from './job.js'
import { type JobRecord, mergeResponse } from './jobRecord.js'
import { OptimizationError } from './OptimizationError.js'
import { pollDelay } from './pollDelay.js'
import type { PollInterval } from './pollInterval.js'

/** Options of {@link waitForOptimizationJob}. */
export interface WaitForOptimizationJobOptions extends JobReference {
  /** Stops waiting, for example `AbortSignal.timeout(3_600_000)`. The job itself continues. */
  signal?: AbortSignal | undefined
  /** The delay between successful polls. @default 5 s while queued, 2.7 s in the last step, while canceling or without progress, otherwise 10 s */
  pollIntervalMs?: PollInterval | undefined
  /** Called with the job after the first response, and whenever it has changed. */
  onProgress?: ((job: OptimizationJob) => void) | undefined
}

/**
 * Polls a job until it is over, without React: for scripts and CI. It resolves with the job in any terminal phase: check
 * `phase`. Retryable errors are retried without a limit, and a 403 or 404 about a job that was seen before for a minute.
 *
 * @throws OptimizationError after a non-retryable error: see `isRetryable`
 * @throws the signal's reason when it is aborted
 *
 * @example
 * const job = await waitForOptimizationJob(client, { projectId, jobId, signal: AbortSignal.timeout(3_600_000) })
 * if (job.phase === 'failed') throw new Error(job.errorMessage ?? 'The optimization failed')
 */
export async function waitForOptimizationJob(
  client: Pick<OptimizationClient, 'getJob'>,
  { projectId, jobId, signal, pollIntervalMs, onProgress }: WaitForOptimizationJobOptions,
): Promise<OptimizationJob> {
  let record: JobRecord | undefined
  let consecutiveFailures = 0
  let deniedSince: number | null = null
  for (let pollCount = 1; ; pollCount++) {
    const { response, error } = await poll(client, { projectId, jobId }, signal)
    deniedSince = getDeniedSince(error, deniedSince)
    if (isFinalError(error, deniedSince, record !== undefined)) throw error
    consecutiveFailures = error ? consecutiveFailures + 1 : 0
    if (response) {
      const previous = record
      record = mergeResponse(previous, response, {
        receivedAt: readClock(),
        stallAfterMs: Number.POSITIVE_INFINITY,
      })
      if (record !== previous) onProgress?.(record.job)
    }
    const job = record?.job ?? null
    const delayMs = pollDelay(
      { jobId, job, error, isFinal: false, consecutiveFailures, pollCount },
      pollIntervalMs,
    )
    // Never null here: final errors have been thrown.
    if (delayMs === false) return job as OptimizationJob
    await sleep(delayMs, signal)
  }
}

/** Returns the response or why the request failed; throws any other error. */
async function poll(
  client: Pick<OptimizationClient, 'getJob'>,
  job: JobReference,
  signal: AbortSignal | undefined,
): Promise<{ response: OptimizationJob; error: null } | { response: null; error: OptimizationError }> {
  try {
    return { response: await client.getJob(job, { signal }), error: null }
  } catch (error) {
    throwIfAborted(signal)
    if (error instanceof OptimizationError) return { response: null, error }
    throw error
  }
}
