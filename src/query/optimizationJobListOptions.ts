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

/** A page of a list, as TanStack Query holds it. */
export interface JobListPage extends OptimizationJobPage {
  /** How many checks of the list had failed when the page arrived. Those counted since then failed in a row. */
  failuresBefore: number
}

/** How a list is polled. */
export interface JobListPollingOptions {
  /**
   * How long to wait between checks while a job of the list is active, in milliseconds, from 1,000 to 3,600,000.
   * @default 10_000
   */
  pollIntervalMs?: number | undefined
  /** Whether to go on polling while the page is hidden. @default false */
  pollInBackground?: boolean | undefined
}

type JobListKey = ReturnType<typeof optimizationKeys.list>
/** What TanStack Query holds of a list. */
export type JobListData = InfiniteData<JobListPage, number>
type JobListState = PolledQueryState<JobListData>

/** What {@link optimizationJobListOptions} returns. */
export type OptimizationJobListQueryOptions = UnusedSkipTokenInfiniteOptions<
  JobListPage,
  OptimizationError,
  JobListData,
  JobListKey,
  number
> & { queryKey: DataTag<JobListKey, InfiniteData<JobListPage>, OptimizationError> }

/**
 * The TanStack Query options of a project's jobs, page by page, newest first. The pages that were read are checked again
 * while a job on them is active, and what they tell of a job reaches the job's own query. They work with
 * `useInfiniteQuery`, `useSuspenseInfiniteQuery` and `prefetchInfiniteQuery`.
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
  const delayOf = (state: JobListState) => listPollDelay(projectId, state, pollIntervalMs)
  // While checks fail, mounting and focusing keep to the plan of the interval.
  const isDue = ({ state }: { state: JobListState }) =>
    !state.error || pollDueAt(state, delayOf(state)) <= Date.now()
  const isRefused = ({ error }: JobListState) => isNonRetryable(error)

  return infiniteQueryOptions<JobListPage, OptimizationError, JobListData, JobListKey, number>({
    queryKey,
    queryFn: async ({ client: queryClient, pageParam, signal }) => {
      const page = await client.listJobs({ projectId, page: pageParam, pageSize, status }, { signal })
      syncJobsFromList(queryClient, projectId, page.jobs)
      return { ...page, failuresBefore: queryClient.getQueryState(queryKey)?.errorUpdateCount ?? 0 }
    },
    initialPageParam: 1,
    getNextPageParam: ({ hasNext }, _pages, page) => (hasNext ? page + 1 : null),
    // Refused for good: no mount, focus, reconnect or interval asks again. `refetch()` still does.
    enabled: ({ state }) => !isRefused(state),
    staleTime: pollIntervalMs,
    refetchInterval: ({ state }) => delayOf(state),
    refetchIntervalInBackground: pollInBackground,
    refetchOnMount: isDue,
    refetchOnWindowFocus: isDue,
    // The network is back, so what failed for want of it need not wait. What the service asked to wait for does.
    refetchOnReconnect: (query) => isDue(query) || !query.state.error?.retryAfterMs,
    retry: false,
    networkMode: 'online',
  })
}

/** When to check a list again: while a job on it is active, and after failures by the policy for jobs. */
function listPollDelay(projectId: string, state: JobListState, pollIntervalMs: number): number | false {
  const { data, error, dataUpdateCount, errorUpdateCount } = state
  const failures = error ? Math.max(1, errorUpdateCount - (data?.pages.at(-1)?.failuresBefore ?? 0)) : 0
  const isAnyActive = data?.pages.some(({ jobs }) => jobs.some(({ phase }) => !isTerminalPhase(phase)))
  if (failures === 0 && data && !isAnyActive) return false
  const polls = dataUpdateCount + errorUpdateCount
  return pollDelay({ jobId: projectId, job: null, error, failures, polls }, pollIntervalMs)
}
