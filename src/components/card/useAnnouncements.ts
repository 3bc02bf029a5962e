'use client'

import { useEffect, useRef } from 'react'
import { isTerminalPhase } from '../../core/phase.js'
import type { Announcer } from '../../hooks/createAnnouncer.js'
import type { OptimizationJobState } from '../../hooks/deriveJobState.js'
import type { CardLabels } from '../../labels/JobLabels.js'
import { formatStepLabel, getProgressModel } from '../shared/getProgressModel.js'
import { getStatusKey } from '../shared/getStatusKey.js'

/** Announces steps and outcomes as they change; nothing on mount, and no ticking times. */
export function useAnnouncements(
  state: OptimizationJobState,
  labels: CardLabels,
  locale: string | undefined,
  announce: Announcer['announce'] | undefined,
): void {
  const lastState = useRef(state)

  useEffect(() => {
    const previous = lastState.current
    lastState.current = state
    const { kind, job } = state
    if (!job || previous.job?.jobId !== job.jobId || !announce) return
    if (kind !== previous.kind && (kind === 'error' || isTerminalPhase(job.phase))) {
      announce(
        job.jobId,
        labels.announceStatus(labels.title, labels.status(getStatusKey(kind, state.isCancelling))),
      )
    } else if (kind === 'running' && job.progress && job.progress.step !== previous.job.progress?.step) {
      const model = getProgressModel(job)
      const position = formatStepLabel(model, labels, locale)
      announce(job.jobId, labels.announceStep(labels.title, position, model.stepName ?? labels.working))
    }
  }, [state, labels, locale, announce])
}
