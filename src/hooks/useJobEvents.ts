'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { JobReference, OptimizationJobSummary } from '../core/job.js'
import { isTerminalPhase, type JobPhase } from '../core/phase.js'
import { observePhases } from '../query/observePhases.js'
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js'
import { useLatest } from './useLatest.js'

/** Callbacks for all jobs of the query client, once per job however many components show it. */
export interface JobEvents {
  /**
   * Called once when a job that was active is over, for example to show a toast. The job is an `OptimizationJob` if it was
   * polled by itself, and a row without results if the end was seen in a list.
   */
  onJobFinish?: ((job: OptimizationJobSummary, reference: JobReference) => void) | undefined
  /** Called once for every observed change of a job's phase. */
  onJobPhaseChange?:
    | ((job: OptimizationJobSummary, previousPhase: JobPhase, reference: JobReference) => void)
    | undefined
}

/** Calls the callbacks from the cache's events, for job queries and lists alike. */
export function useJobEvents(events: JobEvents): void {
  const cache = useQueryClient().getQueryCache()
  const latest = useLatest(events)
  const isEnabled = Boolean(events.onJobFinish ?? events.onJobPhaseChange)

  useIsomorphicLayoutEffect(() => {
    if (!isEnabled) return
    return observePhases(cache, null, (job, previousPhase, reference) => {
      if (!previousPhase) return
      const { onJobFinish, onJobPhaseChange } = latest.current
      // Run in a microtask so that an exception in app code does not surface as a query error.
      queueMicrotask(() => onJobPhaseChange?.(job, previousPhase, reference))
      if (isTerminalPhase(job.phase)) queueMicrotask(() => onJobFinish?.(job, reference))
    })
  }, [cache, isEnabled, latest])
}
