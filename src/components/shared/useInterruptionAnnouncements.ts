'use client'

import { useEffect, useRef } from 'react'
import type { OptimizationError } from '../../core/OptimizationError.js'
import type { Announcer } from '../../hooks/createAnnouncer.js'
import type { OptimizationJobState } from '../../hooks/deriveJobState.js'
import { useLatest } from '../../hooks/useLatest.js'
import type { CardLabels } from '../../labels/CardLabels.js'
import { getErrorKey } from '../../labels/getErrorKey.js'

/**
 * Announces when updates are interrupted and when they resume: once, however many components are concerned.
 *
 * @param interruption why updates are interrupted; null while they work; undefined if neither is known, as in a hidden page
 */
export function useInterruptionAnnouncements(
  interruption: string | null | undefined,
  labels: CardLabels,
  announcer: Announcer | undefined,
): void {
  const isInterrupted = interruption === undefined ? undefined : interruption !== null
  const wasInterrupted = useRef(isInterrupted ?? false)
  const isCounted = useRef(false)
  const messages = useLatest({ interruption, resumed: labels.reconnected })

  useEffect(() => {
    if (!announcer) return
    if (isInterrupted && !isCounted.current) {
      // Nothing is announced on mount.
      announcer.interrupt(wasInterrupted.current ? null : (messages.current.interruption ?? null))
      wasInterrupted.current = true
    }
    if (!isInterrupted && isCounted.current) announcer.leaveInterruption()
    isCounted.current = isInterrupted ?? false
    if (isInterrupted !== false || !wasInterrupted.current) return
    wasInterrupted.current = false
    announcer.resume(messages.current.resumed)
  }, [announcer, isInterrupted, messages])

  useEffect(
    () => () => {
      if (isCounted.current) announcer?.leaveInterruption()
      isCounted.current = false
    },
    [announcer],
  )
}

/** What the card's notice says while updates are interrupted. */
export function getInterruption(
  { kind, connection, error }: OptimizationJobState,
  labels: CardLabels,
): string | null | undefined {
  // After a non-retryable error, nothing resumes.
  if (kind === 'error' || kind === 'idle' || connection === 'paused') return undefined
  if (connection === 'offline') return labels.offline
  // What concerns the job alone is announced with its title.
  if (connection !== 'retrying' || !error || isDenied(error)) return null
  return labels.error(getErrorKey(error))
}

/** Whether a retried error concerns one job. */
export function isDenied({ status }: OptimizationError): boolean {
  return status === 403 || status === 404
}
