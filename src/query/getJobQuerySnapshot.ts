import type { OptimizationError } from '../core/OptimizationError.js'
import { countConsecutiveFailures, type JobQuery, type JobQueryData } from './jobQueryState.js'

/** The rendered part of a query's state. Without the fetch status, so that starting a request does not render. */
export interface JobQuerySnapshot {
  record: JobQueryData | undefined
  error: OptimizationError | null
  consecutiveFailures: number
}

const snapshots = new WeakMap<JobQuery, JobQuerySnapshot>()

/** Returns the same object until one of its fields changes. */
export function getJobQuerySnapshot(query: JobQuery): JobQuerySnapshot {
  const previous = snapshots.get(query)
  const { data: record } = query.state
  const consecutiveFailures = countConsecutiveFailures(query.state)
  // TanStack Query resets the error when a query without data refetches: keep it until a success.
  const error = query.state.error ?? (consecutiveFailures > 0 ? (previous?.error ?? null) : null)
  if (
    previous &&
    previous.record === record &&
    previous.error === error &&
    previous.consecutiveFailures === consecutiveFailures
  )
    return previous
  const snapshot = { record, error, consecutiveFailures }
  snapshots.set(query, snapshot)
  return snapshot
}
