'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { failuresInARow, type JobQuery, nextCheckDueAt, type PollPlan } from '../query/jobQueryState.js'
import { type JobPollingOptions, optimizationJobOptions } from '../query/optimizationJobOptions.js'
import { type JobWatch, jobState, type OptimizationJobState } from './jobState.js'
import { useOptimizationClient } from './OptimizationProvider.js'
import { useBrowserStatus } from './useBrowserStatus.js'
import { useErrorOfRun } from './useErrorOfRun.js'
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
  onFinish,
  onPhaseChange,
  finishOnMount,
  ...polling
}: UseOptimizationJobOptions): OptimizationJobState {
  const hasJobId = jobId != null
  const plan = { jobId: jobId ?? '', pollInterval: polling.pollInterval }
  const options = optimizationJobOptions(useOptimizationClient(), { projectId, ...polling, ...plan })
  const { refetch } = useQuery({
    ...options,
    ...(!hasJobId && { enabled: false }),
    notifyOnChangeProps: ['data', 'error', 'errorUpdateCount'],
    // Another component that is mounted keeps to the plan too. Not among the options: a boundary that is reset must retry.
    retryOnMount: ({ state }) => nextCheckDueAt(plan, state) <= Date.now(),
    throwOnError: false,
  })

  // The state of the query itself, and not the observer's view of it: one reading serves the hook and the interval, and
  // an app's defaults, such as placeholder data of another job, cannot reach the screen.
  const queryClient = useQueryClient()
  const cache = queryClient.getQueryCache()
  const query: JobQuery = cache.build(queryClient, queryClient.defaultQueryOptions(options))
  usePhaseCallbacks(cache, query, { onFinish, onPhaseChange, finishOnMount })

  const record = query.state.data
  const failures = failuresInARow(query.state)
  const error = useErrorOfRun(query.queryHash, query.state.error, failures)
  const { isOnline, isVisible } = useBrowserStatus()
  const isWatching = isVisible || polling.pollInBackground === true
  const state = useMemo(
    () => jobState({ hasJobId, record, error, failures, isOnline, isWatching }),
    [hasJobId, record, error, failures, isOnline, isWatching],
  )
  const { pollInterval } = polling
  return useMemo(
    () => withCheckTimes(state, query, { jobId: query.queryKey[3], pollInterval }, () => refetch()),
    [state, query, pollInterval, refetch],
  )
}

/**
 * Adds when the checks are. They are read when they are asked for: each check moves them, and a check that changes
 * nothing shall render nothing.
 */
function withCheckTimes(
  state: ReturnType<typeof jobState>,
  query: JobQuery,
  plan: PollPlan,
  refetch: () => Promise<unknown>,
): OptimizationJobState {
  const isChecking = state.connection === 'live' || state.connection === 'retrying'
  const times: Pick<JobWatch, 'lastCheckedAt' | 'nextCheckAt'> = {
    get lastCheckedAt() {
      return query.state.dataUpdatedAt || null
    },
    get nextCheckAt() {
      const dueAt = nextCheckDueAt(plan, query.state)
      return state.kind !== 'idle' && isChecking && Number.isFinite(dueAt) ? dueAt : null
    },
  }
  const descriptors = Object.getOwnPropertyDescriptors(times)
  return Object.defineProperties(
    { ...state, refetch: async () => void (await refetch()) },
    descriptors,
  ) as OptimizationJobState
}
