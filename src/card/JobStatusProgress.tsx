'use client'

import type { OptimizationJob } from '../service/job.js'
import { formatClock, formatCount } from './format.js'
import { useJobStatus } from './JobStatusRoot.js'
import { JobTime } from './JobTime.js'
import { type ProgressView, progressView } from './progressView.js'

/** The bar, a segment a step, with the step's name and the time so far. Nothing before the first answer. */
export function JobStatusProgress() {
  const { state, labels, locale } = useJobStatus('Progress')
  const { job } = state
  if (state.kind === 'loading') return <div className="rpo-skeleton" />
  if (!job) return null

  const view = progressView(job)
  const { step, totalSteps, segments, doneSteps } = view
  const isActive = job.phase === 'queued' || job.phase === 'running'
  const name = nameOf(view, job, labels.waitingToStart, labels.working)
  const position =
    step === null
      ? null
      : totalSteps === null
        ? labels.stepOfUnknown(formatCount(step, locale))
        : labels.step(formatCount(step, locale), formatCount(totalSteps, locale))
  const isDeterminate = totalSteps !== null || job.phase === 'completed'
  const spoken =
    job.phase === 'completed' ? labels.status(state) : [position, name].filter(Boolean).join(': ')

  return (
    <div className="rpo-progress">
      {job.phase !== 'completed' && (
        <p className="rpo-step">
          <span className="rpo-step-name">{name}</span>
          <span className="rpo-step-count">
            {position}
            {isActive && job.phase === 'running' && <Elapsed job={job} isAfterText={position !== null} />}
          </span>
        </p>
      )}
      <div
        className="rpo-bar"
        role="progressbar"
        aria-label={labels.progress}
        aria-valuetext={spoken}
        {...(isDeterminate && {
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
    </div>
  )
}

function Elapsed({ job, isAfterText }: { job: OptimizationJob; isAfterText: boolean }) {
  const { locale } = useJobStatus('Progress')
  return (
    <span className="rpo-elapsed">
      {isAfterText && ' · '}
      <JobTime dateTime={job.createdAt} locale={locale}>
        {(nowMs) => formatClock(nowMs - Date.parse(job.createdAt), locale)}
      </JobTime>
    </span>
  )
}

function nameOf(view: ProgressView, job: OptimizationJob, waiting: string, working: string): string | null {
  if (view.stepName) return view.stepName
  if (job.phase === 'queued') return waiting
  return job.phase === 'running' ? working : null
}
