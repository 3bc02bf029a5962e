'use client'

import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { formatDuration } from '../labels/format.js'
import type { OptimizationJob } from '../service/job.js'
import { isKnownStatus, isTerminalPhase } from '../service/phase.js'
import { useJobStatus, usePart } from './JobStatusRoot.js'
import { JobTime } from './JobTime.js'
import { StatusIcon } from './StatusIcon.js'
import { statusWord } from './statusWord.js'

/** The title, the status, and when the job started or how long it took. */
export const JobStatusHeader = forwardRef<HTMLElement, ComponentPropsWithoutRef<'header'>>(
  function JobStatusHeader(props, ref) {
    const { state, labels, titleId, partProps } = usePart('Header', 'rpo-header', props)
    const { kind, job } = state
    return (
      <header {...partProps} ref={ref}>
        <StatusIcon kind={kind} />
        <div className="rpo-heading">
          <h3 className="rpo-title" id={titleId}>
            {labels.title}
          </h3>
          <span className="rpo-pill">{labels.status(statusWord(state))}</span>
          {kind === 'idle' && <div className="rpo-subtitle">{labels.noJob}</div>}
          {kind === 'loading' && <div className="rpo-subtitle">{labels.loadingJob}</div>}
          {job && (
            <div className="rpo-subtitle">
              <Since job={job} />
              {!isKnownStatus(job.status) && <bdi>{job.status}</bdi>}
            </div>
          )}
        </div>
      </header>
    )
  },
)

function Since({ job }: { job: OptimizationJob }) {
  const { labels, locale } = useJobStatus('Header')
  const { phase, createdAt, completedAt } = job
  if (!isTerminalPhase(phase) || !completedAt) {
    const tell = phase === 'queued' ? labels.queuedSince : labels.startedSince
    return (
      <JobTime dateTime={createdAt} labels={labels} locale={locale}>
        {tell}
      </JobTime>
    )
  }
  const tell = phase === 'completed' ? labels.completedAfter : labels.endedAfter
  const duration = formatDuration(Date.parse(completedAt) - Date.parse(createdAt), locale)
  return (
    <JobTime dateTime={completedAt} labels={labels} locale={locale}>
      {(ago) => tell(duration, ago)}
    </JobTime>
  )
}
