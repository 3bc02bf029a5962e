'use client'

import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { optimizationKeys } from '../query/optimizationKeys.js'
import type { StartedOptimizationJob, StartOptimizationJobInput } from '../service/job.js'
import type { OptimizationError } from '../service/OptimizationError.js'
import { useOptimizationClient } from './OptimizationProvider.js'

/** Options of {@link useStartOptimizationJob}. */
export interface UseStartOptimizationJobOptions {
  /** The project that the job will belong to, by its id. */
  projectId: string
  /** Called when the service has accepted the job. */
  onStarted?: ((job: StartedOptimizationJob) => void) | undefined
}

interface LatestStart {
  /** What was asked for, as text. */
  wish: string
  job: Promise<StartedOptimizationJob>
  /** Milliseconds since the epoch. */
  startedAt: number
  isPending: boolean
}

// The second click of a double click comes within half a second.
const DOUBLE_CLICK_MS = 1_000

/**
 * Starts jobs. The input is checked before anything is sent; a start is sent once and never repeated, because it costs
 * money; the same one again within a second, or while it is under way, is a double click and starts nothing. The lists of
 * the project are read again, so that the new job is on them.
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
  const latest = useRef<LatestStart | null>(null)

  const start = async (input: StartOptimizationJobInput): Promise<StartedOptimizationJob> => {
    const job = await client.startJob({ projectId, ...input })
    void queryClient.invalidateQueries({ queryKey: optimizationKeys.lists(projectId) })
    // Outside of the promise: what the app throws must not make a job that was started look as if it was not.
    if (onStarted) queueMicrotask(() => onStarted(job))
    return job
  }
  return useMutation({
    mutationFn: (input) => {
      const previous = latest.current
      const wish = JSON.stringify([projectId, input])
      const isRecent = previous && (previous.isPending || Date.now() - previous.startedAt < DOUBLE_CLICK_MS)
      if (isRecent && previous.wish === wish) return previous.job
      const current: LatestStart = { wish, job: start(input), startedAt: Date.now(), isPending: true }
      latest.current = current
      current.job.then(
        () => {
          current.isPending = false
        },
        // What was not started may be tried again at once.
        () => {
          if (latest.current === current) latest.current = null
        },
      )
      return current.job
    },
    retry: false,
    // Without a network it fails at once. To wait for one would start, and bill, a job when nobody expects it any more.
    networkMode: 'always',
    throwOnError: false,
  })
}
