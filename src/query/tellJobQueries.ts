import type { QueryClient } from '@tanstack/react-query'
import type { OptimizationJobSummary } from '../service/job.js'
import { isTerminalPhase, normalizeStatus, rankOfPhase } from '../service/phase.js'
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
    const query = queryClient.getQueryCache().find<PolledJob>({ queryKey, exact: true })
    const record = query?.state.data
    if (!query || !record || isTerminalPhase(record.job.phase) || !isNews(record, row)) continue
    if (!isTerminalPhase(row.phase)) {
      const { status, phase } = row
      const job = { ...record.job, status, phase }
      // Not `setQueryData`, which would also say that the job's own check has succeeded.
      query.setState({ data: { ...record, job, changedAt: Date.now(), stalledSince: null } })
    } else if (!query.state.error) {
      // Where its own checks fail, the next one that is due will see it.
      void queryClient.invalidateQueries({ queryKey })
    }
  }
}

/** A later phase; or that the job is being cancelled. Other words for the same phase may well be older. */
function isNews({ job }: PolledJob, row: OptimizationJobSummary): boolean {
  const [before, now] = [rankOfPhase(job.phase), rankOfPhase(row.phase)]
  if (now !== before) return now > before
  return normalizeStatus(row.status) === 'cancelling' && normalizeStatus(job.status) !== 'cancelling'
}
