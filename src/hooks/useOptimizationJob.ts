'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { getJobQuerySnapshot } from '../query/getJobQuerySnapshot.js'
import { type JobQuery, nextPollDueAt, type PollOptions } from '../query/jobQueryState.js'
import { type JobPollingOptions, optimizationJobOptions } from '../query/optimizationJobOptions.js'
import { subscribeToJobQueryInBatches } from '../query/subscribeToJobQuery.js'
import { deriveJobState, type OptimizationJobState } from './deriveJobState.js'
import { useOptimizationClient } from './OptimizationContext.js'
import { useNetworkAndVisibility } from './useNetworkAndVisibility.js'
import { type PhaseCallbacks, usePhaseCallbacks } from './usePhaseCallbacks.js'

/** Options of {@link useOptimizationJob}. */
export interface UseOptimizationJobOptions extends JobPollingOptions, PhaseCallbacks {
  /** The ID of the project that the job belongs to. */
  projectId: string
  /** Null or undefined while there is no job yet: the state is then `idle` and nothing is fetched. */
  jobId: string | null | undefined
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
export function useOptimizationJob({
  projectId,
  jobId,
  pollIntervalMs,
  pollInBackground = false,
  stallAfterMs,
  ...callbacks
}: UseOptimizationJobOptions): OptimizationJobState {
  const client = useOptimizationClient()
  const queryClient = useQueryClient()
  const pollOptions = useMemo(() => ({ jobId: jobId ?? '', pollIntervalMs }), [jobId, pollIntervalMs])
  // Memoized, because TanStack Query skips `setOptions` for identical options.
  const options = useMemo(
    () => ({
      ...queryClient.defaultQueryOptions(
        optimizationJobOptions(client, { projectId, pollInBackground, stallAfterMs, ...pollOptions }),
      ),
      ...(jobId == null && { enabled: false }),
      // `useQuery` only drives fetching; the state is read from the cache.
      notifyOnChangeProps: [],
      // Mounting another component does not poll early. Not part of `optimizationJobOptions`, where resetting an error
      // boundary must retry.
      retryOnMount: ({ state }: JobQuery) => nextPollDueAt(pollOptions, state) <= Date.now(),
      throwOnError: false,
    }),
    [queryClient, client, projectId, jobId, pollOptions, pollInBackground, stallAfterMs],
  )
  const { refetch } = useQuery(options)

  // The query's own state, not the observer's result: an app's defaults, such as placeholder data of another job, must not
  // be rendered.
  const cache = queryClient.getQueryCache()
  const getQuery = useCallback(
    (): JobQuery => cache.build(queryClient, options),
    [cache, queryClient, options],
  )
  usePhaseCallbacks(cache, options.queryHash, callbacks)

  const getSnapshot = useCallback(() => getJobQuerySnapshot(getQuery()), [getQuery])
  const subscribe = useCallback(
    (onChange: () => void) => subscribeToJobQueryInBatches(cache, options.queryHash, getSnapshot, onChange),
    [cache, options.queryHash, getSnapshot],
  )
  const { record, error, consecutiveFailures } = useSyncExternalStore(subscribe, getSnapshot, getSnapshot)
  const { isOnline, isVisible } = useNetworkAndVisibility()
  const isPolling = isVisible || pollInBackground
  return useMemo(() => {
    const state = deriveJobState({
      hasJobId: jobId != null,
      record,
      error,
      consecutiveFailures,
      isOnline,
      isPolling,
    })
    return withPollTimes(state, getQuery, pollOptions, () => refetch())
  }, [jobId, record, error, consecutiveFailures, isOnline, isPolling, getQuery, pollOptions, refetch])
}

/** Adds `refetch` and the poll times. The times are getters: every poll moves them, and must not cause a render. */
function withPollTimes(
  state: ReturnType<typeof deriveJobState>,
  getQuery: () => JobQuery,
  pollOptions: PollOptions,
  refetch: () => Promise<unknown>,
): OptimizationJobState {
  const isScheduled =
    state.kind !== 'idle' && (state.connection === 'live' || state.connection === 'retrying')
  return {
    ...state,
    refetch: async () => void (await refetch()),
    get lastUpdatedAt() {
      return getQuery().state.dataUpdatedAt || null
    },
    get nextPollAt() {
      const pollDueAt = nextPollDueAt(pollOptions, getQuery().state)
      // 0 until the first request has settled.
      return isScheduled && pollDueAt > 0 && Number.isFinite(pollDueAt) ? pollDueAt : null
    },
  }
}
