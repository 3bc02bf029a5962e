'use client'

import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { StartedOptimizationJob, StartOptimizationJobInput } from '../core/job.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import { optimizationKeys } from '../query/optimizationKeys.js'
import { useOptimizationClient } from './OptimizationProvider.js'

/** Options of {@link useStartOptimizationJob}. */
export interface UseStartOptimizationJobOptions {
  /** The project that the job will belong to, by its id. */
  projectId: string
  /** Called when the service has accepted the job. */
  onStarted?: ((job: StartedOptimizationJob) => void) | undefined
}

// The second click of a double click comes within half a second.
const DOUBLE_CLICK_MS = 1_000

/**
 * Starts jobs. The input is checked before anything is sent; a start is sent once and never repeated, because it costs
 * money; the same one again while it is under way, or within a second after that, is a double click and starts nothing. The
 * lists of the project are read again, also after a failure: the job may have started, and its answer been lost.
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
  const starts = useRef(new Map<string, Promise<StartedOptimizationJob>>())

  const start = async (input: StartOptimizationJobInput): Promise<StartedOptimizationJob> => {
    try {
      const job = await client.startJob({ projectId, ...input })
      // Outside of the promise: what the app throws must not make a job that was started look as if it was not.
      if (onStarted) queueMicrotask(() => onStarted(job))
      return job
    } finally {
      // Also after a failure: the job may have started all the same, and its answer been lost.
      void queryClient.invalidateQueries({ queryKey: optimizationKeys.lists(projectId) })
    }
  }
  return useMutation({
    mutationFn: (input) => {
      const wish = JSON.stringify([projectId, input])
      const latest = starts.current.get(wish)
      if (latest) return latest
      const job = start(input)
      starts.current.set(wish, job)
      const forget = () => starts.current.delete(wish)
      // The second click may come after a quick answer; what was not started may be tried again at once.
      job.then(() => setTimeout(forget, DOUBLE_CLICK_MS), forget)
      return job
    },
    retry: false,
    // Without a network it fails at once. To wait for one would start, and bill, a job when nobody expects it any more.
    networkMode: 'always',
    throwOnError: false,
  })
}
