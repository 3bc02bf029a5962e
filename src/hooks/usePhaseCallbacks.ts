'use client'

import type { QueryCache } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { OptimizationJob } from '../core/job.js'
import { isTerminalPhase, type JobPhase } from '../core/phase.js'
import type { JobQueryData } from '../query/jobQueryState.js'
import { subscribeToJobQuery } from '../query/subscribeToJobQuery.js'

/** Callbacks for a job. If several components use the same job, only those of the first one mounted are called. */
export interface PhaseCallbacks {
  /** Called once when a job that was active is over. */
  onFinish?: ((job: OptimizationJob) => void) | undefined
  /** Called once for every observed change of phase. */
  onPhaseChange?: ((job: OptimizationJob, previousPhase: JobPhase) => void) | undefined
  /** Whether `onFinish` is also called for a job that is already over when first observed. @default false */
  finishOnMount?: boolean | undefined
}

// The records that callbacks were called for. Shared, because several components may observe the same one.
const notified = { onFinish: new WeakSet<JobQueryData>(), onPhaseChange: new WeakSet<JobQueryData>() }

/** Calls the callbacks from the cache's events, because renders may skip a response. */
export function usePhaseCallbacks(cache: QueryCache, queryHash: string, callbacks: PhaseCallbacks): void {
  const latest = useRef(callbacks)
  useEffect(() => {
    latest.current = callbacks
  })
  const isEnabled = Boolean(callbacks.onFinish ?? callbacks.onPhaseChange)

  useEffect(() => {
    if (!isEnabled) return
    let phase: JobPhase | null = null
    const getRecord = () => cache.get<JobQueryData>(queryHash)?.state.data
    const onUpdate = () => {
      const record = getRecord()
      const previous = phase
      phase = record?.job.phase ?? null
      if (record && phase !== previous) notify(record, previous, latest.current)
    }
    if (latest.current.finishOnMount) onUpdate()
    else phase = getRecord()?.job.phase ?? null
    return subscribeToJobQuery(cache, queryHash, onUpdate)
  }, [cache, queryHash, isEnabled])
}

function notify(record: JobQueryData, previousPhase: JobPhase | null, callbacks: PhaseCallbacks): void {
  const { job } = record
  const { onFinish, onPhaseChange, finishOnMount = false } = callbacks
  const call = (name: keyof typeof notified, callback: () => void) => {
    if (notified[name].has(record)) return
    notified[name].add(record)
    // Run in a microtask so that an exception in app code does not surface as a query error.
    queueMicrotask(callback)
  }
  if (onPhaseChange && previousPhase) call('onPhaseChange', () => onPhaseChange(job, previousPhase))
  if (onFinish && isTerminalPhase(job.phase) && (previousPhase || finishOnMount)) {
    call('onFinish', () => onFinish(job))
  }
}
