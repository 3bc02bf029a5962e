'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { OptimizationClient } from '../core/createOptimizationClient.js'
import type { SharedOptimizationClient } from '../core/shareAcrossTabs.js'
import { optimizationKeys } from '../query/optimizationKeys.js'

/** Updates job queries from the results of other tabs, if the client is a shared one. */
export function useTabSync(client: OptimizationClient | SharedOptimizationClient): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    if (!('subscribe' in client)) return
    // The refetch's `getJob` resolves with the other tab's result. It cancels this tab's own request in flight, if any: that
    // request is stale, because this tab has lost its lock.
    return client.subscribe((job) => {
      queryClient.refetchQueries({ queryKey: optimizationKeys.job(job), exact: true, type: 'active' })
    })
  }, [client, queryClient])
}
