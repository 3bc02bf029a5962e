import type { OptimizationError } from '../core/OptimizationError.js'
import { countConsecutiveFailures, type JobQuery, type JobQueryData } from './jobQueryState.js'

/** What of a query is worth a render. */
export interface JobQuerySnapshot {
  record: JobQueryData | undefined
  error: OptimizationError | null
  failures: number
}

const latest = new WeakMap<JobQuery, JobQuerySnapshot>()

/** The snapshot of a query: the same object until something new is known. That a check began, or when, is not new. */
export function jobQuerySnapshot(query: JobQuery): JobQuerySnapshot {
  const before = latest.get(query)
  const { data: record } = query.state
  const failures = countConsecutiveFailures(query.state)
  // TanStack Query forgets the error of a query without data when it asks again; what is on the screen should stay.
  const error = query.state.error ?? (failures > 0 ? (before?.error ?? null) : null)
  if (before && before.record === record && before.error === error && before.failures === failures)
    return before
  const snapshot = { record, error, failures }
  latest.set(query, snapshot)
  return snapshot
}
