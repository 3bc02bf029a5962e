import type { Query, QueryState } from '@tanstack/react-query'
import type { JobRecord } from '../core/jobRecord.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import { pollDelay } from '../core/pollDelay.js'
import type { PollInterval } from '../core/pollInterval.js'
import type { optimizationKeys } from './optimizationKeys.js'

/** What TanStack Query holds of a job. */
export interface JobQueryData extends JobRecord {
  /** How many checks had failed when the latest answer arrived. Those counted since then failed in a row. */
  failuresBefore: number
}

/** The query of one job, as it stands in the cache. */
export type JobQuery = Query<
  JobQueryData,
  OptimizationError,
  JobQueryData,
  ReturnType<typeof optimizationKeys.job>
>

/** The state of a query, as far as polling reads it. */
export type PolledQueryState<Data> = Pick<
  QueryState<Data, OptimizationError>,
  'data' | 'dataUpdatedAt' | 'dataUpdateCount' | 'error' | 'errorUpdatedAt' | 'errorUpdateCount'
>

/** The same of one job. */
export type JobQueryState = PolledQueryState<JobQueryData>

/** Which job is polled, and how. */
export interface PollOptions {
  jobId: string
  pollInterval?: PollInterval | undefined
}

/** How many checks in a row have failed. TanStack Query counts only the attempts of one fetch, and all failures ever. */
export function countConsecutiveFailures({ data, errorUpdateCount }: JobQueryState): number {
  return Math.max(0, errorUpdateCount - (data?.failuresBefore ?? 0))
}

/** {@link pollDelay}, for what the query knows. */
export function queryPollDelay({ jobId, pollInterval }: PollOptions, state: JobQueryState): number | false {
  const observation = {
    jobId,
    job: state.data?.job ?? null,
    error: state.error,
    failures: countConsecutiveFailures(state),
    polls: state.dataUpdateCount + state.errorUpdateCount,
  }
  return pollDelay(observation, pollInterval)
}

/** When the next check is due: milliseconds since the epoch, 0 before the first check, Infinity for never. */
export function pollDueAt(
  { dataUpdatedAt, errorUpdatedAt }: PolledQueryState<unknown>,
  delayMs: number | false,
): number {
  if (delayMs === false) return Number.POSITIVE_INFINITY
  const latestCheckAt = Math.max(dataUpdatedAt, errorUpdatedAt)
  return latestCheckAt === 0 ? 0 : latestCheckAt + delayMs
}

/** {@link pollDueAt}, for a job by its plan. */
export function nextPollDueAt(plan: PollOptions, state: JobQueryState): number {
  return pollDueAt(state, queryPollDelay(plan, state))
}
