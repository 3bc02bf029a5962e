'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { asJobRecord, type JobRecord } from '../core/jobRecord.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import { getFailures, NO_FAILURES } from '../query/failures.js'
import { type JobPollingOptions, optimizationJobOptions } from '../query/optimizationJobOptions.js'
import { isPast, jobPollDelay, jobPollDueAt, type PolledQuery } from '../query/pollSchedule.js'
import { deriveJobState, type OptimizationJobState } from './deriveJobState.js'
import { IGNORED_APP_DEFAULTS } from './ignoredAppDefaults.js'
import { useRequiredContext } from './OptimizationContext.js'
import { useConnectivity } from './useConnectivity.js'
import { useIsSettled } from './useIsSettled.js'
import { useLatest } from './useLatest.js'
import { useOverduePoll } from './useOverduePoll.js'
import { type PhaseCallbacks, usePhaseCallbacks } from './usePhaseCallbacks.js'
import { useRefetch } from './useRefetch.js'

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
  const { client, polling } = useRequiredContext()
  const { isOnline, isVisible } = useConnectivity()
  const pollIntervalMs = options.pollIntervalMs ?? polling?.pollIntervalMs
  const pollInBackground = options.pollInBackground ?? polling?.pollInBackground ?? false
  const stallAfterMs = options.stallAfterMs ?? polling?.stallAfterMs
  const pollOptions = { jobId: jobId ?? '', pollIntervalMs }
  const jobOptions = optimizationJobOptions(client, {
    projectId,
    pollInBackground,
    stallAfterMs,
    ...pollOptions,
  })
  const queryClient = useQueryClient()
  // Once for all that need the hash.
  const defaultedOptions = queryClient.defaultQueryOptions(jobOptions)
  const { queryHash } = defaultedOptions
  const getDueAt = (query: PolledQuery<JobRecord>) => jobPollDueAt(query, jobPollDelay(pollOptions, query))
  const isEnabled = enabled && jobId != null
  const isSettled = useIsSettled(isEnabled ? queryHash : null)
  const isPolling = enabled && (isVisible || pollInBackground)

  const {
    data,
    isLoading,
    isPaused,
    refetch: refetchQuery,
  } = useQuery({
    ...defaultedOptions,
    ...(!isEnabled && { enabled: false }),
    subscribed: isSettled || !isEnabled,
    // Mounting another component does not poll early. Not part of `optimizationJobOptions`, where resetting an error
    // boundary must retry.
    retryOnMount: (query) => isPast(getDueAt(query)),
    ...IGNORED_APP_DEFAULTS,
    notifyOnChangeProps: [
      'data',
      'error',
      'errorUpdateCount',
      'isLoading',
      'isPaused',
      // Another component may poll.
      ...(isPolling ? [] : ['dataUpdatedAt' as const]),
    ],
  })
  const cache = queryClient.getQueryCache()
  const latest = useLatest({ queryHash, callbacks: options, getDueAt, refetchQuery })
  usePhaseCallbacks(cache, queryHash, Boolean(options.onFinish ?? options.onPhaseChange), latest)
  const { refetch, isRefetching } = useRefetch(queryHash, latest)

  const record = asJobRecord(data)
  const query = cache.get<JobRecord, OptimizationError>(queryHash)
  const failures = query && jobId != null ? getFailures(query) : NO_FAILURES
  const state = deriveJobState({
    isEnabled,
    record,
    ...failures,
    isOnline,
    isPolling,
    // A moved record was received by another clock.
    lastResponseAt: record === data && query ? query.state.dataUpdatedAt : 0,
    pollDueAtMs: query ? getDueAt(query) : 0,
  })
  useOverduePoll(cache, isPolling && ['loading', 'queued', 'running'].includes(state.kind), latest)
  // The first request is sent once the observer is settled.
  const isFirstFetchDue = isEnabled && !isSettled && !record && failures === NO_FAILURES
  // Another component may have refetched offline.
  const isWaiting = state.kind === 'error' && isPaused
  const isFetching = isLoading || isRefetching || isFirstFetchDue || isWaiting
  const { kind, job, connection, isCancelling, error, steps, stalledSince, lastUpdatedAt, nextPollAt } = state
  // By its fields: a poll that changes none of them keeps the object, also if the component renders for another reason.
  return useMemo(
    () =>
      ({
        kind,
        job,
        connection,
        isCancelling,
        error,
        steps,
        stalledSince,
        lastUpdatedAt,
        nextPollAt,
        isFetching,
        refetch,
      }) as OptimizationJobState,
    [
      kind,
      job,
      connection,
      isCancelling,
      error,
      steps,
      stalledSince,
      lastUpdatedAt,
      nextPollAt,
      isFetching,
      refetch,
    ],
  )
}
