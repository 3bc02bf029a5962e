import type { QueryClient } from '@tanstack/react-query'
import { act } from '@testing-library/react'
import { optimizationKeys } from '../../src/index.js'
import { buildJobState } from '../../src/testingReact.js'
import { PROJECT_ID } from './renderJobHook.js'

/** Puts a list into the cache, as if the service had returned it: a status for each job ID. */
export async function setJobs(queryClient: QueryClient, statuses: Record<string, string>): Promise<void> {
  const jobs = Object.entries(statuses).map(([jobId, status]) => buildJobState({ job_id: jobId, status }).job)
  const page = { jobs, page: 1, pageSize: 30, hasNext: false }
  await act(async () => {
    queryClient.setQueryData(optimizationKeys.list({ projectId: PROJECT_ID }), {
      pages: [page],
      pageParams: [1],
    })
  })
}
