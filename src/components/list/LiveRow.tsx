'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { isTerminalPhase } from '../../core/phase.js'
import type { OptimizationJobState } from '../../hooks/deriveJobState.js'
import { useOptimizationContext } from '../../hooks/OptimizationContext.js'
import { useOptimizationJob } from '../../hooks/useOptimizationJob.js'
import { describeStall } from '../shared/describeStall.js'
import { observeVisibility } from '../shared/observeVisibility.js'
import { getInterruption, useInterruptionAnnouncements } from '../shared/useInterruptionAnnouncements.js'
import type { RowContextValue } from './JobListContext.js'
import { renderRow } from './renderRow.js'

/** The row of an active job. The list has no steps, so the row polls the job, but only while it is visible. */
export function LiveRow({ row }: { row: RowContextValue }) {
  const isVisible = useIsVisible(row.root)
  const live = useOptimizationJob({
    projectId: row.projectId,
    jobId: row.state.job.jobId,
    enabled: isVisible && !isTerminalPhase(row.state.job.phase),
  })
  useLiveAnnouncements(row, live)
  return renderRow(row, live)
}

/** Announces that the job has stalled and that updates are interrupted. The row announces the phases that the list reports. */
function useLiveAnnouncements({ title, labels, locale }: RowContextValue, live: OptimizationJobState): void {
  const { announcer } = useOptimizationContext()
  useInterruptionAnnouncements(getInterruption(live, labels), labels, announcer)
  const lastState = useRef(live)
  useEffect(() => {
    const previous = lastState.current
    lastState.current = live
    const { job, stalledSince } = live
    if (!job || !previous.job || stalledSince === null || previous.stalledSince !== null) return
    announcer?.announce(job.jobId, ...describeStall(stalledSince, title, labels, locale))
  }, [live, title, labels, locale, announcer])
}

/** Whether an element is in the viewport; true after mounting where the browser has no IntersectionObserver. */
function useIsVisible(element: RefObject<Element | null>): boolean {
  const [isVisible, setIsVisible] = useState(false)
  useEffect(() => {
    if (element.current) return observeVisibility(element.current, setIsVisible)
  }, [element])
  return isVisible
}
