'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { OptimizationJob } from '../core/job.js'
import { asJobRecord } from '../core/jobRecord.js'
import { isTerminalPhase, type JobPhase, phaseRank } from '../core/phase.js'
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

/** Calls the callbacks from the cache's events: a render may skip a response, or replace the component because of it. */
export function usePhaseCallbacks(queryHash: string, callbacks: PhaseCallbacks): void {
  const cache = useQueryClient().getQueryCache()
  const latest = useRef(callbacks)
  const finishedJobs = useRef(new Set<string>())
  const isEnabled = Boolean(callbacks.onFinish ?? callbacks.onPhaseChange)
  useIsomorphicLayoutEffect(() => {
    latest.current = callbacks
  })

  // In a layout effect, so that no event falls between the unmount of one component and the mount of its replacement.
  useIsomorphicLayoutEffect(() => {
    if (!isEnabled) return
    const getJob = () => asJobRecord(cache.get(queryHash)?.state.data)?.job
    let phase = latest.current.finishOnMount ? undefined : getJob()?.phase

    const observe = () => {
      const job = getJob()
      const previousPhase = phase
      // A cache that was reset starts without the job: its phase is still known here.
      if (!job || (previousPhase && phaseRank(job.phase) <= phaseRank(previousPhase))) return
      phase = job.phase
      const { onFinish, onPhaseChange, finishOnMount } = latest.current
      // Run in a microtask so that an exception in app code does not surface as a query error.
      if (previousPhase) queueMicrotask(() => onPhaseChange?.(job, previousPhase))
      if (!isTerminalPhase(job.phase) || finishedJobs.current.has(queryHash)) return
      if (previousPhase || finishOnMount) {
        finishedJobs.current.add(queryHash)
        queueMicrotask(() => onFinish?.(job))
      }
    }
    observe()
    return cache.subscribe(({ type, query }) => {
      if (type === 'updated' && query.queryHash === queryHash) observe()
    })
  }, [cache, queryHash, isEnabled])
}
