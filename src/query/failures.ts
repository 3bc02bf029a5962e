import type { QueryClient, QueryKey, QueryState } from '@tanstack/react-query'
import { getDeniedSince, isFinalError } from '../core/isFinalError.js'
import { isNonRetryable, type OptimizationError } from '../core/OptimizationError.js'
import { getQuery } from './getQuery.js'

/** The failed fetches of a query since its last success. */
export interface Failures {
  consecutiveFailures: number
  /** Why the latest one failed. */
  error: OptimizationError | null
  /** Whether it ends polling. */
  isFinal: boolean
  /** Since when all responses have been 403 or 404, by the monotonic clock. */
  deniedSince: number | null
  /** Whether the latest one was to load another page of a list. */
  isLoadMore: boolean
}

export const NO_FAILURES: Failures = {
  consecutiveFailures: 0,
  error: null,
  isFinal: false,
  deniedSince: null,
  isLoadMore: false,
}

// TanStack Query counts no consecutive failures, and resets the error when a query without data refetches.
const failuresByQuery = new WeakMap<object, Failures>()

/** The failures of a query. They last until a success, also while the next fetch is in flight. */
export function getFailures(query: { state: QueryState<unknown, OptimizationError> }): Failures {
  const { data, error, errorUpdateCount } = query.state
  if (!error && (data !== undefined || errorUpdateCount === 0)) return NO_FAILURES
  const recorded = failuresByQuery.get(query)
  return {
    consecutiveFailures: recorded?.consecutiveFailures ?? 1,
    error: error ?? recorded?.error ?? null,
    isFinal: recorded?.isFinal ?? isNonRetryable(error),
    deniedSince: recorded?.deniedSince ?? null,
    isLoadMore: recorded?.isLoadMore ?? false,
  }
}

/** Calls the function, and records its failure for {@link getFailures} unless the request was aborted. */
export async function recordFailure<Data>(
  { client, queryKey, signal }: { client: QueryClient; queryKey: QueryKey; signal: AbortSignal },
  fetch: () => Promise<Data>,
): Promise<Data> {
  try {
    return await fetch()
  } catch (error) {
    const query = getQuery<unknown>(client, queryKey)
    if (query && !signal.aborted) {
      const reason = error as OptimizationError
      const previous = getFailures(query)
      const isLoadMore = query.state.fetchMeta?.fetchMore !== undefined
      // Another page says nothing about those that were loaded.
      const deniedSince = isLoadMore ? previous.deniedSince : getDeniedSince(reason, previous.deniedSince)
      const wasSeen = query.state.data !== undefined && !isLoadMore
      failuresByQuery.set(query, {
        consecutiveFailures: previous.consecutiveFailures + 1,
        error: reason,
        isFinal: isFinalError(reason, deniedSince, wasSeen),
        deniedSince,
        isLoadMore,
      })
    }
    throw error
  }
}
