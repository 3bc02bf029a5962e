import type { OptimizationError } from '../service/OptimizationError.js'
import { failuresInARow, type JobQuery, type PolledJob } from './jobQueryState.js'

/** What of a query is worth a render. */
export interface JobQuerySnapshot {
  record: PolledJob | undefined
  error: OptimizationError | null
  failures: number
}

const latest = new WeakMap<JobQuery, JobQuerySnapshot>()

/** The snapshot of a query: the same object until something is new, which the begin and the time of a check are not. */
export function jobQuerySnapshot(query: JobQuery): JobQuerySnapshot {
  const before = latest.get(query)
  const { data: record, error } = query.state
  const failures = failuresInARow(query.state)
  if (before && before.record === record && before.error === error && before.failures === failures)
    return before
  const snapshot = { record, error, failures }
  latest.set(query, snapshot)
  return snapshot
}
