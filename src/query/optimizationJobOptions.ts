import { type DataTag, queryOptions, type UnusedSkipTokenOptions } from '@tanstack/react-query'
import type { OptimizationClient } from '../core/createOptimizationClient.js'
import { readClock } from '../core/deviceClock.js'
import type { JobReference } from '../core/job.js'
import { asJobRecord, type JobRecord, mergeResponse } from '../core/jobRecord.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import { isPollingDone } from '../core/pollDelay.js'
import type { PollInterval } from '../core/pollInterval.js'
import { getFailures, recordFailure } from './failures.js'
import { optimizationKeys } from './optimizationKeys.js'
import { isPast, jobPollDelay, jobPollDueAt, type PolledQuery } from './pollSchedule.js'

/** How a job is polled. */
export interface JobPollingOptions {
  /** The delay between successful polls. @default 5 s while queued, 2.7 s in the last step, while canceling or without progress, otherwise 10 s */
  pollIntervalMs?: PollInterval | undefined
  /** Whether to poll while the page is hidden. @default false */
  pollInBackground?: boolean | undefined
  /** How long without a change until an active job counts as stalled, in milliseconds. @default 600_000 (10 minutes) */
  stallAfterMs?: number | undefined
}

type JobQueryKey = ReturnType<typeof optimizationKeys.job>

/** The options returned by {@link optimizationJobOptions}. */
export type OptimizationJobQueryOptions = UnusedSkipTokenOptions<
  JobRecord,
  OptimizationError,
  JobRecord,
  JobQueryKey
> & { queryKey: DataTag<JobQueryKey, JobRecord, OptimizationError> }

/**
 * The TanStack Query options of a job, which poll until it is over. They work with `useQuery`, `useSuspenseQuery`,
 * `useQueries`, `prefetchQuery` and hydration. The data is the job and its observed steps.
 *
 * The interval retries failed requests. TanStack Query's `retry` is off, because it pauses while the page is hidden.
 *
 * @example
 * const { data } = useQuery(optimizationJobOptions(client, { projectId, jobId }))
 * data?.job.phase
 */
export function optimizationJobOptions(
  client: OptimizationClient,
  options: JobReference & JobPollingOptions,
): OptimizationJobQueryOptions {
  const { projectId, jobId, pollIntervalMs, pollInBackground = false, stallAfterMs = 600_000 } = options
  const getDelay = (query: PolledQuery<JobRecord>) => jobPollDelay({ jobId, pollIntervalMs }, query)
  const getDueAt = (query: PolledQuery<JobRecord>) => jobPollDueAt(query, getDelay(query))
  const isDone = (query: PolledQuery<JobRecord>) =>
    isPollingDone(asJobRecord(query.state.data)?.job ?? null, getFailures(query).isFinal)
  // TanStack Query also invalidates a query whose request failed; that must not skip the backoff.
  const isDue = (query: PolledQuery<JobRecord>) =>
    (query.state.isInvalidated && !query.state.error) || isPast(getDueAt(query))

  return queryOptions<JobRecord, OptimizationError, JobRecord, JobQueryKey>({
    queryKey: optimizationKeys.job({ projectId, jobId }),
    queryFn: (context) =>
      recordFailure(context, async () => {
        const { client: queryClient, queryKey, signal } = context
        const response = await client.getJob({ projectId, jobId }, { signal })
        // Read after the request, so that updates in the meantime are kept.
        const receivedAt = readClock()
        const previous = asJobRecord(queryClient.getQueryData(queryKey))
        return mergeResponse(previous, response, { receivedAt, stallAfterMs })
      }),
    // Once done, neither mount, focus, reconnect nor interval fetches; `refetch()` still does.
    enabled: (query) => !isDone(query),
    // Fresh until the next poll is due, so that mount and focus follow the interval's schedule.
    staleTime: (query) => Math.max(0, getDueAt(query) - query.state.dataUpdatedAt),
    refetchInterval: getDelay,
    refetchIntervalInBackground: pollInBackground,
    refetchOnMount: isDue,
    refetchOnWindowFocus: (query) => isDue(query) && 'always',
    // Failures without a network need no backoff once it is back; Retry-After is still respected.
    refetchOnReconnect: (query) =>
      !isDone(query) && (isDue(query) || !query.state.error?.retryAfterMs) && 'always',
    retry: false,
    networkMode: 'online',
    // `mergeResponse` already keeps the identity of unchanged data, without a deep comparison.
    structuralSharing: false,
  })
}
