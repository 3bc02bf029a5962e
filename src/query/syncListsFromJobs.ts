import { matchQuery, type QueryClient } from '@tanstack/react-query'
import type { OptimizationJob, OptimizationJobSummary } from '../core/job.js'
import { type JobPhase, phaseRank } from '../core/phase.js'
import type { JobQueryData } from './jobQueryState.js'
import type { JobListData } from './optimizationJobListOptions.js'
import { optimizationKeys } from './optimizationKeys.js'

/** Updates a project's lists from its job queries, so that a row is never behind its card. Returns the unsubscribe function. */
export function syncListsFromJobs(queryClient: QueryClient, projectId: string): () => void {
  const filter = { queryKey: optimizationKeys.jobs(projectId) }
  const phases = new Map<string, JobPhase>()
  return queryClient.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || !matchQuery(filter, query)) return
    const record = query.state.data as JobQueryData | undefined
    // Most responses change no phase: skip the lists.
    if (!record || phases.get(record.job.jobId) === record.job.phase) return
    phases.set(record.job.jobId, record.job.phase)
    updateLists(queryClient, projectId, record.job)
  })
}

function updateLists(
  queryClient: QueryClient,
  projectId: string,
  { jobId, status, phase, optimizedVersionId, completedAt }: OptimizationJob,
): void {
  const isOutdated = (row: OptimizationJobSummary) =>
    row.jobId === jobId && phaseRank(row.phase) < phaseRank(phase)
  for (const list of queryClient.getQueryCache().findAll({ queryKey: optimizationKeys.lists(projectId) })) {
    const data = list.state.data as JobListData | undefined
    if (!data?.pages.some(({ jobs }) => jobs.some(isOutdated))) continue
    const [, , , filter] = list.queryKey as ReturnType<typeof optimizationKeys.list>
    if (filter.status !== undefined) {
      // The job may no longer match the filter.
      void queryClient.invalidateQueries({ queryKey: list.queryKey, exact: true })
      continue
    }
    const pages = data.pages.map((page) => ({
      ...page,
      jobs: page.jobs.map((row) =>
        isOutdated(row) ? { ...row, status, phase, optimizedVersionId, completedAt } : row,
      ),
    }))
    // Not `setQueryData`, which would count as a response.
    list.setState({ data: { ...data, pages } })
  }
}
