'use client'

import { onlineManager, type QueryCache, useIsRestoring } from '@tanstack/react-query'
import { type RefObject, useEffect } from 'react'
import { subscribeToClock } from '../core/deviceClock.js'

interface PollingQuery<PolledQuery> {
  queryHash: string
  /** When the next poll of the query is due, in milliseconds since the epoch. */
  getDueAt: (query: PolledQuery) => number
  refetchQuery: (options: { cancelRefetch: boolean }) => unknown
}

// TanStack Query's timer polls first, unless it stood still.
const TOLERANCE_MS = 1_500

/** Notices jumps of the device's clock, and polls at once when a poll is overdue: timers stand still while it sleeps. */
export function useOverduePoll<PolledQuery>(
  cache: QueryCache,
  isPolling: boolean,
  latest: RefObject<PollingQuery<PolledQuery>>,
): void {
  const isRestoring = useIsRestoring()
  useEffect(() => {
    if (!isPolling || isRestoring) return
    return subscribeToClock((nowMs) => {
      const { queryHash, getDueAt, refetchQuery } = latest.current
      const query = cache.get(queryHash)
      if (!query || !onlineManager.isOnline()) return
      const isOverdue = getDueAt(query as PolledQuery) + TOLERANCE_MS < nowMs
      if (isOverdue && query.state.fetchStatus === 'idle') refetchQuery({ cancelRefetch: false })
    })
  }, [cache, isPolling, isRestoring, latest])
}
