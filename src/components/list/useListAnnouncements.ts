'use client'

import { useEffect, useRef } from 'react'
import { useOptimizationContext } from '../../hooks/OptimizationContext.js'
import { useConnectivity } from '../../hooks/useConnectivity.js'
import type { OptimizationJobListState } from '../../hooks/useOptimizationJobList.js'
import { getErrorKey } from '../../labels/getErrorKey.js'
import type { JobLabels } from '../../labels/JobLabels.js'
import { useInterruptionAnnouncements } from '../shared/useInterruptionAnnouncements.js'

/** Announces why the list can't be fetched; nothing on mount. */
export function useListAnnouncements(state: OptimizationJobListState, labels: JobLabels): void {
  const { announcer } = useOptimizationContext()
  const { isOnline } = useConnectivity()
  const { kind, error, isLoadMoreError } = state
  const reason = error && !isLoadMoreError ? labels.projectError(getErrorKey(error)) : null
  const isFinal = kind === 'error'
  // After a non-retryable error, nothing resumes.
  const interruption = isFinal ? undefined : isOnline ? reason : labels.offline
  useInterruptionAnnouncements(interruption, labels, announcer)

  const wasFinal = useRef(isFinal)
  useEffect(() => {
    if (isFinal && !wasFinal.current && reason) announcer?.announce('list', error, reason)
    wasFinal.current = isFinal
  }, [announcer, isFinal, error, reason])
}
