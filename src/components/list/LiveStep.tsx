'use client'

import { type RefObject, useEffect, useState } from 'react'
import { isTerminalPhase } from '../../core/phase.js'
import { useOptimizationJob } from '../../hooks/useOptimizationJob.js'
import { formatStepLabel, getProgressModel } from '../shared/getProgressModel.js'
import { observeVisibility } from '../shared/observeVisibility.js'
import { useRowContext } from './JobListContext.js'

/** The step of an active job. The list has no steps, so the row polls the job, but only while it is visible. */
export function LiveStep() {
  const { projectId, state, labels, locale, root } = useRowContext('RowTrigger')
  const { job } = useOptimizationJob({
    projectId,
    jobId: state.job.jobId,
    enabled: useIsVisible(root),
  })
  if (!job?.progress || isTerminalPhase(job.phase)) return null
  const model = getProgressModel(job)
  return (
    <span>
      <bdi>{[formatStepLabel(model, labels, locale), model.stepName].filter(Boolean).join(': ')}</bdi>
    </span>
  )
}

/** Whether an element is in the viewport; true after mounting where the browser has no IntersectionObserver. */
function useIsVisible(element: RefObject<Element | null>): boolean {
  const [isVisible, setIsVisible] = useState(false)
  useEffect(() => {
    if (element.current) return observeVisibility(element.current, setIsVisible)
  }, [element])
  return isVisible
}
