'use client'

import {
  type QueryClient,
  type QueryKey,
  type UseMutationResult,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import type { OptimizationError } from '../core/OptimizationError.js'
import { isCancellingStatus } from '../core/phase.js'
import { getQuery } from '../query/getQuery.js'
import { optimizationKeys } from '../query/optimizationKeys.js'
import { invalidateLists, setCancelling } from '../query/syncCache.js'
import { useOptimizationClient } from './OptimizationContext.js'
import { SINGLE_ATTEMPT, type SingleAttemptOptions } from './singleAttempt.js'

/** Options of {@link useCancelOptimizationJob}: those of `useMutation`, except the ones that would send it again or later. */
export interface UseCancelOptimizationJobOptions<Context = unknown>
  extends SingleAttemptOptions<void, string, Context> {
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
    ...SINGLE_ATTEMPT,
    mutationFn: async (jobId) => {
      const job = { projectId, jobId }
      const queryKey = optimizationKeys.job(job)
      await cancelFetch(queryClient, queryKey)
      const keepCancelling = () => setCancelling(queryClient, job, () => true)
      keepCancelling()
      // A poll that responds meanwhile does not know of the request.
      const stopKeeping = queryClient.getQueryCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'success') keepCancelling()
      })
      try {
        await client.cancelJob(job)
      } catch (error) {
        setCancelling(queryClient, job, ({ status }) => isCancellingStatus(status))
        throw error
      } finally {
        stopKeeping()
        void queryClient.invalidateQueries({ queryKey, exact: true })
        invalidateLists(queryClient, projectId)
      }
    },
  })
}

/** Cancels a fetch, whose response would be older than the request to cancel, and keeps what was known meanwhile. */
async function cancelFetch(queryClient: QueryClient, queryKey: QueryKey): Promise<void> {
  const query = getQuery(queryClient, queryKey)
  const data = query?.state.data
  await queryClient.cancelQueries({ queryKey, exact: true })
  // TanStack Query reverts to the state before the fetch.
  if (query && query.state.data !== data) query.setState({ data })
}
