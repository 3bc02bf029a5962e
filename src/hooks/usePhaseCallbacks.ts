'use client'

import type { QueryCache } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { OptimizationJob } from '../core/job.js'
import { isTerminalPhase, type JobPhase } from '../core/phase.js'
import type { JobQueryData } from '../query/jobQueryState.js'
import { subscribeToJobQuery } from '../query/subscribeToJobQuery.js'

/** What to call when a job moves on. Of several components that watch one job, the first one mounted is told. */
export interface PhaseCallbacks {
  /** Called once when a job that was seen active is seen to end, by a component that is mounted then. */
  onFinish?: ((job: OptimizationJob) => void) | undefined
  /** Called once for each change of phase that is seen. */
  onPhaseChange?: ((job: OptimizationJob, previousPhase: JobPhase) => void) | undefined
  /** Whether `onFinish` is also called for a job that is over already when it is first seen. @default false */
  finishOnMount?: boolean | undefined
}

// Which answers the app was told of. Shared, because several components may see the same one.
const told = { onFinish: new WeakSet<JobQueryData>(), onPhaseChange: new WeakSet<JobQueryData>() }

/** Calls back when the job's phase changes: from the cache's own events, so that no answer is missed between renders. */
export function usePhaseCallbacks(cache: QueryCache, queryHash: string, callbacks: PhaseCallbacks): void {
  const latest = useRef(callbacks)
  useEffect(() => {
    latest.current = callbacks
  })
  const isWanted = Boolean(callbacks.onFinish ?? callbacks.onPhaseChange)

  useEffect(() => {
    if (!isWanted) return
    let phase: JobPhase | null = null
    const read = () => cache.get<JobQueryData>(queryHash)?.state.data
    const look = () => {
      const record = read()
      const previous = phase
      phase = record?.job.phase ?? null
      if (record && phase !== previous) tell(record, previous, latest.current)
    }
    // A job that is there already is news only to those who ask for it.
    if (latest.current.finishOnMount) look()
    else phase = read()?.job.phase ?? null
    return subscribeToJobQuery(cache, queryHash, look)
  }, [cache, queryHash, isWanted])
}

function tell(record: JobQueryData, previousPhase: JobPhase | null, callbacks: PhaseCallbacks): void {
  const { job } = record
  const { onFinish, onPhaseChange, finishOnMount = false } = callbacks
  // Outside of the event that told us: what the app throws must not become an error of the query.
  const call = (name: keyof typeof told, callback: () => void) => {
    if (told[name].has(record)) return
    told[name].add(record)
    // Each on its own, so that one that throws keeps nobody else from being told.
    queueMicrotask(callback)
  }
  if (onPhaseChange && previousPhase) call('onPhaseChange', () => onPhaseChange(job, previousPhase))
  if (onFinish && isTerminalPhase(job.phase) && (previousPhase || finishOnMount)) {
    call('onFinish', () => onFinish(job))
  }
}
