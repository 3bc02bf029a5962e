import type { QueryClient } from '@tanstack/react-query'
import type { JobReference } from '../service/job.js'
import { type JobPhase, rankOfPhase } from '../service/phase.js'
import type { PolledJob } from './jobQueryState.js'
import type { JobListData } from './optimizationJobsOptions.js'
import { optimizationKeys } from './optimizationKeys.js'

/**
 * Keeps the lists of a project up with its jobs' own checks, so that a row is never behind the card that it opens to.
 * Returns what ends that.
 */
export function followJobs(queryClient: QueryClient, projectId: string): () => void {
  const [, , kind] = optimizationKeys.job({ projectId, jobId: '' })
  const phases = new Map<string, JobPhase>()
  return queryClient.getQueryCache().subscribe(({ type, query }) => {
    const [, project, what, jobId] = query.queryKey
    if (type !== 'updated' || what !== kind || project !== projectId) return
    const { job } = (query.state.data as PolledJob | undefined) ?? {}
    if (!job || phases.get(job.jobId) === job.phase) return
    phases.set(job.jobId, job.phase)
    updateLists(queryClient, { projectId, jobId: String(jobId) }, job)
  })
}

function updateLists(
  queryClient: QueryClient,
  { projectId, jobId }: JobReference,
  { status, phase, optimizedVersionId, completedAt }: PolledJob['job'],
): void {
  const isBehind = (row: { jobId: string; phase: JobPhase }) =>
    row.jobId === jobId && rankOfPhase(row.phase) < rankOfPhase(phase)
  for (const list of queryClient.getQueryCache().findAll({ queryKey: optimizationKeys.lists(projectId) })) {
    const data = list.state.data as JobListData | undefined
    if (!data?.pages.some(({ jobs }) => jobs.some(isBehind))) continue
    const [, , , filter] = list.queryKey as ReturnType<typeof optimizationKeys.list>
    if (filter.status !== undefined) {
      // It may hold the job no longer.
      void queryClient.invalidateQueries({ queryKey: list.queryKey, exact: true })
      continue
    }
    const pages = data.pages.map((page) => ({
      ...page,
      jobs: page.jobs.map((row) =>
        isBehind(row) ? { ...row, status, phase, optimizedVersionId, completedAt } : row,
      ),
    }))
    // Not `setQueryData`, which would say that the list has been checked.
    list.setState({ data: { ...data, pages } })
  }
}
