'use client'

import { useEffect, useRef } from 'react'
import { isTerminalPhase } from '../../core/phase.js'
import type { Announcer } from '../../hooks/createAnnouncer.js'
import type { OptimizationJobState } from '../../hooks/deriveJobState.js'
import type { CardLabels } from '../../labels/CardLabels.js'
import { getErrorKey } from '../../labels/getErrorKey.js'
import { describeStall } from '../shared/describeStall.js'
import { formatStepLabel, getProgressModel } from '../shared/getProgressModel.js'
import {
  getInterruption,
  isDenied,
  useInterruptionAnnouncements,
} from '../shared/useInterruptionAnnouncements.js'

interface Announcements {
  state: OptimizationJobState
  title: string
  /** Identifies the card. */
  titleId: string
  labels: CardLabels
  locale: string
  announcer: Announcer | undefined
}

/** Announces what changes in a card; nothing on mount, and no ticking times. */
export function useAnnouncements(options: Announcements): void {
  const { state, title, titleId, labels, locale, announcer } = options
  const lastState = useRef(state)
  useInterruptionAnnouncements(getInterruption(state, labels), labels, announcer)

  useEffect(() => {
    const previous = lastState.current
    lastState.current = state
    if (previous.job?.jobId !== state.job?.jobId) return
    const change = describeChange(previous, state, title, labels, locale)
    if (change) announcer?.announce(state.job?.jobId ?? titleId, ...change)
  }, [state, title, titleId, labels, locale, announcer])
}

/** The event between two states of one job, and its message: the job runs, its step, its outcome, or an error. */
function describeChange(
  previous: OptimizationJobState,
  state: OptimizationJobState,
  title: string,
  labels: CardLabels,
  locale: string,
): [event: unknown, message: string] | null {
  const { kind, job, error, stalledSince } = state
  if (error && error !== previous.error) {
    const message = labels.announceStatus(title, labels.error(getErrorKey(error)))
    if (kind === 'error' && previous.kind !== 'idle') return [error, message]
    if (state.connection === 'retrying' && isDenied(error)) return [`denied ${error.status}`, message]
  }
  if (!job || kind === 'error') return null
  if (isTerminalPhase(job.phase))
    return kind !== previous.kind ? [kind, labels.announceStatus(title, labels.status(job.phase))] : null
  if (stalledSince !== null && previous.stalledSince === null)
    return describeStall(stalledSince, title, labels, locale)
  if (kind !== 'running') return null

  const isNewStep = job.progress !== null && job.progress.step !== previous.job?.progress?.step
  const model = getProgressModel(job)
  const position = formatStepLabel(model, labels, locale)
  const stepName = model.stepName ?? labels.working
  if (previous.kind === 'queued') {
    const status = labels.announceStatus(title, labels.status(kind))
    return [kind, isNewStep ? `${status}. ${position}, ${stepName}` : status]
  }
  return isNewStep ? [`step ${job.progress?.step}`, labels.announceStep(title, position, stepName)] : null
}
