import type { JobListFilter, JobReference } from '../core/job.js'

/**
 * The query keys, for invalidation and for reading the cache. They contain IDs only, never a token.
 *
 * @example
 * queryClient.invalidateQueries({ queryKey: optimizationKeys.project(projectId) })
 */
export const optimizationKeys = {
  /** Everything cached by this package. */
  all: ['react-prompt-optimization'] as const,
  /** All jobs and lists of a project. */
  project: (projectId: string) => [...optimizationKeys.all, projectId] as const,
  /** All single jobs of a project. */
  jobs: (projectId: string) => [...optimizationKeys.project(projectId), 'job'] as const,
  /** One job; its data is a `JobRecord`. */
  job: ({ projectId, jobId }: JobReference) => [...optimizationKeys.jobs(projectId), jobId] as const,
  /** All lists of a project, with any filter. */
  lists: (projectId: string) => [...optimizationKeys.project(projectId), 'list'] as const,
  /** One list; its data is TanStack Query's `InfiniteData` of `OptimizationJobPage`. */
  list: ({ projectId, status, pageSize }: JobListFilter) =>
    [...optimizationKeys.lists(projectId), { status, pageSize }] as const,
}
