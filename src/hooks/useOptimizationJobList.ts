'use client'

import { hashKey, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { JobListFilter, OptimizationJobSummary } from '../core/job.js'
import { isNonRetryable, type OptimizationError } from '../core/OptimizationError.js'
import {
  type JobListPollingOptions,
  optimizationJobListOptions,
} from '../query/optimizationJobListOptions.js'
import { syncListsFromJobs } from '../query/syncListsFromJobs.js'
import { useOptimizationClient } from './OptimizationProvider.js'

/** Options of {@link useOptimizationJobList}. */
export interface UseOptimizationJobListOptions extends JobListFilter, JobListPollingOptions {}

/**
 * What `useOptimizationJobList` returns: a union on `kind`.
 *
 * - `loading`: no answer yet; `error` says why, while checks fail.
 * - `ready`: the jobs read so far; `error` says why the latest check failed, if it did.
 * - `unavailable`: the service refused for good; with the jobs read before.
 */
export type OptimizationJobListState = (
  | { kind: 'loading' | 'ready'; error: OptimizationError | null }
  | { kind: 'unavailable'; error: OptimizationError }
) & {
  /** Newest first, each once, whatever happened to the pages while they were read. */
  jobs: readonly OptimizationJobSummary[]
  /** Whether there is another page. */
  hasMore: boolean
  /** Whether another page is being read. */
  isLoadingMore: boolean
  /** Whether the latest check that failed, see `error`, was one for another page. */
  isLoadMoreError: boolean
  /** Reads the next page. Does nothing while one is read, or where there is none. */
  loadMore: () => void
  /** Checks now. Never rejects: how it went shows in the state. */
  refetch: () => Promise<void>
}

/**
 * Lists a project's jobs. Further pages are read on demand; what was read is checked every 10 s while a job on it is
 * active, and no more once none is.
 *
 * @throws Error without an `OptimizationProvider`, or a `QueryClientProvider`, above it
 *
 * @example
 * const { jobs, hasMore, loadMore } = useOptimizationJobList({ projectId })
 */
export function useOptimizationJobList(options: UseOptimizationJobListOptions): OptimizationJobListState {
  const listOptions = optimizationJobListOptions(useOptimizationClient(), options)
  const query = useInfiniteQuery({ ...listOptions, throwOnError: false })
  const failures = query.data ? 0 : query.errorUpdateCount
  const error = useStickyError(hashKey(listOptions.queryKey), query.error, failures)
  const {
    data,
    hasNextPage,
    isFetchingNextPage,
    isFetchNextPageError,
    fetchNextPage,
    refetch: fetchAgain,
  } = query
  const queryClient = useQueryClient()
  const { projectId } = options
  useEffect(() => syncListsFromJobs(queryClient, projectId), [queryClient, projectId])
  const isReadingOn = useRef(isFetchingNextPage)
  useEffect(() => {
    isReadingOn.current = isFetchingNextPage
  })
  // A page that is being read is not thrown away for a check of those before it. Always the same function, so that it may
  // stand in effects.
  const refetch = useCallback(
    async () => void (await fetchAgain({ cancelRefetch: !isReadingOn.current })),
    [fetchAgain],
  )

  return useMemo(() => {
    const rows = data?.pages.flatMap((page) => page.jobs) ?? []
    // A job that was started between two reads shifts the pages: the last row of one is the first of the next.
    const jobs = [...new Map(rows.map((row) => [row.jobId, row])).values()]
    const rest = {
      jobs,
      hasMore: hasNextPage,
      isLoadingMore: isFetchingNextPage,
      isLoadMoreError: isFetchNextPageError,
      loadMore: () => {
        if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
      },
      refetch,
    }
    if (error && isNonRetryable(error)) return { kind: 'unavailable', error, ...rest }
    return { kind: data ? 'ready' : 'loading', error, ...rest }
  }, [data, error, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch])
}

/** TanStack Query forgets the error of a query without data when it asks again; what is on the screen should stay. */
function useStickyError(
  queryHash: string,
  error: OptimizationError | null,
  failures: number,
): OptimizationError | null {
  const [last, setLast] = useState({ queryHash, error })
  if (error && (error !== last.error || queryHash !== last.queryHash)) setLast({ queryHash, error })
  if (error || failures === 0) return error
  return last.queryHash === queryHash ? last.error : null
}
