'use client'

import type { OptimizationJob } from '../service/job.js'
import { isKnownStatus, isTerminalPhase } from '../service/phase.js'
import { formatAgo, formatDuration } from './format.js'
import { useJobStatus } from './JobStatusRoot.js'
import { JobTime } from './JobTime.js'
import { StatusIcon } from './StatusIcon.js'

/** The title, when the job started or how long it took, and its status. */
export function JobStatusHeader() {
  const { state, labels, titleId } = useJobStatus('Header')
  const { kind, job } = state
  return (
    <header className="rpo-header">
      <StatusIcon kind={kind} />
      <div className="rpo-heading">
        <h3 className="rpo-title" id={titleId}>
          {labels.title}
        </h3>
        <p className="rpo-subtitle">
          <span className="rpo-status-word">{labels.status(state)}</span>
          {job ? (
            <Since job={job} />
          ) : kind === 'idle' ? (
            labels.idle
          ) : kind === 'loading' ? (
            labels.loading
          ) : null}
          {job && !isKnownStatus(job.status) && <span className="rpo-raw-status">{job.status}</span>}
        </p>
      </div>
      <span className="rpo-pill">{labels.status(state)}</span>
    </header>
  )
}

function Since({ job }: { job: OptimizationJob }) {
  const { labels, locale } = useJobStatus('Header')
  const { phase, createdAt, completedAt } = job
  const startedMs = Date.parse(createdAt)
  if (isTerminalPhase(phase) && completedAt) {
    const endedMs = Date.parse(completedAt)
    const duration = formatDuration(endedMs - startedMs, locale)
    const tell = phase === 'completed' ? labels.took : labels.stoppedAfter
    return (
      <JobTime dateTime={completedAt} locale={locale}>
        {(nowMs) => tell(duration, formatAgo(endedMs, nowMs, locale))}
      </JobTime>
    )
  }
  const tell = phase === 'queued' ? labels.queued : labels.started
  return (
    <JobTime dateTime={createdAt} locale={locale}>
      {(nowMs) => tell(formatAgo(startedMs, nowMs, locale))}
    </JobTime>
  )
}
