'use client'

import type { ComponentPropsWithoutRef } from 'react'
import type { OptimizationJob } from '../../core/job.js'
import { isKnownStatus, isTerminalPhase } from '../../core/phase.js'
import { formatDuration } from '../../labels/format.js'
import type { CardLabels } from '../../labels/JobLabels.js'
import { getStatusKey } from '../shared/getStatusKey.js'
import { StatusIcon } from '../shared/StatusIcon.js'
import { createPart } from './createPart.js'
import { RelativeTime } from './RelativeTime.js'

/** The title, the status, and when the job started or finished. */
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
          <span className="rpo-badge">{labels.status(getStatusKey(kind, state.isCancelling))}</span>
          {(job || kind !== 'error') && (
            <div className="rpo-subtitle">
              {kind === 'idle' && labels.noJob}
              {kind === 'loading' && labels.loadingJob}
              {job && (
                <RelativeTime {...getHeaderTime(job, labels, locale)} labels={labels} locale={locale} />
              )}
              {job && !isKnownStatus(job.status) && <bdi>{job.status}</bdi>}
            </div>
          )}
        </div>
      </header>
    )
  },
)

/** The time in the second line, and how to format it. */
function getHeaderTime(
  { phase, createdAt, completedAt }: OptimizationJob,
  labels: CardLabels,
  locale: string | undefined,
) {
  if (!completedAt || !isTerminalPhase(phase)) {
    return { dateTime: createdAt, format: phase === 'queued' ? labels.queuedAgo : labels.startedAgo }
  }
  const duration = formatDuration(Date.parse(completedAt) - Date.parse(createdAt), locale)
  const format = (ago: string) =>
    phase === 'completed'
      ? labels.completedAfter(duration, ago)
      : labels.endedAfter(labels.status(phase), duration, ago)
  return { dateTime: completedAt, format }
}
