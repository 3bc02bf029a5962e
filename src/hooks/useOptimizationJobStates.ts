'use client'

import {
  hashKey,
  type Query,
  type QueryKey,
  type UseQueryResult,
  useQueryClient,
} from '@tanstack/react-query'
import { useState } from 'react'
import { asJobRecord, type JobRecord } from '../core/jobRecord.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import { getFailures, NO_FAILURES } from '../query/failures.js'
import { getQuery } from '../query/getQuery.js'
import type { OptimizationJobQueryOptions } from '../query/optimizationJobOptions.js'
import { jobPollDueAt } from '../query/pollSchedule.js'
import { deriveJobState, type OptimizationJobState } from './deriveJobState.js'
import { useConnectivity } from './useConnectivity.js'
import { useRefetches } from './useRefetches.js'

/** A result of `useQueries` or `useSuspenseQueries` for {@link optimizationJobOptions}. */
export type OptimizationJobQueryResult = Pick<
  UseQueryResult<JobRecord, OptimizationError>,
  'data' | 'dataUpdatedAt' | 'error' | 'errorUpdateCount' | 'isEnabled' | 'isLoading' | 'isPaused' | 'refetch'
>

type JobQuery = Query<JobRecord, OptimizationError>
type StateEntry = [QueryKey, OptimizationJobState]

/**
 * The states of any number of jobs, from the queries passed to `useQueries` and its results, in the same order: the states
 * that `useOptimizationJob` returns, for a `JobStatusCard` or your own components. A hook, because a result alone does not say how many requests have failed,
 * when the next one is due, and whether the page is hidden.
 *
 * A state that has not changed is the same object as before, and so is the array.
 *
 * @throws Error without a `QueryClientProvider` above it
 *
 * @example
 * const client = useOptimizationClient()
 * const queries = jobIds.map((jobId) => optimizationJobOptions(client, { projectId, jobId }))
 * const states = useOptimizationJobStates(queries, useQueries({ queries }))
 * return states.map((state, index) => <JobStatusCard key={jobIds[index]} state={state} />)
 */
export function useOptimizationJobStates(
  queries: readonly OptimizationJobQueryOptions[],
  results: readonly OptimizationJobQueryResult[],
): readonly OptimizationJobState[] {
  const queryClient = useQueryClient()
  const { isOnline, isVisible } = useConnectivity()
  const { getRefetch, isRefetching } = useRefetches()
  const [reuseStates] = useState(createStateReuse)

  const entries = results.flatMap((result, index): StateEntry[] => {
    const options = queries[index]
    if (!options) return []
    // TanStack Query renders for changes of the properties that are read here.
    const { data, error, isEnabled, isLoading, isPaused, refetch } = result
    const record = asJobRecord(data)
    const query = getQuery<JobRecord>(queryClient, options.queryKey)
    const hasFailed = error !== null || result.errorUpdateCount > 0
    const delayMs = query ? getPollDelay(options, query) : 0
    const isPolling = delayMs !== false && (isVisible || options.refetchIntervalInBackground === true)
    const state = deriveJobState({
      // False also for a job that is over or has a non-retryable error, where it does not matter.
      isEnabled,
      record,
      ...(query && hasFailed ? getFailures(query) : NO_FAILURES),
      isOnline,
      isPolling,
      lastResponseAt: getLastResponseAt(record === data ? query : undefined, isPolling && isEnabled, result),
      pollDueAtMs: query ? jobPollDueAt(query, delayMs) : 0,
    })
    // Another component may have refetched offline.
    const isWaiting = state.kind === 'error' && isPaused
    const isFetching = isLoading || isRefetching(refetch) || isWaiting
    return [[options.queryKey, { ...state, isFetching, refetch: getRefetch(refetch) }]]
  })
  return reuseStates(entries)
}

function getPollDelay({ refetchInterval }: OptimizationJobQueryOptions, query: JobQuery): number | false {
  const delayMs = typeof refetchInterval === 'function' ? refetchInterval(query as never) : refetchInterval
  return delayMs ?? false
}

/** 0 for a record that was moved here: it was received by another clock. */
function getLastResponseAt(
  query: JobQuery | undefined,
  isPolling: boolean,
  result: OptimizationJobQueryResult,
): number {
  if (!query) return 0
  // While polling works, the time is not part of the state, so that a response that changes nothing does not render.
  return isPolling ? query.state.dataUpdatedAt : result.dataUpdatedAt
}

/** Returns the states of the previous render where they are equal, also when the order of the jobs changes. */
function createStateReuse(): (entries: readonly StateEntry[]) => readonly OptimizationJobState[] {
  let known = new Map<string, OptimizationJobState>()
  let states: readonly OptimizationJobState[] = []
  return (entries) => {
    const next = new Map<string, OptimizationJobState>()
    const nextStates = entries.map(([queryKey, state]) => {
      const key = hashKey(queryKey)
      const reused = reuse(known.get(key), state)
      next.set(key, reused)
      return reused
    })
    known = next
    states = reuse(states, nextStates)
    return states
  }
}

/** The previous object if its fields are the same, else the next one. */
function reuse<Value extends object>(previous: Value | undefined, next: Value): Value {
  const [before, after] = [Object.values(previous ?? {}), Object.values(next)]
  const isSame = before.length === after.length && after.every((value, index) => value === before[index])
  return previous && isSame ? previous : next
}
