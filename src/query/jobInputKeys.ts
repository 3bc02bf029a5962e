import type { JobReference } from '../core/job.js'
import { optimizationKeys } from './optimizationKeys.js'

/**
 * The query keys of what jobs were started with, for those that were started with this query client, for example to persist it.
 *
 * @example
 * queryClient.getQueryData(jobInputKeys.job({ projectId, jobId }))
 */
export const jobInputKeys = {
  /** All jobs of a project. */
  all: (projectId: string) => [...optimizationKeys.project(projectId), 'job-input'] as const,
  /** One job; its data is an `OptimizationJobInput`. */
  job: ({ projectId, jobId }: JobReference) => [...jobInputKeys.all(projectId), jobId] as const,
}
