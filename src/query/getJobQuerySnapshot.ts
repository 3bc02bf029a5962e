import type { OptimizationError } from '../core/OptimizationError.js'
import { countConsecutiveFailures, type JobQuery, type JobQueryData } from './jobQueryState.js'

/** The part of a query's state that is worth a render: when requests start and end is not. */
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
  // TanStack Query resets the error when a query without data refetches: keep it on the screen until a success.
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
