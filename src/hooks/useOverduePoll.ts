'use client'

import { onlineManager, useIsRestoring, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { subscribeToClock } from '../core/deviceClock.js'

interface OverduePollOptions<PolledQuery> {
  isPolling: boolean
  queryHash: string
  /** When the next poll of the query is due, in milliseconds since the epoch. */
  getDueAt: (query: PolledQuery) => number
  poll: () => void
}

// TanStack Query's timer polls first, unless it stood still.
const TOLERANCE_MS = 1_500

/** Notices jumps of the device's clock, and polls at once when a poll is overdue: timers stand still while it sleeps. */
export function useOverduePoll<PolledQuery>({
  isPolling,
  ...options
}: OverduePollOptions<PolledQuery>): void {
  const cache = useQueryClient().getQueryCache()
  const isRestoring = useIsRestoring()
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  useEffect(() => {
    if (!isPolling || isRestoring) return
    return subscribeToClock((nowMs) => {
      const { queryHash, getDueAt, poll } = latest.current
      const query = cache.get(queryHash)
      if (!query || !onlineManager.isOnline()) return
      const isOverdue = getDueAt(query as PolledQuery) + TOLERANCE_MS < nowMs
      if (isOverdue && query.state.fetchStatus === 'idle') poll()
    })
  }, [cache, isPolling, isRestoring])
}
