import type { QueryState } from '@tanstack/react-query'
import type { JobRecord } from '../service/jobRecord.js'
import type { OptimizationError } from '../service/OptimizationError.js'
import { type PollObservation, pollDelay } from '../service/pollDelay.js'

/** What TanStack Query holds of a job. */
export interface PolledJob extends JobRecord {
  /** How many checks had failed when the latest answer arrived. Those counted since then failed in a row. */
  failuresBefore: number
}

/** The query's state, as far as the functions here read it. */
export type JobQueryState = Pick<
  QueryState<PolledJob, OptimizationError>,
  'data' | 'dataUpdatedAt' | 'dataUpdateCount' | 'error' | 'errorUpdatedAt' | 'errorUpdateCount'
>

/** How many checks in a row have failed. TanStack Query counts only the attempts of one fetch, and all failures ever. */
export function failuresInARow({ data, errorUpdateCount }: JobQueryState): number {
  return Math.max(0, errorUpdateCount - (data?.failuresBefore ?? 0))
}

/** What {@link pollDelay} wants to know, read off the query. */
export function observe(jobId: string, state: JobQueryState): PollObservation {
  return {
    jobId,
    job: state.data?.job ?? null,
    error: state.error,
    failures: failuresInARow(state),
    polls: state.dataUpdateCount + state.errorUpdateCount,
  }
}

/** When the next check is due: milliseconds since the epoch, 0 before the first check, Infinity for never. */
export function nextCheckDueAt(jobId: string, state: JobQueryState): number {
  const delayMs = pollDelay(observe(jobId, state))
  if (delayMs === false) return Number.POSITIVE_INFINITY
  const latestCheckAt = Math.max(state.dataUpdatedAt, state.errorUpdatedAt)
  return latestCheckAt === 0 ? 0 : latestCheckAt + delayMs
}
