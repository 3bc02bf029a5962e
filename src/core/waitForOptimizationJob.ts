import type { OptimizationClient } from './createOptimizationClient.js'
import type { JobReference, OptimizationJob } from './job.js'
import { type JobRecord, mergeResponse } from './jobRecord.js'
import { OptimizationError } from './OptimizationError.js'
import { pollDelay } from './pollDelay.js'
import type { PollInterval } from './pollInterval.js'

/** Options of {@link waitForOptimizationJob}. */
export interface WaitForOptimizationJobOptions extends JobReference {
  /** Ends the waiting, for example `AbortSignal.timeout(3_600_000)`. The job itself goes on. */
  signal?: AbortSignal | undefined
  /** How long to wait between checks that succeed. @default 5 s while the job is queued, 2.7 s where it may end at any moment, else 10 s */
  pollInterval?: PollInterval | undefined
  /** Called with the job when it is first seen, and again whenever something about it has changed. */
  onProgress?: ((job: OptimizationJob) => void) | undefined
}

/**
 * Polls a job until it is over, without React: for scripts and CI. It resolves with the job, whatever its end: look at
 * `phase`. It waits through passing failures for as long as it takes.
 *
 * @throws OptimizationError when the service refuses for good, or would: see `isRetryable`
 * @throws the signal's reason when it is aborted
 *
 * @example
 * const job = await waitForOptimizationJob(client, { projectId, jobId, signal: AbortSignal.timeout(3_600_000) })
 * if (job.phase === 'failed') throw new Error(job.errorMessage ?? 'The optimization failed')
 */
export async function waitForOptimizationJob(
  client: Pick<OptimizationClient, 'getJob'>,
  { projectId, jobId, signal, pollInterval, onProgress }: WaitForOptimizationJobOptions,
): Promise<OptimizationJob> {
  let record: JobRecord | undefined
  let failures = 0
  for (let polls = 1; ; polls++) {
    const { answer, error } = await check(client, { projectId, jobId }, signal)
    failures = error ? failures + 1 : 0
    if (answer) {
      const previous = record
      record = mergeResponse(previous, answer, { seenAt: Date.now(), stallAfterMs: Number.POSITIVE_INFINITY })
      if (record !== previous) onProgress?.(record.job)
    }
    const job = record?.job ?? null
    const delayMs = pollDelay({ jobId, job, error, failures, polls }, pollInterval)
    // No end without a job: what is refused for good was thrown.
    if (delayMs === false) return job as OptimizationJob
    await sleep(delayMs, signal)
  }
}

/** Gives the answer, or a failure that will pass; throws what will not. */
async function check(
  client: Pick<OptimizationClient, 'getJob'>,
  job: JobReference,
  signal: AbortSignal | undefined,
): Promise<{ answer: OptimizationJob; error: null } | { answer: null; error: OptimizationError }> {
  try {
    return { answer: await client.getJob(job, { signal }), error: null }
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof OptimizationError && error.isRetryable) return { answer: null, error }
    throw error
  }
}

function sleep(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const wake = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', wake)
      if (signal?.aborted) reject(signal.reason)
      else resolve()
    }
    const timer = setTimeout(wake, delayMs)
    signal?.addEventListener('abort', wake)
    if (signal?.aborted) wake()
  })
}
