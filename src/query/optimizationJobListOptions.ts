import {
  type DataTag,
  type InfiniteData,
  infiniteQueryOptions,
  type UnusedSkipTokenInfiniteOptions,
} from '@tanstack/react-query'
import type { OptimizationClient } from '../core/createOptimizationClient.js'
import type { JobListFilter, OptimizationJobPage } from '../core/job.js'
import { isNonRetryable, type OptimizationError } from '../core/OptimizationError.js'
import { isTerminalPhase } from '../core/phase.js'
import { pollDelay } from '../core/pollDelay.js'
import { type PolledQueryState, pollDueAt } from './jobQueryState.js'
import { optimizationKeys } from './optimizationKeys.js'
import { syncJobsFromList } from './syncJobsFromList.js'

/** A page of a list in the query's data. */
export interface JobListPage extends OptimizationJobPage {
  /** The query's error count when the page was loaded: errors counted since then are consecutive. */
  failuresBefore: number
}

/** How a list is polled. */
export interface JobListPollingOptions {
  /**
   * The delay between polls while a job of the list is active, in milliseconds, from 1,000 to 3,600,000.
   * @default 10_000
   */
  pollIntervalMs?: number | undefined
  /** Whether to poll while the page is hidden. @default false */
  pollInBackground?: boolean | undefined
}

type JobListKey = ReturnType<typeof optimizationKeys.list>
export type JobListData = InfiniteData<JobListPage, number>
type JobListState = PolledQueryState<JobListData>

/** The options returned by {@link optimizationJobListOptions}. */
export type OptimizationJobListQueryOptions = UnusedSkipTokenInfiniteOptions<
  JobListPage,
  OptimizationError,
  JobListData,
  JobListKey,
  number
> & { queryKey: DataTag<JobListKey, InfiniteData<JobListPage>, OptimizationError> }

/**
 * The TanStack Query options of a project's jobs, paginated, newest first. Loaded pages are polled while one of their
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
  const getDelay = (state: JobListState) => listPollDelay(projectId, state, pollIntervalMs)
  // While requests fail, mount and focus follow the interval's backoff.
  const isDue = ({ state }: { state: JobListState }) =>
    !state.error || pollDueAt(state, getDelay(state)) <= Date.now()
  const hasFailed = ({ error }: JobListState) => isNonRetryable(error)

  return infiniteQueryOptions<JobListPage, OptimizationError, JobListData, JobListKey, number>({
    queryKey,
    queryFn: async ({ client: queryClient, pageParam, signal }) => {
      const page = await client.listJobs({ projectId, page: pageParam, pageSize, status }, { signal })
      syncJobsFromList(queryClient, projectId, page.jobs)
      return { ...page, failuresBefore: queryClient.getQueryState(queryKey)?.errorUpdateCount ?? 0 }
    },
    initialPageParam: 1,
    getNextPageParam: ({ hasNext }, _pages, page) => (hasNext ? page + 1 : null),
    // After a non-retryable error, neither mount, focus, reconnect nor interval fetches; `refetch()` still does.
    enabled: ({ state }) => !hasFailed(state),
    staleTime: pollIntervalMs,
    refetchInterval: ({ state }) => getDelay(state),
    refetchIntervalInBackground: pollInBackground,
    refetchOnMount: isDue,
    refetchOnWindowFocus: isDue,
    // Failures without a network need no backoff once it is back; Retry-After is still respected.
    refetchOnReconnect: (query) => isDue(query) || !query.state.error?.retryAfterMs,
    retry: false,
    networkMode: 'online',
  })
}

/** Polls while a job of the list is active. After failures, backs off like a job. */
function listPollDelay(projectId: string, state: JobListState, pollIntervalMs: number): number | false {
  const { data, error, dataUpdateCount, errorUpdateCount } = state
  const consecutiveFailures = error
    ? Math.max(1, errorUpdateCount - (data?.pages.at(-1)?.failuresBefore ?? 0))
    : 0
  const isAnyActive = data?.pages.some(({ jobs }) => jobs.some(({ phase }) => !isTerminalPhase(phase)))
  if (consecutiveFailures === 0 && data && !isAnyActive) return false
  const pollCount = dataUpdateCount + errorUpdateCount
  return pollDelay({ jobId: projectId, job: null, error, consecutiveFailures, pollCount }, pollIntervalMs)
}
