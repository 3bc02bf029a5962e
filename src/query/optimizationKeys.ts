import type { JobReference } from '../service/job.js'

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
}
