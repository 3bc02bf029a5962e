import type { Query, QueryState } from '@tanstack/react-query'
import type { JobRecord } from '../core/jobRecord.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import { pollDelay } from '../core/pollDelay.js'
import type { PollInterval } from '../core/pollInterval.js'
import type { optimizationKeys } from './optimizationKeys.js'

/** The query data of a job. */
export interface JobQueryData extends JobRecord {
  /** The query's error count at the latest success: errors counted since then are consecutive. */
  failuresBefore: number
}

export type JobQuery = Query<
  JobQueryData,
  OptimizationError,
  JobQueryData,
  ReturnType<typeof optimizationKeys.job>
>

/** The fields of a query's state that polling depends on. */
export type PolledQueryState<Data> = Pick<
  QueryState<Data, OptimizationError>,
  'data' | 'dataUpdatedAt' | 'dataUpdateCount' | 'error' | 'errorUpdatedAt' | 'errorUpdateCount'
>

export type JobQueryState = PolledQueryState<JobQueryData>

export interface PollOptions {
  jobId: string
  pollIntervalMs?: PollInterval | undefined
}

/** TanStack Query counts the failed attempts of one fetch, and all failures, but not consecutive failed fetches. */
export function countConsecutiveFailures({ data, errorUpdateCount }: JobQueryState): number {
  return Math.max(0, errorUpdateCount - (data?.failuresBefore ?? 0))
}

/** {@link pollDelay} for the state of a query. */
export function queryPollDelay({ jobId, pollIntervalMs }: PollOptions, state: JobQueryState): number | false {
  const context = {
    jobId,
    job: state.data?.job ?? null,
    error: state.error,
    consecutiveFailures: countConsecutiveFailures(state),
    pollCount: state.dataUpdateCount + state.errorUpdateCount,
  }
  return pollDelay(context, pollIntervalMs)
}

/** When the next poll is due: milliseconds since the epoch, 0 before the first one, Infinity for never. */
export function pollDueAt(
  { dataUpdatedAt, errorUpdatedAt }: PolledQueryState<unknown>,
  delayMs: number | false,
): number {
  if (delayMs === false) return Number.POSITIVE_INFINITY
  const lastPollAt = Math.max(dataUpdatedAt, errorUpdatedAt)
  return lastPollAt === 0 ? 0 : lastPollAt + delayMs
}

/** {@link pollDueAt} for a job. */
export function nextPollDueAt(options: PollOptions, state: JobQueryState): number {
  return pollDueAt(state, queryPollDelay(options, state))
}
