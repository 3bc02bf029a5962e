import {
  type DataTag,
  type InfiniteData,
  infiniteQueryOptions,
  replaceEqualDeep,
  type UnusedSkipTokenInfiniteOptions,
} from '@tanstack/react-query'
import type { OptimizationClient } from '../core/createOptimizationClient.js'
import type { JobListFilter, OptimizationJobPage, OptimizationJobSummary } from '../core/job.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import { isTerminalPhase } from '../core/phase.js'
import { type PollInterval, resolvePollInterval } from '../core/pollInterval.js'
import { type Failures, getFailures, NO_FAILURES, recordFailure } from './failures.js'
import { asJobListData, getListedJobs, type JobListData, NO_PAGES } from './jobListData.js'
import { optimizationKeys } from './optimizationKeys.js'
import { isPast, type PolledQuery, pollDueAt, queryPollDelay } from './pollSchedule.js'
import { installSync } from './syncCache.js'

/** How a list is polled. */
export interface JobListPollingOptions {
  /**
   * The delay between polls while a job of the list is active: a number, or a function of the loaded jobs. Without an active job, it is at
   * least a minute. @default 10_000
   */
  pollIntervalMs?: PollInterval<readonly OptimizationJobSummary[]> | undefined
  /** Whether to poll while the page is hidden. @default false */
  pollInBackground?: boolean | undefined
}

// Jobs that are started elsewhere appear.
const IDLE_POLL_INTERVAL_MS = 60_000

type JobListKey = ReturnType<typeof optimizationKeys.list>

/** The options returned by {@link optimizationJobListOptions}. */
export type OptimizationJobListQueryOptions = UnusedSkipTokenInfiniteOptions<
  OptimizationJobPage,
  OptimizationError,
  JobListData,
  JobListKey,
  number
> & { queryKey: DataTag<JobListKey, InfiniteData<OptimizationJobPage>, OptimizationError> }

/**
 * The TanStack Query options of a project's jobs, paginated, newest first. Loaded pages are polled, more often while one of their
 * jobs is active, and update the queries of their jobs. They work with `useInfiniteQuery`, `useSuspenseInfiniteQuery`
 * and `prefetchInfiniteQuery`.
 *
 * @example
 * const { data } = useInfiniteQuery(optimizationJobListOptions(client, { projectId }))
 * data?.pages.flatMap((page) => page.jobs)
 */
export function optimizationJobListOptions(
  client: OptimizationClient,
  options: JobListFilter & JobListPollingOptions,
): OptimizationJobListQueryOptions {
  const { projectId, status, pageSize, pollIntervalMs = 10_000, pollInBackground = false } = options
  const queryKey = optimizationKeys.list({ projectId, status, pageSize })
  const getJobs = ({ state }: PolledQuery<JobListData>) => getListedJobs(state.data)
  const getInterval = (query: PolledQuery<JobListData>) => resolvePollInterval(pollIntervalMs, getJobs(query))

  /** After failures, backs off like a job. */
  const getDelay = (query: PolledQuery<JobListData>) => {
    const isIdle = getJobs(query)?.every(({ phase }) => isTerminalPhase(phase))
    const failures = getListFailures(query)
    if (isIdle && !failures.error) return Math.max(IDLE_POLL_INTERVAL_MS, getInterval(query))
    return queryPollDelay(projectId, query, null, failures, getInterval(query))
  }
  // While requests fail, mount and focus follow the interval's backoff.
  const isDue = (query: PolledQuery<JobListData>) =>
    !getListFailures(query).error || isPast(pollDueAt(query, getDelay(query)))

  return infiniteQueryOptions<OptimizationJobPage, OptimizationError, JobListData, JobListKey, number>({
    queryKey,
    queryFn: (context) =>
      recordFailure(context, () => {
        const { client: queryClient, pageParam, signal } = context
        installSync(queryClient)
        return client.listJobs({ projectId, page: pageParam, pageSize, status }, { signal })
      }),
    initialPageParam: 1,
    getNextPageParam: ({ hasNext }, _pages, page) => (hasNext ? page + 1 : null),
    // After a final error, neither mount, focus, reconnect nor interval fetches; `refetch()` still does.
    enabled: (query) => !getListFailures(query).isFinal,
    staleTime: (query) => (getJobs(query) ? getInterval(query) : 0),
    refetchInterval: getDelay,
    refetchIntervalInBackground: pollInBackground,
    refetchOnMount: isDue,
    refetchOnWindowFocus: isDue,
    // Failures without a network need no backoff once it is back; Retry-After is still respected.
    refetchOnReconnect: (query) => isDue(query) || !query.state.error?.retryAfterMs,
    retry: false,
    networkMode: 'online',
    structuralSharing: (previous, data) => {
      if (asJobListData(data)) return replaceEqualDeep(previous, data)
      // TanStack Query also passes what `select` returns, which has no pages.
      return Object(data).pages ? NO_PAGES : data
    },
  })
}

/** The failures of the list itself: a page that can't be loaded does not stop those that were. */
function getListFailures(query: PolledQuery<JobListData>): Failures {
  const failures = getFailures(query)
  return failures.isLoadMore && failures.isFinal ? NO_FAILURES : failures
}
