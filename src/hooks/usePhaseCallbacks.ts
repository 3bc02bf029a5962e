'use client'

import type { QueryCache } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import type { OptimizationJob } from '../core/job.js'
import { isTerminalPhase, type JobPhase } from '../core/phase.js'
import { observePhases } from '../query/observePhases.js'
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js'

/** Callbacks for a job, called for every component that sets them. For once per job, see `onJobFinish` of the provider. */
export interface PhaseCallbacks {
  /** Called once per job and mount, when a job that was active is over. */
  onFinish?: ((job: OptimizationJob) => void) | undefined
  /** Called once for every observed change of phase. */
  onPhaseChange?: ((job: OptimizationJob, previousPhase: JobPhase) => void) | undefined
  /** Whether `onFinish` is also called for a job that is already over when first observed. @default false */
  finishOnMount?: boolean | undefined
}

/** Calls the callbacks from the cache's events. */
export function usePhaseCallbacks(
  cache: QueryCache,
  queryHash: string,
  isEnabled: boolean,
  latest: RefObject<{ callbacks: PhaseCallbacks }>,
): void {
  const [finishedHashes] = useState(() => new Set<string>())

  // In a layout effect, so that no event falls between the unmount of one component and the mount of its replacement.
  useIsomorphicLayoutEffect(() => {
    if (!isEnabled) return
    return observePhases(cache, queryHash, (summary, previousPhase) => {
      // The query is that of a job.
      const job = summary as OptimizationJob
      const { onFinish, onPhaseChange, finishOnMount } = latest.current.callbacks
      // Run in a microtask so that an exception in app code does not surface as a query error.
      if (previousPhase) queueMicrotask(() => onPhaseChange?.(job, previousPhase))
      if (!isTerminalPhase(job.phase) || finishedHashes.has(queryHash)) return
      if (previousPhase || finishOnMount) {
        finishedHashes.add(queryHash)
        queueMicrotask(() => onFinish?.(job))
      }
    })
  }, [cache, queryHash, isEnabled, latest, finishedHashes])
}
