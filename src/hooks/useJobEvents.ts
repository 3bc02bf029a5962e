'use client'

import { type Query, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { JobReference, OptimizationJobSummary } from '../core/job.js'
import { asJobRecord } from '../core/jobRecord.js'
import { isTerminalPhase, type JobPhase, phaseRank } from '../core/phase.js'
import { getListedJobs } from '../query/jobListData.js'
import { optimizationKeys } from '../query/optimizationKeys.js'
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js'

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
  const latest = useRef(events)
  useIsomorphicLayoutEffect(() => {
    latest.current = events
  })
  const isEnabled = Boolean(events.onJobFinish ?? events.onJobPhaseChange)

  useIsomorphicLayoutEffect(() => {
    if (!isEnabled) return
    const phases = new Map<string, JobPhase>()

    const observe = (query: Query) => {
      const [root, projectId] = query.queryKey
      if (root !== optimizationKeys.all[0] || typeof projectId !== 'string') return
      for (const job of getJobs(query.state.data)) {
        const key = `${projectId}/${job.jobId}`
        const previousPhase = phases.get(key)
        // A list may lag behind a job.
        if (previousPhase && phaseRank(job.phase) <= phaseRank(previousPhase)) continue
        phases.set(key, job.phase)
        if (previousPhase) notify(job, previousPhase, { projectId, jobId: job.jobId })
      }
    }
    const notify = (job: OptimizationJobSummary, previousPhase: JobPhase, reference: JobReference) => {
      const { onJobFinish, onJobPhaseChange } = latest.current
      // Run in a microtask so that an exception in app code does not surface as a query error.
      queueMicrotask(() => onJobPhaseChange?.(job, previousPhase, reference))
      if (isTerminalPhase(job.phase)) queueMicrotask(() => onJobFinish?.(job, reference))
    }

    for (const query of cache.getAll()) observe(query)
    return cache.subscribe(({ type, query }) => {
      if (type === 'added' || type === 'updated') observe(query)
    })
  }, [cache, isEnabled])
}

/** The jobs in the data of a job's query or of a list. */
function getJobs(data: unknown): OptimizationJobSummary[] {
  const record = asJobRecord(data)
  if (record) return [record.job]
  return getListedJobs(data) ?? []
}
