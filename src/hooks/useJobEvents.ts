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

/**
 * Calls the callbacks for all jobs that cards, lists and hooks show, once per job, as the provider does for its own: for a
 * component below it, such as one that shows toasts. The callbacks need not be stable. A job that was over when the component
 * mounted is not reported, and neither is what changes while the component is not mounted. The second argument names the
 * project, for an app that shows several.
 *
 * @throws Error without a `QueryClientProvider` above it
 *
 * @example
 * useJobEvents({ onJobFinish: (job, { projectId }) => console.log(projectId, job.jobId, job.phase) })
 */
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
