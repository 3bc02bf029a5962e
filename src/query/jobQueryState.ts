import type { Query, QueryState } from '@tanstack/react-query'
import type { JobRecord } from '../core/jobRecord.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import { pollDelay } from '../core/pollDelay.js'
import type { PollInterval } from '../core/pollInterval.js'
import type { optimizationKeys } from './optimizationKeys.js'

/** What TanStack Query holds of a job. */
export interface PolledJob extends JobRecord {
  /** How many checks had failed when the latest answer arrived. Those counted since then failed in a row. */
  failuresBefore: number
}

/** The query of one job, as it stands in the cache. */
export type JobQuery = Query<PolledJob, OptimizationError, PolledJob, ReturnType<typeof optimizationKeys.job>>

/** The state of a query, as far as polling reads it. */
export type PolledState<Data> = Pick<
  QueryState<Data, OptimizationError>,
  'data' | 'dataUpdatedAt' | 'dataUpdateCount' | 'error' | 'errorUpdatedAt' | 'errorUpdateCount'
>

/** The same of one job. */
export type JobQueryState = PolledState<PolledJob>

/** Which job is polled, and how. */
export interface PollPlan {
  jobId: string
  pollInterval?: PollInterval | undefined
}

/** How many checks in a row have failed. TanStack Query counts only the attempts of one fetch, and all failures ever. */
export function failuresInARow({ data, errorUpdateCount }: JobQueryState): number {
  return Math.max(0, errorUpdateCount - (data?.failuresBefore ?? 0))
}

/** {@link pollDelay}, for what the query knows. */
export function queryPollDelay({ jobId, pollInterval }: PollPlan, state: JobQueryState): number | false {
  const observation = {
    jobId,
    job: state.data?.job ?? null,
    error: state.error,
    failures: failuresInARow(state),
    polls: state.dataUpdateCount + state.errorUpdateCount,
  }
  return pollDelay(observation, pollInterval)
}

/** When the next check is due: milliseconds since the epoch, 0 before the first check, Infinity for never. */
export function dueAt(
  { dataUpdatedAt, errorUpdatedAt }: PolledState<unknown>,
  delayMs: number | false,
): number {
  if (delayMs === false) return Number.POSITIVE_INFINITY
  const latestCheckAt = Math.max(dataUpdatedAt, errorUpdatedAt)
  return latestCheckAt === 0 ? 0 : latestCheckAt + delayMs
}

/** {@link dueAt}, for a job by its plan. */
export function nextCheckDueAt(plan: PollPlan, state: JobQueryState): number {
  return dueAt(state, queryPollDelay(plan, state))
}
