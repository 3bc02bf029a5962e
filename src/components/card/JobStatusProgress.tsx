'use client'

import type { AriaAttributes, RefAttributes } from 'react'
import { isTerminalPhase } from '../../core/phase.js'
import { formatCount, formatDuration } from '../../labels/format.js'
import { getKnownTime, isClockKnown } from '../shared/getKnownTime.js'
import { formatStepLabel, getProgressModel, type ProgressModel } from '../shared/getProgressModel.js'
import { renderIcon, WARNING_PATH } from '../shared/renderIcon.js'
import { renderSegments } from '../shared/renderSegments.js'
import { createPart } from './createPart.js'
import { type JobStatusContextValue, type JobStatusPartProps, renderPart } from './JobStatusContext.js'

type Props = JobStatusPartProps<'div'>

export function renderProgress(card: JobStatusContextValue, props: Props & RefAttributes<HTMLDivElement>) {
  const { state, labels, locale, tickRef } = card
  const { kind, job, stalledSince } = state
  if (kind === 'loading') return renderPart('div', 'rpo-progress', card, props, { 'aria-hidden': true })
  if (!job) return null
  const { phase, progress } = job
  const model = getProgressModel(job)
  const { step, totalSteps, stepName } = model
  const isOver = isTerminalPhase(phase)
  const position = formatStepLabel(model, labels, locale)
  const name = isOver
    ? stepName && labels.endedIn(labels.status(phase), stepName)
    : (stepName ?? (phase === 'queued' ? labels.waitingToStart : labels.working))
  return renderPart(
    'div',
    'rpo-progress',
    card,
    props,
    null,
    phase !== 'completed' && (progress || !isOver) && (
      <div className="rpo-step">
        <bdi className="rpo-step-name">{name}</bdi>
        {/* The bar's value says the same. */}
        <span className="rpo-step-position" aria-hidden={!isOver || undefined}>
          <span className={totalSteps === null ? undefined : 'rpo-label-long'}>{position}</span>
          {step !== null && totalSteps !== null && (
            <span className="rpo-label-short" aria-hidden="true">
              {labels.stepOfShort(formatCount(step, locale), formatCount(totalSteps, locale))}
            </span>
          )}
        </span>
      </div>
    ),
    <div
      className="rpo-bar"
      {...(isOver ? { 'aria-hidden': true } : getBarAttributes(card, model, position))}
    >
      {renderSegments(model)}
    </div>,
    stalledSince !== null && (kind === 'running' || kind === 'queued') && isClockKnown(state) && (
      <div className="rpo-stalled">
        {renderIcon('rpo-icon', WARNING_PATH)}
        <span
          ref={tickRef((nowMs) =>
            labels.stalledFor(formatDuration(getKnownTime(state, nowMs) - stalledSince, labels, locale, 1)),
          )}
        />
      </div>
    ),
  )
}

/** Without a value where the step is unknown, as is standard for an indeterminate bar. */
function getBarAttributes(
  { labels }: JobStatusContextValue,
  { totalSteps, segments }: ProgressModel,
  position: string,
): AriaAttributes & { role: string } {
  return {
    role: 'progressbar',
    'aria-label': labels.progress,
    'aria-valuetext': position || undefined,
    ...(totalSteps !== null && {
      'aria-valuemax': segments.length,
      'aria-valuenow': segments.filter((segment) => segment === 'done').length,
    }),
  }
}

/**
 * The progress bar, one segment per step, with the step's name and position. Renders a placeholder of the same
 * size while the job is loading. Sets `data-kind` and `data-connection`, and `data-state` on each segment: `done`,
 * `current`, `failed`, `stopped`, `upcoming` or `indeterminate`.
 */
export const JobStatusProgress = /* @__PURE__ */ createPart<HTMLDivElement, Props>('Progress', renderProgress)
