'use client'

import { type Query, type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { subscribeToClock } from '../core/deviceClock.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import { pollDueAt } from '../query/pollSchedule.js'

interface OverduePollOptions<FnData, Data, Key extends QueryKey> {
  isPolling: boolean
  queryHash: string
  /** That of the query's options. */
  refetchInterval:
    | number
    | false
    | ((query: Query<FnData, OptimizationError, Data, Key>) => number | false | undefined)
    | undefined
  poll: () => void
}

// TanStack Query's timer polls first, unless it stood still.
const TOLERANCE_MS = 1_500

/** Polls at once when a poll is overdue: timers stand still while the device sleeps. */
export function useOverduePoll<FnData, Data, Key extends QueryKey>({
  isPolling,
  ...options
}: OverduePollOptions<FnData, Data, Key>): void {
  const cache = useQueryClient().getQueryCache()
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  useEffect(() => {
    if (!isPolling) return
    return subscribeToClock((nowMs) => {
      const { queryHash, refetchInterval, poll } = latest.current
      const query = cache.get<FnData, OptimizationError, Data, Key>(queryHash)
      if (query?.state.fetchStatus !== 'idle') return
      const delayMs = typeof refetchInterval === 'function' ? refetchInterval(query) : refetchInterval
      if (pollDueAt(query, delayMs ?? false) + TOLERANCE_MS < nowMs) poll()
    })
  }, [cache, isPolling])
}
