'use client'

import { useCallback, useMemo } from 'react'
import type { JobListFilter, OptimizationJobSummary } from '../core/job.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import { getListedJobs } from '../query/jobListData.js'
import type { JobListPollingOptions } from '../query/optimizationJobListOptions.js'
import { useJobListQuery } from './useJobListQuery.js'

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

const RENDERED_PROPS = [
  'data',
  'error',
  'errorUpdateCount',
  'hasNextPage',
  'isFetchingNextPage',
  'isPaused',
] as const

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
  const { failures, result, latest } = useJobListQuery(options, getListedJobs, RENDERED_PROPS)
  const { data, hasNextPage, isFetchingNextPage, isPaused, fetchNextPage, refetch: refetchQuery } = result
  const { error, isFinal, isLoadMore } = failures
  const isLoadMoreError = isLoadMore && error !== null

  // A refetch must not cancel the next page being loaded. A stable function, so that effects may depend on it.
  const refetch = useCallback(
    async () => void (await refetchQuery({ cancelRefetch: !latest.current.isFetchingNextPage })),
    [refetchQuery, latest],
  )

  return useMemo(() => {
    const rows = data ?? []
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
    return { kind: data ? 'ready' : 'loading', error, ...rest }
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
