import type { QueryClient } from '@tanstack/react-query'
import type { JobReference } from '../core/job.js'
import { isTerminalPhase } from '../core/phase.js'
import type { JobQuery, JobQueryData } from './jobQueryState.js'
import { optimizationKeys } from './optimizationKeys.js'

/**
 * Changes what is known of a job that is not over, beside its own checks, if it is known at all: `setQueryData` would say
 * that a check has succeeded. Null leaves it as it is.
 */
export function patchCachedJob(
  queryClient: QueryClient,
  job: JobReference,
  amend: (record: JobQueryData) => JobQueryData | null,
): void {
  // By its hash: to find it by its key, TanStack Query would hash the key once for each query of the app.
  const { queryHash } = queryClient.defaultQueryOptions({ queryKey: optimizationKeys.job(job) })
  const query: JobQuery | undefined = queryClient.getQueryCache().get(queryHash)
  const record = query?.state.data
  const data = record && !isTerminalPhase(record.job.phase) ? amend(record) : null
  if (query && data) query.setState({ data })
}
