'use client'

import {
  type UseMutationOptions,
  type UseMutationResult,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import type { OptimizationError } from '../core/OptimizationError.js'
import { isCancellingStatus } from '../core/phase.js'
import { optimizationKeys } from '../query/optimizationKeys.js'
import { setCancelling } from '../query/syncCache.js'
import { useOptimizationClient } from './OptimizationContext.js'

/** Options of {@link useCancelOptimizationJob}: those of `useMutation`, except the ones that would send it again or later. */
export interface UseCancelOptimizationJobOptions<Context = unknown>
  extends Omit<
    UseMutationOptions<void, OptimizationError, string, Context>,
    'mutationFn' | 'retry' | 'retryDelay' | 'networkMode'
  > {
  /** The ID of the project that the jobs belong to. */
  projectId: string
}

/**
 * A mutation that cancels a job by its ID. The job's `isCancelling` is true at once (an optimistic update), then what the
 * service reports, also after an error; `error` has the reason.
 *
 * @throws Error without an `OptimizationProvider`, or a `QueryClientProvider`, above it
 *
 * @example
 * const { mutateAsync: cancel } = useCancelOptimizationJob({ projectId })
 * return <JobStatusCard state={state} onCancel={(job) => cancel(job.jobId)} />
 */
export function useCancelOptimizationJob<Context = unknown>({
  projectId,
  ...options
}: UseCancelOptimizationJobOptions<Context>): UseMutationResult<void, OptimizationError, string, Context> {
  const client = useOptimizationClient()
  const queryClient = useQueryClient()

  return useMutation({
    throwOnError: false,
    ...options,
    mutationFn: async (jobId) => {
      const job = { projectId, jobId }
      const queryKey = optimizationKeys.job(job)
      // A response in flight would overwrite the optimistic update.
      await queryClient.cancelQueries({ queryKey, exact: true })
      setCancelling(queryClient, job, () => true)
      try {
        await client.cancelJob(job)
      } catch (error) {
        setCancelling(queryClient, job, ({ status }) => isCancellingStatus(status))
        throw error
      } finally {
        void queryClient.invalidateQueries({ queryKey, exact: true })
        void queryClient.invalidateQueries({ queryKey: optimizationKeys.lists(projectId) })
      }
    },
    retry: false,
    networkMode: 'always',
  })
}
