'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { failuresInARow, type JobQueryState, nextCheckDueAt } from '../query/jobQueryState.js'
import { type JobPollingOptions, optimizationJobOptions } from '../query/optimizationJobOptions.js'
import type { OptimizationError } from '../service/OptimizationError.js'
import { jobState, type OptimizationJobState } from './jobState.js'
import { useOptimizationClient } from './OptimizationProvider.js'
import { useBrowserStatus } from './useBrowserStatus.js'

/** Options of {@link useOptimizationJob}. */
export interface UseOptimizationJobOptions extends JobPollingOptions {
  projectId: string
  /** Null or undefined while there is no job yet: the state is then `idle`, and nothing is sent. */
  jobId: string | null | undefined
}

/**
 * Watches a job: polls it until it is over or refused for good, and returns what is to be shown. Any number of
 * components may watch one job; together they cost the requests of one.
 *
 * @example
 * const state = useOptimizationJob({ projectId, jobId })
 * return <JobStatusCard state={state} />
 */
export function useOptimizationJob({
  projectId,
  jobId,
  ...polling
}: UseOptimizationJobOptions): OptimizationJobState {
  const hasJobId = jobId != null
  const id = jobId ?? ''
  const options = optimizationJobOptions(useOptimizationClient(), { projectId, jobId: id, ...polling })
  const { refetch } = useQuery({
    ...options,
    ...(!hasJobId && { enabled: false }),
    notifyOnChangeProps: ['data', 'error', 'errorUpdateCount'],
    throwOnError: false,
  })
  const { isOnline, isVisible } = useBrowserStatus()

  // The state of the query itself, and not the observer's view of it: one reading serves the hook and the interval, and
  // an app's defaults, such as placeholder data of another job, cannot reach the screen.
  const queryClient = useQueryClient()
  const query = queryClient.getQueryCache().build(queryClient, queryClient.defaultQueryOptions(options))
  const { data: record, error: latestError, ...counts } = query.state as JobQueryState
  const failures = failuresInARow({ data: record, error: latestError, ...counts })
  const error = useErrorOfRun(query.queryHash, latestError, failures)
  const isWatching = isVisible || polling.pollInBackground === true

  return useMemo(() => {
    const state = jobState({ hasJobId, record, error, failures, isOnline, isWatching })
    const isChecking = state.connection === 'live' || state.connection === 'retrying'
    return Object.defineProperties(state, {
      lastCheckedAt: { enumerable: true, get: () => query.state.dataUpdatedAt || null },
      nextCheckAt: {
        enumerable: true,
        get: () => {
          const dueAt = nextCheckDueAt(id, query.state as JobQueryState)
          return hasJobId && isChecking && Number.isFinite(dueAt) ? dueAt : null
        },
      },
      refetch: { enumerable: true, value: async () => void (await refetch()) },
    }) as OptimizationJobState
  }, [hasJobId, id, record, error, failures, isOnline, isWatching, query, refetch])
}

/** TanStack Query forgets the error of a query without data when it asks again; what is on the screen should stay. */
function useErrorOfRun(
  queryHash: string,
  error: OptimizationError | null,
  failures: number,
): OptimizationError | null {
  const [last, setLast] = useState({ queryHash, error })
  if (error && (error !== last.error || queryHash !== last.queryHash)) setLast({ queryHash, error })
  if (error || failures === 0) return error
  return last.queryHash === queryHash ? last.error : null
}
