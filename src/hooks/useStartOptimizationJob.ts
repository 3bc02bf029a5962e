'use client'

import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { StartedOptimizationJob, StartOptimizationJobInput } from '../core/job.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import { asJobInput } from '../core/startInput.js'
import { findStartedJobId, keepJobInput } from '../query/jobInputs.js'
import { invalidateLists } from '../query/syncCache.js'
import { useOptimizationClient } from './OptimizationContext.js'
import { SINGLE_ATTEMPT, type SingleAttemptOptions } from './singleAttempt.js'

/**
 * Options of {@link useStartOptimizationJob}: those of `useMutation`, except the ones that would send it again or later.
 * `onSuccess` is called once for a double click; what it throws is reported and does not fail the mutation.
 */
export interface UseStartOptimizationJobOptions<Context = unknown>
  extends SingleAttemptOptions<StartedOptimizationJob, StartOptimizationJobInput, Context> {
  /** The ID of the project that the job will belong to. */
  projectId: string
}

// The second click of a double click follows within half a second.
const DOUBLE_CLICK_MS = 1_000

/** The result of {@link useStartOptimizationJob}: that of `useMutation`, and what was started before. */
export type StartOptimizationJobResult<Context = unknown> = UseMutationResult<
  StartedOptimizationJob,
  OptimizationError,
  StartOptimizationJobInput,
  Context
> & {
  /**
   * The ID of the latest job that was started with the same input and query client, so that the person can be asked before it is
   * started again. Undefined without one, and for a second after a start, when the same input counts as a double click.
   */
  findStartedJobId: (input: StartOptimizationJobInput) => string | undefined
}

/**
 * A mutation that starts a job. The input is validated before anything is sent. Starting costs money, so it is never
 * retried, and the same input while a start is in flight, or within a second after it, counts as a double click and
 * resolves with the first start. The project's lists are refetched, also after an error: the job may have started anyway.
 * What a job was started with is kept: see `useOptimizationJobInput`.
 *
 * @throws Error without an `OptimizationProvider`, or a `QueryClientProvider`, above it
 *
 * @example
 * const { mutate, isPending, error } = useStartOptimizationJob({ projectId, onSuccess: ({ jobId }) => console.log(jobId) })
 * mutate({ promptTemplateVersionId, datasetId })
 */
export function useStartOptimizationJob<Context = unknown>({
  projectId,
  ...options
}: UseStartOptimizationJobOptions<Context>): StartOptimizationJobResult<Context> {
  const client = useOptimizationClient()
  const queryClient = useQueryClient()
  const inFlight = useRef(new Map<string, Promise<StartedOptimizationJob>>())
  const succeeded = useRef(new WeakSet<StartedOptimizationJob>())

  const start = async (input: StartOptimizationJobInput): Promise<StartedOptimizationJob> => {
    try {
      const job = await client.startJob({ projectId, ...input })
      keepJobInput(queryClient, { projectId, jobId: job.jobId }, input)
      return job
    } finally {
      // Also after an error: the job may have started, and the response been lost.
      invalidateLists(queryClient, projectId)
    }
  }
  // A client of the app's own may take IDs that are not valid here.
  const getRequestKey = (input: StartOptimizationJobInput) =>
    JSON.stringify([projectId, asJobInput(input) ?? input])
  const mutation = useMutation({
    throwOnError: false,
    ...options,
    ...SINGLE_ATTEMPT,
    mutationFn: (input) => {
      const requestKey = getRequestKey(input)
      const pending = inFlight.current.get(requestKey)
      if (pending) return pending
      const job = start(input)
      inFlight.current.set(requestKey, job)
      const forget = () => inFlight.current.delete(requestKey)
      // The second click may follow a fast response; after an error, an immediate retry is allowed.
      job.then(() => setTimeout(forget, DOUBLE_CLICK_MS), forget)
      return job
    },
    onSuccess: async (job, ...rest) => {
      if (succeeded.current.has(job)) return
      succeeded.current.add(job)
      try {
        await options.onSuccess?.(job, ...rest)
      } catch (error) {
        // Not an error of the mutation, whose state says whether the job has started.
        queueMicrotask(() => {
          throw error
        })
      }
    },
  })
  return {
    ...mutation,
    findStartedJobId: (input) =>
      inFlight.current.has(getRequestKey(input))
        ? undefined
        : findStartedJobId(queryClient, projectId, input),
  }
}
