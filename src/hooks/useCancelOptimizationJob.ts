'use client'

import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import type { OptimizationError } from '../core/OptimizationError.js'
import type { JobQueryData } from '../query/jobQueryState.js'
import { optimizationKeys } from '../query/optimizationKeys.js'
import { patchCachedJob } from '../query/patchCachedJob.js'
import { useOptimizationClient } from './OptimizationProvider.js'

/** Options of {@link useCancelOptimizationJob}. */
export interface UseCancelOptimizationJobOptions {
  /** The project that the jobs belong to, by its id. */
  projectId: string
}

/**
 * Cancels jobs, by their id. A job shows as `cancelling` at once, and then as the service says: one that finished first
 * stays finished, and after an error it shows as before, with the reason in `error`.
 *
 * @throws Error without an `OptimizationProvider`, or a `QueryClientProvider`, above it
 *
 * @example
 * const { mutateAsync: cancel } = useCancelOptimizationJob({ projectId })
 * return <JobStatusCard state={state} onCancel={(job) => cancel(job.jobId)} />
 */
export function useCancelOptimizationJob({
  projectId,
}: UseCancelOptimizationJobOptions): UseMutationResult<void, OptimizationError, string, string | undefined> {
  const client = useOptimizationClient()
  const queryClient = useQueryClient()
  const keyOf = (jobId: string) => optimizationKeys.job({ projectId, jobId })
  const setStatus = (jobId: string, status: string, isExpected: (current: string) => boolean) =>
    patchCachedJob(queryClient, { projectId, jobId }, (record) =>
      isExpected(record.job.status) ? { ...record, job: { ...record.job, status } } : null,
    )

  return useMutation({
    mutationFn: (jobId) => client.cancelJob({ projectId, jobId }),
    onMutate: async (jobId) => {
      // An answer under way does not know of the cancelling yet.
      await queryClient.cancelQueries({ queryKey: keyOf(jobId) })
      const previous = queryClient.getQueryData<JobQueryData>(keyOf(jobId))?.job.status
      setStatus(jobId, CANCELLING, () => true)
      return previous
    },
    onError: (_error, jobId, previous) => {
      if (previous !== undefined) setStatus(jobId, previous, (current) => current === CANCELLING)
    },
    onSettled: (_answer, _error, jobId) => {
      void queryClient.invalidateQueries({ queryKey: keyOf(jobId) })
      void queryClient.invalidateQueries({ queryKey: optimizationKeys.lists(projectId) })
    },
    retry: false,
    networkMode: 'always',
    throwOnError: false,
  })
}

const CANCELLING = 'cancelling'
