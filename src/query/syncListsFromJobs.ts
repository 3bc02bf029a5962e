import { matchQuery, type QueryClient } from '@tanstack/react-query'
import type { OptimizationJob, OptimizationJobSummary } from '../core/job.js'
import { isNewer } from '../core/phase.js'
import type { JobQueryData } from './jobQueryState.js'
import type { JobListData } from './optimizationJobListOptions.js'
import { optimizationKeys } from './optimizationKeys.js'

/** Updates a project's lists from its job queries, so that a row is never behind its card. Returns the unsubscribe function. */
export function syncListsFromJobs(queryClient: QueryClient, projectId: string): () => void {
  const filter = { queryKey: optimizationKeys.jobs(projectId) }
  const latestJobs = new Map<string, OptimizationJob>()
  return queryClient.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || !matchQuery(filter, query)) return
    const job = (query.state.data as JobQueryData | undefined)?.job
    if (!job) return
    const previous = latestJobs.get(job.jobId)
    latestJobs.set(job.jobId, job)
    // Most responses change no phase: skip the lists.
    if (!previous || isNewer(job, previous)) updateLists(queryClient, projectId, job)
  })
}

function updateLists(queryClient: QueryClient, projectId: string, job: OptimizationJob): void {
  const { jobId, status, phase, optimizedVersionId, completedAt } = job
  const isOutdated = (row: OptimizationJobSummary) => row.jobId === jobId && isNewer(job, row)
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
