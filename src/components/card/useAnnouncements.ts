'use client'

import { useEffect, useRef } from 'react'
import { isTerminalPhase } from '../../core/phase.js'
import type { Announcer } from '../../hooks/createAnnouncer.js'
import type { OptimizationJobState } from '../../hooks/deriveJobState.js'
import type { CardLabels } from '../../labels/JobLabels.js'
import { formatStepLabel, getProgressModel } from '../shared/getProgressModel.js'
import { getStatusKey } from '../shared/getStatusKey.js'

/** Has steps and outcomes announced as they come; nothing on mount, and nothing for ticking time. */
export function useAnnouncements(
  state: OptimizationJobState,
  labels: CardLabels,
  locale: string | undefined,
  announce: Announcer['announce'] | undefined,
): void {
  const seen = useRef(state)

  useEffect(() => {
    const before = seen.current
    seen.current = state
    const { kind, job } = state
    if (!job || before.job?.jobId !== job.jobId || !announce) return
    if (kind !== before.kind && (kind === 'unavailable' || isTerminalPhase(job.phase))) {
      announce(job.jobId, labels.announceStatus(labels.title, labels.status(getStatusKey(state))))
    } else if (kind === 'running' && job.progress && job.progress.step !== before.job.progress?.step) {
      const view = getProgressModel(job)
      const position = formatStepLabel(view, labels, locale)
      announce(job.jobId, labels.announceStep(labels.title, position, view.stepName ?? labels.working))
    }
  }, [state, labels, locale, announce])
}
