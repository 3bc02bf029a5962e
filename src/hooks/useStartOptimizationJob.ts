'use client'

import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { StartedOptimizationJob, StartOptimizationJobInput } from '../core/job.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import { optimizationKeys } from '../query/optimizationKeys.js'
import { useOptimizationClient } from './OptimizationContext.js'

/** Options of {@link useStartOptimizationJob}. */
export interface UseStartOptimizationJobOptions {
  /** The ID of the project that the job will belong to. */
  projectId: string
  /** Called when the service has accepted the job. */
  onStarted?: ((job: StartedOptimizationJob) => void) | undefined
}

// The second click of a double click follows within half a second.
const DOUBLE_CLICK_MS = 1_000

/**
 * A mutation that starts a job. The input is validated before anything is sent. Starting costs money, so it is never
 * retried, and the same input while a start is in flight, or within a second after it, counts as a double click and
 * resolves with the first start. The project's lists are refetched, also after an error: the job may have started anyway.
 *
 * @throws Error without an `OptimizationProvider`, or a `QueryClientProvider`, above it
 *
 * @example
 * const { mutate, isPending, error } = useStartOptimizationJob({ projectId, onStarted: ({ jobId }) => console.log(jobId) })
 * mutate({ promptTemplateVersionId, datasetId })
 */
export function useStartOptimizationJob({
  projectId,
  onStarted,
}: UseStartOptimizationJobOptions): UseMutationResult<
  StartedOptimizationJob,
  OptimizationError,
  StartOptimizationJobInput
> {
  const client = useOptimizationClient()
  const queryClient = useQueryClient()
  const inFlight = useRef(new Map<string, Promise<StartedOptimizationJob>>())

  const start = async (input: StartOptimizationJobInput): Promise<StartedOptimizationJob> => {
    try {
      const job = await client.startJob({ projectId, ...input })
      // Run in a microtask so that an exception in app code does not fail the mutation.
      if (onStarted) queueMicrotask(() => onStarted(job))
      return job
    } finally {
      // Also after an error: the job may have started, and the response been lost.
      void queryClient.invalidateQueries({ queryKey: optimizationKeys.lists(projectId) })
    }
  }
  return useMutation({
    mutationFn: (input) => {
      const requestKey = JSON.stringify([projectId, input])
      const pending = inFlight.current.get(requestKey)
      if (pending) return pending
      const job = start(input)
      inFlight.current.set(requestKey, job)
      const forget = () => inFlight.current.delete(requestKey)
      // The second click may follow a fast response; after an error, an immediate retry is allowed.
      job.then(() => setTimeout(forget, DOUBLE_CLICK_MS), forget)
      return job
    },
    retry: false,
    // Fail while offline instead of pausing: a job must not start, and be billed, when it is no longer expected.
    networkMode: 'always',
    throwOnError: false,
  })
}
