import type { JobReference } from '../service/job.js'

/** Which of a project's jobs a list holds. */
export interface JobListFilter {
  projectId: string
  /** Only jobs with this status, in the service's words. */
  status?: string | undefined
  /** How many jobs a page holds. @default 30 */
  pageSize?: number | undefined
}

/**
 * The query keys of this package, for invalidation and for reading the cache. They hold ids only, never a token.
 *
 * @example
 * queryClient.invalidateQueries({ queryKey: optimizationKeys.project(projectId) })
 */
export const optimizationKeys = {
  all: ['react-prompt-optimization'] as const,
  project: (projectId: string) => [...optimizationKeys.all, projectId] as const,
  job: ({ projectId, jobId }: JobReference) =>
    [...optimizationKeys.project(projectId), 'job', jobId] as const,
  /** All lists of a project, whatever their filter. */
  lists: (projectId: string) => [...optimizationKeys.project(projectId), 'list'] as const,
  list: ({ projectId, status, pageSize }: JobListFilter) =>
    [...optimizationKeys.lists(projectId), { status, pageSize }] as const,
}
