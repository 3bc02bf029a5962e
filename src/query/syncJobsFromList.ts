import type { QueryClient } from '@tanstack/react-query'
import type { OptimizationJobSummary } from '../core/job.js'
import { isNewer, isTerminalPhase } from '../core/phase.js'
import { optimizationKeys } from './optimizationKeys.js'
import { patchCachedJob } from './patchCachedJob.js'

/**
 * Updates cached job queries from a page of a list. Rows have no results: the query of a job that is now over is
 * invalidated instead, and refetches if it is in use.
 */
export function syncJobsFromList(
  queryClient: QueryClient,
  projectId: string,
  rows: readonly OptimizationJobSummary[],
): void {
  for (const row of rows) {
    const reference = { projectId, jobId: row.jobId }
    patchCachedJob(queryClient, reference, (record) => {
      if (!isNewer(row, record.job)) return null
      const { status, phase } = row
      if (!isTerminalPhase(phase)) {
        const job = { ...record.job, status, phase }
        return { ...record, job, changedAt: Date.now(), stalledSince: null }
      }
      const queryKey = optimizationKeys.job(reference)
      // While its requests fail, the next scheduled retry will see it.
      if (!queryClient.getQueryState(queryKey)?.error) void queryClient.invalidateQueries({ queryKey })
      return null
    })
  }
}
