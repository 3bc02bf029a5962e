'use client'

import type { RefAttributes } from 'react'
import { isTerminalPhase, type JobPhase } from '../../core/phase.js'
import { formatClock, formatCount, formatDuration } from '../../labels/format.js'
import { getAge } from '../shared/getAge.js'
import { formatStepLabel, getProgressModel } from '../shared/getProgressModel.js'
import { getStatusKey } from '../shared/getStatusKey.js'
import { createPart } from './createPart.js'
import { type JobStatusContextValue, type JobStatusPartProps, renderPart } from './JobStatusContext.js'

type Props = JobStatusPartProps<'div'>

export function renderProgress(card: JobStatusContextValue, props: Props & RefAttributes<HTMLDivElement>) {
  const { state, labels, locale, tickRef } = card
  const { kind, job, stalledSince } = state
  if (kind === 'loading') return renderPart('div', 'rpo-progress', card, props, { 'aria-hidden': true })
  if (!job) return null
  const { phase, progress, createdAt } = job
  const model = getProgressModel(job)
  const { step, totalSteps, segments } = model
  const position = formatStepLabel(model, labels, locale)
  const fallbackNames: Partial<Record<JobPhase, string>> = {
    queued: labels.waitingToStart,
    running: labels.working,
  }
  const name = model.stepName ?? fallbackNames[phase]
  const isCompleted = phase === 'completed'
  const valueText = [position, name].filter(Boolean).join(': ')
  return renderPart(
    'div',
    'rpo-progress',
    card,
    props,
    null,
    !isCompleted && (progress || !isTerminalPhase(phase)) && (
      <div className="rpo-step">
        <bdi className="rpo-step-name">{name}</bdi>
        <span className="rpo-step-position">
          <span className="rpo-label-long">{position}</span>
          {step !== null && totalSteps !== null && (
            <span className="rpo-label-short">
              {labels.stepOfShort(formatCount(step, locale), formatCount(totalSteps, locale))}
            </span>
          )}
          {kind === 'running' && (
            <span
              ref={tickRef((nowMs) => {
                const ageMs = getAge(createdAt, nowMs)
                return ageMs === null ? '' : formatClock(ageMs, locale)
              })}
              className="rpo-elapsed rpo-label-long"
            />
          )}
        </span>
      </div>
    ),
    <div
      className="rpo-bar"
      role="progressbar"
      aria-label={labels.progress}
      aria-valuetext={(!isCompleted && valueText) || labels.status(getStatusKey(kind, state.isCancelling))}
      {...((totalSteps !== null || isCompleted) && {
        'aria-valuemax': segments.length,
        'aria-valuenow': segments.filter((segment) => segment === 'done').length,
      })}
    >
      {segments.map((segment, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a segment is identified by its position
        <span key={index} className="rpo-segment" data-state={segment} />
      ))}
    </div>,
    stalledSince !== null && (kind === 'running' || kind === 'queued') && (
      <div className="rpo-stalled">
        <span
          ref={tickRef((nowMs) => labels.stalledFor(formatDuration(nowMs - stalledSince, labels, locale, 1)))}
        />
      </div>
    ),
  )
}

/**
 * The progress bar, one segment per step, with the step's name and the elapsed time. Renders a placeholder of the same
 * size while the job is loading. Sets `data-kind` and `data-connection`, and `data-state` on each segment: `done`,
 * `current`, `failed`, `stopped`, `upcoming` or `indeterminate`.
 */
export const JobStatusProgress = /* @__PURE__ */ createPart<HTMLDivElement, Props>('Progress', renderProgress)
