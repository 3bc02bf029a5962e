import type { QueryClient } from '@tanstack/react-query'
import type { OptimizationJobSummary } from '../service/job.js'
import { isTerminalPhase, rankOfPhase } from '../service/phase.js'
import type { PolledJob } from './jobQueryState.js'
import { optimizationKeys } from './optimizationKeys.js'

/**
 * Passes on what a list tells of its jobs to those of their queries that are in the cache. A list does not tell what a job
 * has brought: of one that has ended, its query asks the service at once, if somebody watches it.
 */
export function tellJobQueries(
  queryClient: QueryClient,
  projectId: string,
  rows: readonly OptimizationJobSummary[],
): void {
  for (const row of rows) {
    const queryKey = optimizationKeys.job({ projectId, jobId: row.jobId })
    const record = queryClient.getQueryData<PolledJob>(queryKey)
    if (!record || isTerminalPhase(record.job.phase) || !isNews(record, row)) continue
    if (isTerminalPhase(row.phase)) {
      void queryClient.invalidateQueries({ queryKey })
    } else {
      const { status, phase } = row
      queryClient.setQueryData<PolledJob>(queryKey, {
        ...record,
        job: { ...record.job, status, phase },
        changedAt: Date.now(),
        stalledSince: null,
      })
    }
  }
}

function isNews({ job }: PolledJob, row: OptimizationJobSummary): boolean {
  return row.status !== job.status && rankOfPhase(row.phase) >= rankOfPhase(job.phase)
}
