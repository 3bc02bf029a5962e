import { onlineManager, type UseQueryResult } from '@tanstack/react-query'
import { asJobRecord, type JobRecord } from '../core/jobRecord.js'
import { isNonRetryable, type OptimizationError } from '../core/OptimizationError.js'
import { deriveJobState, type OptimizationJobState } from './deriveJobState.js'

type JobQueryResult = UseQueryResult<JobRecord, OptimizationError>

const refetches = new WeakMap<JobQueryResult['refetch'], () => Promise<void>>()

/**
 * Derives the state of a job, as `useOptimizationJob` returns it, from the result of a query with `optimizationJobOptions`; for
 * `useQueries`, with any number of jobs. A result does not say when the next poll is due, so `nextPollAt` is null, and polling is
 * not `paused` while the page is hidden.
 *
 * @example
 * const results = useQueries({ queries: [optimizationJobOptions(client, { projectId, jobId })] })
 * return results.map((result) => <JobStatusCard key={jobId} state={toOptimizationJobState(result)} />)
 */
export function toOptimizationJobState(result: JobQueryResult): OptimizationJobState {
  const { data, error, errorUpdateCount, dataUpdatedAt, fetchStatus, isEnabled, isLoading } = result
  const record = asJobRecord(data)
  // While the first request is repeated, TanStack Query has no error.
  const hasFailed = error !== null || (data === undefined && errorUpdateCount > 0)
  const state = deriveJobState({
    // `optimizationJobOptions` disables a query that is done.
    isEnabled: isEnabled || hasFailed || record !== undefined,
    record,
    error,
    consecutiveFailures: hasFailed ? 1 : 0,
    isFinal: !isEnabled && isNonRetryable(error),
    isOnline: fetchStatus !== 'paused' && onlineManager.isOnline(),
    isPolling: true,
    lastResponseAt: dataUpdatedAt,
    pollDueAtMs: 0,
  })
  return { ...state, nextPollAt: null, isFetching: isLoading, refetch: getRefetch(result) }
}

/** The same function for the same query, and without its result. */
function getRefetch({ refetch }: JobQueryResult): () => Promise<void> {
  const known = refetches.get(refetch)
  if (known) return known
  const created = async () => void (await refetch())
  refetches.set(refetch, created)
  return created
}
