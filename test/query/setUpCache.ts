import { type InfiniteData, QueryClient } from '@tanstack/react-query'
import type { JobListFilter, OptimizationJob, OptimizationJobPage } from '../../src/core/job.js'
import { type JobRecord, mergeResponse } from '../../src/core/jobRecord.js'
import { optimizationJobSchema } from '../../src/core/schema.js'
import { optimizationKeys } from '../../src/query/optimizationKeys.js'
import { buildJob, type WireJob } from '../../src/testing.js'

export const PROJECT_ID = '0b6e7c1e-6a39-4a1b-9d2c-111111111111'
export const OTHER_PROJECT = '0b6e7c1e-6a39-4a1b-9d2c-999999999999'

/** A running job with the ID `a`, unless the fields say otherwise. */
export const job = (fields: Partial<WireJob> = {}): OptimizationJob =>
  optimizationJobSchema.parse(buildJob({ job_id: 'a', ...fields }))

/** A list's data, with a page for each list of jobs. */
export const listOf = (...pages: OptimizationJob[][]): InfiniteData<OptimizationJobPage, number> => ({
  pages: pages.map((jobs, index) => ({ jobs, page: index + 1, pageSize: 30, hasNext: false })),
  pageParams: pages.map((_, index) => index + 1),
})

/** A cache without requests: what is set counts as a response. */
export function setUpCache() {
  const queryClient = new QueryClient()
  const listKey = (filter: Partial<JobListFilter> = {}) =>
    optimizationKeys.list({ projectId: PROJECT_ID, ...filter })
  const jobKey = (jobId: string, projectId = PROJECT_ID) => optimizationKeys.job({ projectId, jobId })
  return {
    queryClient,
    cache: queryClient.getQueryCache(),
    setJob(latest: OptimizationJob, projectId = PROJECT_ID) {
      queryClient.setQueryData<JobRecord>(jobKey(latest.jobId, projectId), (record) =>
        mergeResponse(record, latest, { receivedAt: Date.now(), stallAfterMs: 600_000 }),
      )
    },
    setList(jobs: OptimizationJob[], filter?: Partial<JobListFilter>) {
      queryClient.setQueryData(listKey(filter), listOf(jobs))
    },
    getJob: (jobId = 'a') => queryClient.getQueryData<JobRecord>(jobKey(jobId)),
    getJobState: (jobId = 'a') => queryClient.getQueryState<JobRecord>(jobKey(jobId)),
    getRows: (filter?: Partial<JobListFilter>) =>
      queryClient.getQueryData<ReturnType<typeof listOf>>(listKey(filter))?.pages.flatMap(({ jobs }) => jobs),
    isInvalidated: (filter?: Partial<JobListFilter>) =>
      queryClient.getQueryState(listKey(filter))?.isInvalidated,
  }
}
