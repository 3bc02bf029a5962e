'use client'

import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { formatClock, formatCount, formatDuration } from '../labels/format.js'
import { isTerminalPhase } from '../service/phase.js'
import { useJobStatus, usePart } from './JobStatusRoot.js'
import { type ProgressView, positionLabel, progressView } from './progressView.js'
import { statusWord } from './statusWord.js'
import { TickingText } from './TickingText.js'

/**
 * The bar, a segment a step, with the step's name and the time so far; a placeholder of the same size while the job is
 * loading.
 */
export const JobStatusProgress = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(
  function JobStatusProgress(props, ref) {
    const { state, partProps } = usePart('Progress', 'rpo-progress', props)
    const { kind, job } = state
    if (kind === 'loading') {
      return (
        <div {...partProps} ref={ref} aria-hidden="true">
          <div className="rpo-step">
            <span className="rpo-skeleton" />
          </div>
          <div className="rpo-bar">
            <span className="rpo-segment" data-state="upcoming" />
          </div>
        </div>
      )
    }
    if (!job) return null
    const view = progressView(job)
    // A job that is over without a step has none to name.
    const hasWords = job.phase !== 'completed' && (job.progress !== null || !isTerminalPhase(job.phase))
    return (
      <div {...partProps} ref={ref}>
        {hasWords && <Step view={view} />}
        <Bar view={view} />
        <Stalled />
      </div>
    )
  },
)

function Step({ view }: { view: ProgressView }) {
  const { state, labels, locale } = useJobStatus('Progress')
  const { kind, job } = state
  const { step, totalSteps } = view
  return (
    <div className="rpo-step">
      <bdi className="rpo-step-name">{useStepName(view)}</bdi>
      <span className="rpo-step-position">
        <span className="rpo-wide">{positionLabel(view, labels, locale)}</span>
        {step !== null && totalSteps !== null && (
          <span className="rpo-narrow">
            {labels.stepOfShort(formatCount(step, locale), formatCount(totalSteps, locale))}
          </span>
        )}
        {kind === 'running' && (
          <span className="rpo-elapsed rpo-wide">
            <TickingText text={(nowMs) => formatClock(nowMs - Date.parse(job.createdAt), locale)} />
          </span>
        )}
      </span>
    </div>
  )
}

function Bar({ view }: { view: ProgressView }) {
  const { state, labels, locale } = useJobStatus('Progress')
  const { segments, totalSteps, doneSteps } = view
  const name = useStepName(view)
  const isCompleted = state.job?.phase === 'completed'
  const position = [positionLabel(view, labels, locale), name].filter(Boolean).join(': ')
  const spoken = isCompleted || !position ? labels.status(statusWord(state)) : position
  return (
    <div
      className="rpo-bar"
      role="progressbar"
      aria-label={labels.progress}
      aria-valuetext={spoken}
      {...((totalSteps !== null || isCompleted) && {
        'aria-valuemin': 0,
        'aria-valuemax': totalSteps ?? 1,
        'aria-valuenow': totalSteps === null ? 1 : doneSteps,
      })}
    >
      {segments.length === 0 && <span className="rpo-segment" data-state="indeterminate" />}
      {segments.map((segment, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a segment is its place in the row
        <span key={index} className="rpo-segment" data-state={segment} />
      ))}
    </div>
  )
}

function Stalled() {
  const { state, labels, locale } = useJobStatus('Progress')
  const { kind, stalledSince } = state
  if (stalledSince === null || (kind !== 'running' && kind !== 'queued')) return null
  return (
    <div className="rpo-stalled">
      <TickingText text={(nowMs) => labels.stalledFor(formatDuration(nowMs - stalledSince, locale, 1))} />
    </div>
  )
}

function useStepName({ stepName }: ProgressView): string | null {
  const { state, labels } = useJobStatus('Progress')
  if (stepName) return stepName
  if (state.job?.phase === 'queued') return labels.waitingToStart
  return state.job?.phase === 'running' ? labels.working : null
}
