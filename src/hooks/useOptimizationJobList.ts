'use client'

import { type Query, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo } from 'react'
import type { JobListFilter, OptimizationJobPage, OptimizationJobSummary } from '../core/job.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import { getFailures, NO_FAILURES } from '../query/failures.js'
import { asJobListData, getListedJobs, type JobListData, NO_PAGES } from '../query/jobListData.js'
import {
  type JobListPollingOptions,
  optimizationJobListOptions,
} from '../query/optimizationJobListOptions.js'
import type { optimizationKeys } from '../query/optimizationKeys.js'
import { pollDueAt } from '../query/pollSchedule.js'
import { installSync } from '../query/syncCache.js'
import { IGNORED_LIST_DEFAULTS } from './ignoredAppDefaults.js'
import { useRequiredContext } from './OptimizationContext.js'
import { useConnectivity } from './useConnectivity.js'
import { useIsSettled } from './useIsSettled.js'
import { useLatest } from './useLatest.js'
import { useOverduePoll } from './useOverduePoll.js'

type ListKey = ReturnType<typeof optimizationKeys.list>
type PolledList = Query<OptimizationJobPage, OptimizationError, JobListData, ListKey>

/** Options of {@link useOptimizationJobList}. */
export interface UseOptimizationJobListOptions extends JobListFilter, JobListPollingOptions {}

/**
 * The state returned by `useOptimizationJobList`, discriminated by `kind`.
 *
 * - `loading`: no response yet; `error` is set while requests fail.
 * - `ready`: the jobs loaded so far; `error` is set if the latest request failed.
 * - `error`: a non-retryable error; `jobs` are those loaded before.
 */
export type OptimizationJobListState = (
  | { kind: 'loading' | 'ready'; error: OptimizationError | null }
  | { kind: 'error'; error: OptimizationError }
) & {
  /** Newest first, without duplicates. */
  jobs: readonly OptimizationJobSummary[]
  /** Whether there is another page. */
  hasMore: boolean
  /** Whether another page is being loaded. */
  isLoadingMore: boolean
  /** Whether `error` is that of loading another page. */
  isLoadMoreError: boolean
  /** Loads the next page. Does nothing while one is being loaded, or if there is none. */
  loadMore: () => void
  /** Whether a request waits for the network: it is sent as soon as the browser reconnects. */
  isPaused: boolean
  /** Fetches now. Never rejects: the state shows the outcome. */
  refetch: () => Promise<void>
}

/**
 * Lists a project's jobs. Further pages are loaded on demand. The loaded pages are polled every 10 s while one of their
 * jobs is active, and otherwise every minute.
 *
 * @throws Error without an `OptimizationProvider`, or a `QueryClientProvider`, above it
 *
 * @example
 * const { jobs, hasMore, loadMore } = useOptimizationJobList({ projectId })
 */
export function useOptimizationJobList(options: UseOptimizationJobListOptions): OptimizationJobListState {
  const { client, polling } = useRequiredContext()
  const { isVisible } = useConnectivity()
  const listOptions = optimizationJobListOptions(client, {
    ...options,
    pollInBackground: options.pollInBackground ?? polling?.pollInBackground,
  })
  const { refetchOnMount, refetchInterval, refetchIntervalInBackground } = listOptions
  const queryClient = useQueryClient()
  const { queryHash } = queryClient.defaultQueryOptions({ queryKey: listOptions.queryKey })
  dropUnreadable(queryClient.getQueryCache().get(queryHash))
  const {
    data,
    hasNextPage,
    isFetchingNextPage,
    isPaused,
    fetchNextPage,
    refetch: refetchQuery,
  } = useInfiniteQuery({
    ...listOptions,
    subscribed: useIsSettled(queryHash),
    // Without data, TanStack Query asks this instead of `refetchOnMount`.
    retryOnMount: (query) => typeof refetchOnMount !== 'function' || refetchOnMount(query) !== false,
    ...IGNORED_LIST_DEFAULTS,
    notifyOnChangeProps: [
      'data',
      'error',
      'errorUpdateCount',
      'hasNextPage',
      'isFetchingNextPage',
      'isPaused',
    ],
  })
  useEffect(() => installSync(queryClient), [queryClient])
  const cache = queryClient.getQueryCache()
  const query: PolledList | undefined = cache.get(queryHash)
  const getDelay = (list: PolledList) =>
    typeof refetchInterval === 'function' && (refetchInterval(list) ?? false)
  const latest = useLatest({
    queryHash,
    isFetchingNextPage,
    getDueAt: (list: PolledList) => {
      // Hydration reaches a mounted list without a render.
      dropUnreadable(list)
      const { data, error } = list.state
      return data === NO_PAGES && !error ? 0 : pollDueAt(list, getDelay(list))
    },
    refetchQuery,
  })
  const isPolling =
    (isVisible || refetchIntervalInBackground === true) && (query === undefined || getDelay(query) !== false)
  useOverduePoll(cache, isPolling, latest)
  const { error, isFinal, isLoadMore } = query ? getFailures(query) : NO_FAILURES
  const isLoadMoreError = isLoadMore && error !== null

  // A refetch must not cancel the next page being loaded. A stable function, so that effects may depend on it.
  const refetch = useCallback(
    async () => void (await refetchQuery({ cancelRefetch: !latest.current.isFetchingNextPage })),
    [refetchQuery, latest],
  )

  return useMemo(() => {
    const listed = getListedJobs(data)
    const rows = listed ?? []
    // A job started between two requests shifts the pages, so that a row appears on two of them.
    const jobs = [...new Map(rows.map((row) => [row.jobId, row])).values()]
    const rest = {
      jobs,
      hasMore: hasNextPage,
      isLoadingMore: isFetchingNextPage,
      isLoadMoreError,
      isPaused,
      loadMore: () => {
        if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
      },
      refetch,
    }
    if (error && isFinal && !isLoadMoreError) return { kind: 'error', error, ...rest }
    return { kind: listed ? 'ready' : 'loading', error, ...rest }
  }, [
    data,
    error,
    isFinal,
    isLoadMoreError,
    hasNextPage,
    isFetchingNextPage,
    isPaused,
    fetchNextPage,
    refetch,
  ])
}

/** Drops cached data that is not a list's, before TanStack Query reads its pages. It is then fetched. */
function dropUnreadable(query: PolledList | undefined): void {
  if (!query) return
  const { data } = query.state
  if (data === undefined || data === NO_PAGES || asJobListData(data)) return
  query.setState({ data: NO_PAGES, dataUpdatedAt: 0, fetchStatus: 'idle' })
}
