'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { jobQuerySnapshot } from '../query/jobQuerySnapshot.js'
import { type JobQuery, nextPollDueAt, type PollOptions } from '../query/jobQueryState.js'
import { type JobPollingOptions, optimizationJobOptions } from '../query/optimizationJobOptions.js'
import { subscribeToJobQueryInBatches } from '../query/subscribeToJobQuery.js'
import { deriveJobState, type OptimizationJobState } from './deriveJobState.js'
import { useOptimizationClient } from './OptimizationProvider.js'
import { useNetworkAndVisibility } from './useNetworkAndVisibility.js'
import { type PhaseCallbacks, usePhaseCallbacks } from './usePhaseCallbacks.js'

/** Options of {@link useOptimizationJob}. */
export interface UseOptimizationJobOptions extends JobPollingOptions, PhaseCallbacks {
  /** The project that the job belongs to, by its id. */
  projectId: string
  /** Null or undefined while there is no job yet: the state is then `idle`, and nothing is sent. */
  jobId: string | null | undefined
}

/**
 * Watches a job: polls it until it is over or refused for good, and returns what is to be shown. Any number of
 * components may watch one job; together they cost the requests of one.
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
  pollInterval,
  pollInBackground = false,
  stallAfterMs,
  ...callbacks
}: UseOptimizationJobOptions): OptimizationJobState {
  const client = useOptimizationClient()
  const queryClient = useQueryClient()
  const plan = useMemo(() => ({ jobId: jobId ?? '', pollInterval }), [jobId, pollInterval])
  // Made once: from options that are the same, TanStack Query concludes that there is nothing to do.
  const options = useMemo(
    () => ({
      ...queryClient.defaultQueryOptions(
        optimizationJobOptions(client, { projectId, pollInBackground, stallAfterMs, ...plan }),
      ),
      ...(jobId == null && { enabled: false }),
      // It asks, and what comes of it is read below.
      notifyOnChangeProps: [],
      // Another component that is mounted keeps to the plan too. Not among those of `optimizationJobOptions`: a boundary
      // that is reset must retry.
      retryOnMount: ({ state }: JobQuery) => nextPollDueAt(plan, state) <= Date.now(),
      throwOnError: false,
    }),
    [queryClient, client, projectId, jobId, plan, pollInBackground, stallAfterMs],
  )
  const { refetch } = useQuery(options)

  // The state of the query itself, and not the observer's view of it: one reading serves the hook and the interval, and
  // an app's defaults, such as placeholder data of another job, cannot reach the screen.
  const cache = queryClient.getQueryCache()
  const findQuery = useCallback(
    (): JobQuery => cache.build(queryClient, options),
    [cache, queryClient, options],
  )
  usePhaseCallbacks(cache, options.queryHash, callbacks)

  const read = useCallback(() => jobQuerySnapshot(findQuery()), [findQuery])
  const subscribe = useCallback(
    (onChange: () => void) => subscribeToJobQueryInBatches(cache, options.queryHash, read, onChange),
    [cache, options.queryHash, read],
  )
  const { record, error, failures } = useSyncExternalStore(subscribe, read, read)
  const { isOnline, isVisible } = useNetworkAndVisibility()
  const isPolling = isVisible || pollInBackground
  return useMemo(() => {
    const state = deriveJobState({ hasJobId: jobId != null, record, error, failures, isOnline, isPolling })
    return withCheckTimes(state, findQuery, plan, () => refetch())
  }, [jobId, record, error, failures, isOnline, isPolling, findQuery, plan, refetch])
}

/**
 * Adds when the checks are. They are read when they are asked for: each check moves them, and a check that changes
 * nothing shall render nothing.
 */
function withCheckTimes(
  state: ReturnType<typeof deriveJobState>,
  findQuery: () => JobQuery,
  plan: PollOptions,
  refetch: () => Promise<unknown>,
): OptimizationJobState {
  const isChecking = state.kind !== 'idle' && (state.connection === 'live' || state.connection === 'retrying')
  return {
    ...state,
    refetch: async () => void (await refetch()),
    get lastUpdatedAt() {
      return findQuery().state.dataUpdatedAt || null
    },
    get nextPollAt() {
      const pollDueAt = nextPollDueAt(plan, findQuery().state)
      // 0 while the first check is under way.
      return isChecking && pollDueAt > 0 && Number.isFinite(pollDueAt) ? pollDueAt : null
    },
  }
}
