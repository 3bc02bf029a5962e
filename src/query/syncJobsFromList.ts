import type { QueryClient } from '@tanstack/react-query'
import type { OptimizationJobSummary } from '../core/job.js'
import { isCancelling, isTerminalPhase, phaseRank } from '../core/phase.js'
import type { JobQueryData } from './jobQueryState.js'
import { optimizationKeys } from './optimizationKeys.js'
import { patchCachedJob } from './patchCachedJob.js'

/**
 * Passes on what a list tells of its jobs to those of their queries that are in the cache. A list does not tell what a job
 * has brought: of one that has ended, its query asks the service at once, if somebody watches it.
 */
export function syncJobsFromList(
  queryClient: QueryClient,
  projectId: string,
  rows: readonly OptimizationJobSummary[],
): void {
  for (const row of rows) {
    const reference = { projectId, jobId: row.jobId }
    patchCachedJob(queryClient, reference, (record) => {
      if (!isNews(record, row)) return null
      const { status, phase } = row
      if (!isTerminalPhase(phase)) {
        const job = { ...record.job, status, phase }
        return { ...record, job, changedAt: Date.now(), stalledSince: null }
      }
      const queryKey = optimizationKeys.job(reference)
      // Where its own checks fail, the next one that is due will see it.
      if (!queryClient.getQueryState(queryKey)?.error) void queryClient.invalidateQueries({ queryKey })
      return null
    })
  }
}

/** A later phase; or that the job is being cancelled. Other words for the same phase may well be older. */
function isNews({ job }: JobQueryData, row: OptimizationJobSummary): boolean {
  const [before, now] = [phaseRank(job.phase), phaseRank(row.phase)]
  if (now !== before) return now > before
  return isCancelling(row.status) && !isCancelling(job.status)
}
