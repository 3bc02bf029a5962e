import type { QueryClient } from '@tanstack/react-query'
import type { JobReference } from '../core/job.js'
import { isTerminalPhase } from '../core/phase.js'
import type { JobQuery, JobQueryData } from './jobQueryState.js'
import { optimizationKeys } from './optimizationKeys.js'

/** Patches the cached data of an active job. Unlike `setQueryData`, it leaves `dataUpdatedAt` unchanged. */
export function patchCachedJob(
  queryClient: QueryClient,
  job: JobReference,
  /** Returns null to change nothing. */
  patch: (record: JobQueryData) => JobQueryData | null,
): void {
  // By hash: finding it by key would hash the key once for every query of the app.
  const { queryHash } = queryClient.defaultQueryOptions({ queryKey: optimizationKeys.job(job) })
  const query: JobQuery | undefined = queryClient.getQueryCache().get(queryHash)
  const record = query?.state.data
  const data = record && !isTerminalPhase(record.job.phase) ? patch(record) : null
  if (query && data) query.setState({ data })
}
