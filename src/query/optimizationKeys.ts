import type { JobListFilter, JobReference } from '../core/job.js'

/**
 * The query keys of this package, for invalidation and for reading the cache. They hold ids only, never a token.
 *
 * @example
 * queryClient.invalidateQueries({ queryKey: optimizationKeys.project(projectId) })
 */
export const optimizationKeys = {
  /** Whatever this package keeps. */
  all: ['react-prompt-optimization'] as const,
  /** All jobs and lists of a project. */
  project: (projectId: string) => [...optimizationKeys.all, projectId] as const,
  /** All jobs of a project that are asked for one by one. */
  jobs: (projectId: string) => [...optimizationKeys.project(projectId), 'job'] as const,
  /** One job: a `JobQueryData`. */
  job: ({ projectId, jobId }: JobReference) => [...optimizationKeys.jobs(projectId), jobId] as const,
  /** All lists of a project, whatever their filter. */
  lists: (projectId: string) => [...optimizationKeys.project(projectId), 'list'] as const,
  /** One list: TanStack Query's `InfiniteData` of `JobListPage`. */
  list: ({ projectId, status, pageSize }: JobListFilter) =>
    [...optimizationKeys.lists(projectId), { status, pageSize }] as const,
}
