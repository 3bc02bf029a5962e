import type { Query, QueryClient, QueryKey } from '@tanstack/react-query'
import type { OptimizationError } from '../core/OptimizationError.js'

/** Finds a query by its hash; `QueryCache.find` would hash the key once for every query of the app. */
export function getQuery<Data>(
  queryClient: QueryClient,
  queryKey: QueryKey,
): Query<Data, OptimizationError> | undefined {
  const { queryHash } = queryClient.defaultQueryOptions({ queryKey })
  return queryClient.getQueryCache().get(queryHash)
}
