'use client'

import { useEffect, useRef } from 'react'
import type { OptimizationJobSummary } from '../../core/job.js'
import { type JobPhase, phaseRank } from '../../core/phase.js'
import { useOptimizationContext } from '../../hooks/OptimizationContext.js'
import { useConnectivity } from '../../hooks/useConnectivity.js'
import type { OptimizationJobListState } from '../../hooks/useOptimizationJobList.js'
import { getErrorKey } from '../../labels/getErrorKey.js'
import { getJobTitle } from '../../labels/getJobTitle.js'
import type { CardAndListLabels } from '../../labels/JobLabels.js'
import { useInterruptionAnnouncements } from '../shared/useInterruptionAnnouncements.js'

interface ListAnnouncements {
  /** With the jobs that a filter leaves out: a job may end, and so leave the list. */
  state: OptimizationJobListState
  getTitle: ((job: OptimizationJobSummary) => string | undefined) | undefined
  labels: CardAndListLabels
}

/** Announces that a job of the list runs or is over, and why the list can't be fetched; nothing on mount. */
export function useListAnnouncements({ state, getTitle, labels }: ListAnnouncements): void {
  const { announcer } = useOptimizationContext()
  const phases = useRef(new Map<string, JobPhase>())
  useEffect(() => {
    for (const job of state.jobs) {
      const { jobId, phase } = job
      const previous = phases.current.get(jobId)
      // A list may lag behind a job.
      if (previous && phaseRank(phase) <= phaseRank(previous)) continue
      phases.current.set(jobId, phase)
      const title = getJobTitle(job, getTitle, labels)
      if (previous) announcer?.announce(jobId, phase, labels.announceStatus(title, labels.status(phase)))
    }
  }, [announcer, state.jobs, getTitle, labels])

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
