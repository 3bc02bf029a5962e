'use client'

import type { ComponentPropsWithoutRef } from 'react'
import type { OptimizationJob } from '../../core/job.js'
import { isKnownStatus, isTerminalPhase } from '../../core/phase.js'
import { formatDuration } from '../../labels/format.js'
import type { CardLabels } from '../../labels/JobLabels.js'
import { statusWord } from '../shared/getStatusKey.js'
import { StatusIcon } from '../shared/StatusIcon.js'
import { createPart } from './createPart.js'
import { JobTime } from './RelativeTime.js'

/** The title, the status, and when the job started or how long it took. */
export const JobStatusHeader = createPart<HTMLElement, ComponentPropsWithoutRef<'header'>>(
  'Header',
  ({ state, labels, locale, titleId }, props) => {
    const { kind, job } = state
    return (
      <header {...props}>
        <StatusIcon kind={kind} />
        <div className="rpo-heading">
          <h3 className="rpo-title" id={titleId}>
            {labels.title}
          </h3>
          <span className="rpo-pill">{labels.status(statusWord(state))}</span>
          {(job || kind !== 'unavailable') && (
            <div className="rpo-subtitle">
              {kind === 'idle' && labels.noJob}
              {kind === 'loading' && labels.loadingJob}
              {job && <JobTime {...sinceWhen(job, labels, locale)} labels={labels} locale={locale} />}
              {job && !isKnownStatus(job.status) && <bdi>{job.status}</bdi>}
            </div>
          )}
        </div>
      </header>
    )
  },
)

/** The moment that the second line is about, and what it says of it. */
function sinceWhen(
  { phase, createdAt, completedAt }: OptimizationJob,
  labels: CardLabels,
  locale: string | undefined,
) {
  if (!completedAt || !isTerminalPhase(phase)) {
    return { dateTime: createdAt, tell: phase === 'queued' ? labels.queuedSince : labels.startedSince }
  }
  const duration = formatDuration(Date.parse(completedAt) - Date.parse(createdAt), locale)
  const tell = phase === 'completed' ? labels.completedAfter : labels.endedAfter
  return { dateTime: completedAt, tell: (ago: string) => tell(duration, ago) }
}
