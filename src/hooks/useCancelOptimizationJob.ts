'use client'

import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import type { OptimizationError } from '../core/OptimizationError.js'
import type { JobQueryData } from '../query/jobQueryState.js'
import { optimizationKeys } from '../query/optimizationKeys.js'
import { patchCachedJob } from '../query/patchCachedJob.js'
import { useOptimizationClient } from './OptimizationContext.js'

/** Options of {@link useCancelOptimizationJob}. */
export interface UseCancelOptimizationJobOptions {
  /** The ID of the project that the jobs belong to. */
  projectId: string
}

/**
 * A mutation that cancels a job by its ID. The job's status is `cancelling` at once (an optimistic update), then what the
 * service reports. After an error it is rolled back; `error` has the reason.
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
  const getKey = (jobId: string) => optimizationKeys.job({ projectId, jobId })
  const setStatus = (jobId: string, status: string, isExpected: (current: string) => boolean) =>
    patchCachedJob(queryClient, { projectId, jobId }, (record) =>
      isExpected(record.job.status) ? { ...record, job: { ...record.job, status } } : null,
    )

  return useMutation({
    mutationFn: (jobId) => client.cancelJob({ projectId, jobId }),
    onMutate: async (jobId) => {
      // A response in flight would overwrite the optimistic update.
      await queryClient.cancelQueries({ queryKey: getKey(jobId) })
      const previous = queryClient.getQueryData<JobQueryData>(getKey(jobId))?.job.status
      setStatus(jobId, CANCELLING, () => true)
      return previous
    },
    onError: (_error, jobId, previous) => {
      if (previous !== undefined) setStatus(jobId, previous, (current) => current === CANCELLING)
    },
    onSettled: (_data, _error, jobId) => {
      void queryClient.invalidateQueries({ queryKey: getKey(jobId) })
      void queryClient.invalidateQueries({ queryKey: optimizationKeys.lists(projectId) })
    },
    retry: false,
    networkMode: 'always',
    throwOnError: false,
  })
}

const CANCELLING = 'cancelling'
