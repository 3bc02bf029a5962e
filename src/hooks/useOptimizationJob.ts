'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { JobRecord } from '../core/jobRecord.js'
import { getFailures } from '../query/failures.js'
import { getQuery } from '../query/getQuery.js'
import { type JobPollingOptions, optimizationJobOptions } from '../query/optimizationJobOptions.js'
import { jobPollDelay, type PolledQuery, pollDueAt } from '../query/pollSchedule.js'
import { deriveJobState, type OptimizationJobState } from './deriveJobState.js'
import { IGNORED_APP_DEFAULTS } from './ignoredAppDefaults.js'
import { useOptimizationClient, useOptimizationContext } from './OptimizationContext.js'
import { useNetworkAndVisibility } from './useNetworkAndVisibility.js'
import { type PhaseCallbacks, usePhaseCallbacks } from './usePhaseCallbacks.js'

/** Options of {@link useOptimizationJob}. */
export interface UseOptimizationJobOptions extends JobPollingOptions, PhaseCallbacks {
  /** The ID of the project that the job belongs to. */
  projectId: string
  /** Null or undefined while there is no job yet: the state is then `idle` and nothing is fetched. */
  jobId: string | null | undefined
  /** Whether to fetch. Without it, the state shows what is cached; `refetch()` still fetches. @default true */
  enabled?: boolean | undefined
}

/**
 * Polls a job until it is over or a non-retryable error occurs, and returns its state. Components that use the same job
 * share one query and its requests.
 *
 * @throws Error without an `OptimizationProvider`, or a `QueryClientProvider`, above it
 *
 * @example
 * const state = useOptimizationJob({ projectId, jobId })
 * return <JobStatusCard state={state} />
 */
export function useOptimizationJob(options: UseOptimizationJobOptions): OptimizationJobState {
  const { projectId, jobId, enabled = true } = options
  const { polling } = useOptimizationContext()
  const pollIntervalMs = options.pollIntervalMs ?? polling?.pollIntervalMs
  const pollInBackground = options.pollInBackground ?? polling?.pollInBackground ?? false
  const stallAfterMs = options.stallAfterMs ?? polling?.stallAfterMs
  const pollOptions = { jobId: jobId ?? '', pollIntervalMs }
  const jobOptions = optimizationJobOptions(useOptimizationClient(), {
    projectId,
    pollInBackground,
    stallAfterMs,
    ...pollOptions,
  })
  const queryClient = useQueryClient()
  const { queryHash } = queryClient.defaultQueryOptions(jobOptions)
  const getDueAt = (query: PolledQuery<JobRecord>) => pollDueAt(query, jobPollDelay(pollOptions, query))
  const isEnabled = enabled && jobId != null

  const {
    data: record,
    isLoading,
    refetch: refetchQuery,
  } = useQuery({
    ...jobOptions,
    ...(!isEnabled && { enabled: false }),
    subscribed: useIsSettled(isEnabled ? queryHash : null),
    // Mounting another component does not poll early. Not part of `optimizationJobOptions`, where resetting an error
    // boundary must retry.
    retryOnMount: (query) => getDueAt(query) <= Date.now(),
    ...IGNORED_APP_DEFAULTS,
    notifyOnChangeProps: ['data', 'error', 'errorUpdateCount', 'isLoading'],
  })
  usePhaseCallbacks(queryHash, options)

  const [pendingRefetches, setPendingRefetches] = useState(0)
  const refetch = useCallback(async () => {
    setPendingRefetches((count) => count + 1)
    await refetchQuery()
    setPendingRefetches((count) => count - 1)
  }, [refetchQuery])
  const isFetching = isLoading || pendingRefetches > 0

  const query = jobId == null ? undefined : getQuery<JobRecord>(queryClient, jobOptions.queryKey)
  const { error = null, consecutiveFailures = 0 } = query ? getFailures(query) : {}
  const lastResponseAt = query?.state.dataUpdatedAt ?? 0
  const pollDueAtMs = query ? getDueAt(query) : 0
  const { isOnline, isVisible } = useNetworkAndVisibility()
  const isPolling = enabled && (isVisible || pollInBackground)
  return useMemo(
    () => ({
      ...deriveJobState({
        canLoad: isEnabled,
        record,
        error,
        consecutiveFailures,
        isOnline,
        isPolling,
        lastResponseAt,
        pollDueAtMs,
      }),
      isFetching,
      refetch,
    }),
    [
      isEnabled,
      record,
      error,
      consecutiveFailures,
      isOnline,
      isPolling,
      lastResponseAt,
      pollDueAtMs,
      isFetching,
      refetch,
    ],
  )
}

/**
 * False during the commit in which the key changes. An observer that switches to another query fetches at once; one that
 * unsubscribes and subscribes again follows the schedule, including Retry-After.
 */
function useIsSettled(key: string | null): boolean {
  const [settledKey, setSettledKey] = useState(key)
  const isSettled = settledKey === key
  useEffect(() => {
    // React renders once more after setting an equal state.
    if (!isSettled) setSettledKey(key)
  }, [isSettled, key])
  return isSettled
}
