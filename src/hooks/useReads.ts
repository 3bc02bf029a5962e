'use client'

import { type QueryKey, type UseQueryOptions, type UseQueryResult, useQueries } from '@tanstack/react-query'
import type { OptimizationError } from '../core/OptimizationError.js'
import { IGNORED_APP_DEFAULTS } from './ignoredAppDefaults.js'

/** The result of a query, as far as the outcome depends on it. */
export type Read<Data> = Pick<UseQueryResult<Data, OptimizationError>, 'data' | 'error' | 'refetch'>

/** Any number of queries. Their results are the same array while nothing in it changes. */
export function useReads<Data, Key extends QueryKey>(
  queries: readonly UseQueryOptions<Data, OptimizationError, Data, Key>[],
  enabled: boolean,
): Read<Data>[] {
  return useQueries({
    queries: queries.map((options) => ({ ...options, ...IGNORED_APP_DEFAULTS, enabled })),
    combine: toReads<Data>,
  })
}

// Constant, so that TanStack Query keeps the array while nothing in it changes.
function toReads<Data>(results: UseQueryResult<Data, OptimizationError>[]): Read<Data>[] {
  return results.map(({ data, error, refetch }) => ({ data, error, refetch }))
}
