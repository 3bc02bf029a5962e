'use client'

import {
  type InfiniteQueryObserverOptions,
  type Query,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { type RefObject, useEffect } from 'react'
import type { JobListFilter, OptimizationJobPage } from '../core/job.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import { type Failures, getFailures, NO_FAILURES } from '../query/failures.js'
import { asJobListData, type JobListData, NO_PAGES } from '../query/jobListData.js'
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
type RenderedProps = Extract<InfiniteQueryObserverOptions['notifyOnChangeProps'], unknown[]>

interface JobListQuery<Data> {
  failures: Failures
  result: UseInfiniteQueryResult<Data, OptimizationError>
  /** The latest commit, for callbacks. */
  latest: RefObject<{ isFetchingNextPage: boolean }>
}

/**
 * Polls a list of jobs. Renders when one of the properties changes.
 *
 * @param select what to return of the data; a constant function
 */
export function useJobListQuery<Data>(
  options: JobListFilter & JobListPollingOptions,
  select: (data: JobListData) => Data,
  notifyOnChangeProps: readonly RenderedProps[number][],
): JobListQuery<Data> {
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
  const result = useInfiniteQuery({
    ...listOptions,
    subscribed: useIsSettled(queryHash),
    // Without data, TanStack Query asks this instead of `refetchOnMount`.
    retryOnMount: (query) => typeof refetchOnMount !== 'function' || refetchOnMount(query) !== false,
    ...IGNORED_LIST_DEFAULTS,
    select,
    notifyOnChangeProps: [...notifyOnChangeProps],
  })
  useEffect(() => installSync(queryClient), [queryClient])
  const cache = queryClient.getQueryCache()
  const query: PolledList | undefined = cache.get(queryHash)
  const getDelay = (list: PolledList) =>
    typeof refetchInterval === 'function' && (refetchInterval(list) ?? false)
  const latest = useLatest({
    queryHash,
    isFetchingNextPage: result.isFetchingNextPage,
    getDueAt: (list: PolledList) => {
      // Hydration reaches a mounted list without a render.
      dropUnreadable(list)
      const { data, error } = list.state
      return data === NO_PAGES && !error ? 0 : pollDueAt(list, getDelay(list))
    },
    refetchQuery: result.refetch,
  })
  const isPolling =
    (isVisible || refetchIntervalInBackground === true) && (query === undefined || getDelay(query) !== false)
  useOverduePoll(cache, isPolling, latest)
  // Read here: a compiled component would remember those of the first render, as the query stays the same object.
  const failures = query ? getFailures(query) : NO_FAILURES
  return { failures, result, latest }
}

/** Drops cached data that is not a list's, before TanStack Query reads its pages. It is then fetched. */
function dropUnreadable(query: PolledList | undefined): void {
  if (!query) return
  const { data } = query.state
  if (data === undefined || data === NO_PAGES || asJobListData(data)) return
  query.setState({ data: NO_PAGES, dataUpdatedAt: 0, fetchStatus: 'idle' })
}
