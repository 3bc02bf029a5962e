import { type DataTag, queryOptions, type UnusedSkipTokenOptions } from '@tanstack/react-query'
import type { OptimizationClient } from '../core/createOptimizationClient.js'
import type { JobReference } from '../core/job.js'
import { mergeResponse } from '../core/jobRecord.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import { isPollingDone } from '../core/pollDelay.js'
import type { PollInterval } from '../core/pollInterval.js'
import { type JobQueryData, type JobQueryState, nextPollDueAt, queryPollDelay } from './jobQueryState.js'
import { optimizationKeys } from './optimizationKeys.js'

/** How a job is polled. */
export interface JobPollingOptions {
  /** How long to wait between checks that succeed. @default 5 s while the job is queued, 2.7 s where it may end at any moment, else 10 s */
  pollInterval?: PollInterval | undefined
  /** Whether to go on polling while the page is hidden. @default false */
  pollInBackground?: boolean | undefined
  /** After how long without any change a job counts as stalled, in milliseconds. @default 600_000 (10 minutes) */
  stallAfterMs?: number | undefined
}

type JobQueryKey = ReturnType<typeof optimizationKeys.job>

/** What {@link optimizationJobOptions} returns. */
export type OptimizationJobQueryOptions = UnusedSkipTokenOptions<
  JobQueryData,
  OptimizationError,
  JobQueryData,
  JobQueryKey
> & { queryKey: DataTag<JobQueryKey, JobQueryData, OptimizationError> }

/**
 * The TanStack Query options of one job: how to ask for it, how long to go on, and what to remember. They work with
 * `useQuery`, `useSuspenseQuery`, `useQueries`, `prefetchQuery` and hydration. The data is the job and the steps it was
 * seen in.
 *
 * Failed checks are repeated by the interval and not by TanStack Query's `retry`, which halts while the page is hidden.
 *
 * @example
 * const { data } = useQuery(optimizationJobOptions(client, { projectId, jobId }))
 * data?.job.phase
 */
export function optimizationJobOptions(
  client: OptimizationClient,
  options: JobReference & JobPollingOptions,
): OptimizationJobQueryOptions {
  const { projectId, jobId, pollInterval, pollInBackground = false, stallAfterMs = 600_000 } = options
  const plan = { jobId, pollInterval }
  const isOver = ({ data, error }: JobQueryState) => isPollingDone(data?.job ?? null, error)
  // TanStack Query also marks what failed as invalidated; that keeps to the plan.
  const isDue = ({ state }: { state: JobQueryState & { isInvalidated: boolean } }) =>
    (state.isInvalidated && !state.error) || nextPollDueAt(plan, state) <= Date.now()

  return queryOptions<JobQueryData, OptimizationError, JobQueryData, JobQueryKey>({
    queryKey: optimizationKeys.job({ projectId, jobId }),
    queryFn: async ({ client: queryClient, queryKey, signal }) => {
      const answer = await client.getJob({ projectId, jobId }, { signal })
      // Read after the wait, so that nothing that came in meanwhile is overwritten.
      const state = queryClient.getQueryState<JobQueryData>(queryKey)
      const record = mergeResponse(state?.data, answer, { seenAt: Date.now(), stallAfterMs })
      const failuresBefore = state?.errorUpdateCount ?? 0
      return record === state?.data && state.data.failuresBefore === failuresBefore
        ? state.data
        : { ...record, failuresBefore }
    },
    // Over, or refused for good: no mount, focus, reconnect or interval asks again. `refetch()` still does.
    enabled: ({ state }) => !isOver(state),
    // Fresh until the next check is due, so that mounting and focusing keep to the same plan as the interval.
    staleTime: ({ state }) => Math.max(0, nextPollDueAt(plan, state) - state.dataUpdatedAt),
    refetchInterval: ({ state }) => queryPollDelay(plan, state),
    refetchIntervalInBackground: pollInBackground,
    refetchOnMount: isDue,
    refetchOnWindowFocus: (query) => isDue(query) && 'always',
    // The network is back, so what failed for want of it need not wait. What the service asked to wait for does.
    refetchOnReconnect: (query) =>
      !isOver(query.state) && (isDue(query) || !query.state.error?.retryAfterMs) && 'always',
    retry: false,
    networkMode: 'online',
    // `mergeResponse` keeps what has not changed, and is cheaper than a deep comparison.
    structuralSharing: false,
  })
}
