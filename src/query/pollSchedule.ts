import type { QueryState } from '@tanstack/react-query'
import type { OptimizationJob } from '../core/job.js'
import { asJobRecord, type JobRecord } from '../core/jobRecord.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import { pollDelay } from '../core/pollDelay.js'
import type { PollInterval } from '../core/pollInterval.js'
import { type Failures, getFailures } from './failures.js'

/** A query, whatever its key. */
export interface PolledQuery<Data> {
  state: QueryState<Data, OptimizationError>
}

export interface PollOptions {
  jobId: string
  pollIntervalMs?: PollInterval | undefined
}

/** {@link pollDelay} for a query. The ID is only a seed, so that the polls of many queries spread. */
export function queryPollDelay(
  id: string,
  { state }: PolledQuery<unknown>,
  job: OptimizationJob | null,
  { error, isFinal, consecutiveFailures }: Failures,
  pollIntervalMs: PollInterval | undefined,
): number | false {
  const pollCount = state.dataUpdateCount + state.errorUpdateCount
  return pollDelay({ jobId: id, job, pollCount, error, isFinal, consecutiveFailures }, pollIntervalMs)
}

/** {@link queryPollDelay} for the query of a job. */
export function jobPollDelay(
  { jobId, pollIntervalMs }: PollOptions,
  query: PolledQuery<JobRecord>,
): number | false {
  const job = asJobRecord(query.state.data)?.job ?? null
  return queryPollDelay(jobId, query, job, getFailures(query), pollIntervalMs)
}

/** {@link pollDueAt} for the query of a job: at once if the cached data is of another version. */
export function jobPollDueAt(query: PolledQuery<JobRecord>, delayMs: number | false): number {
  const { data } = query.state
  return data !== undefined && !asJobRecord(data) ? 0 : pollDueAt(query, delayMs)
}

const lastPolls = new WeakMap<object, { recordedAt: number; polledAt: number }>()

/** When the next poll is due: milliseconds since the epoch, 0 before the first one, Infinity for never. */
export function pollDueAt(query: PolledQuery<unknown>, delayMs: number | false): number {
  if (delayMs === false) return Number.POSITIVE_INFINITY
  const { error, dataUpdatedAt, errorUpdatedAt } = query.state
  const recordedAt = error || !dataUpdatedAt ? errorUpdatedAt : dataUpdatedAt
  // Without reading the clock: with Cache Components, Next.js fails the build of a static page that reads it.
  if (recordedAt === 0) return 0
  const known = lastPolls.get(query)
  // At most now, from the first reading on: a server's clock may be ahead, and this device's may have been set back.
  const polledAt = Math.min(known?.recordedAt === recordedAt ? known.polledAt : recordedAt, Date.now())
  lastPolls.set(query, { recordedAt, polledAt })
  return polledAt + delayMs
}

/** Whether a time, as {@link pollDueAt} returns it, has come. */
export function isPast(dueAt: number): boolean {
  return dueAt <= Date.now()
}
