'use client'

import { forwardRef, type ReactNode } from 'react'
import { isKnownStatus, isTerminalPhase } from '../../core/phase.js'
import { formatTime } from '../shared/formatTime.js'
import { getHeaderTime } from '../shared/getHeaderTime.js'
import { getStatusKey } from '../shared/getStatusKey.js'
import { renderElement } from '../shared/renderElement.js'
import { renderStatusIcon } from '../shared/renderIcon.js'
import { type JobListRowPartProps, useRowContext } from './JobListContext.js'
import { LiveStep } from './LiveStep.js'

/** Props of {@link JobListRowTrigger}, in addition to those of a `button`. */
export interface JobListRowTriggerProps extends JobListRowPartProps<'button'> {
  /** The content. @default the title, the status, when the job started or finished, and the step of an active job */
  children?: ReactNode
}

/** The button that expands a row. Sets `data-kind` and `data-expanded`. */
export const JobListRowTrigger = /* @__PURE__ */ forwardRef<HTMLButtonElement, JobListRowTriggerProps>(
  function JobListRowTrigger({ children = CONTENT, ...props }, ref) {
    const { state, cardId, toggle } = useRowContext('RowTrigger')
    const { job, isExpanded } = state
    return renderElement(
      'button',
      {
        type: 'button',
        className: 'rpo-row-trigger',
        'data-kind': job.phase,
        'data-expanded': isExpanded || undefined,
        'aria-expanded': isExpanded,
        'aria-controls': isExpanded ? cardId : undefined,
        onClick: () => toggle(job.jobId),
      },
      // eslint-disable-next-line react-hooks/refs -- the ref is only passed on
      { ...props, ref },
      state,
      children,
    )
  },
)

function RowContent() {
  const { state, title, labels, locale, tickRef } = useRowContext('RowTrigger')
  const { job } = state
  const { dateTime, format } = getHeaderTime(job, labels, locale)
  return (
    <>
      {renderStatusIcon(job.phase)}
      <span className="rpo-row-title">{title}</span>
      <span className="rpo-badge">{labels.status(getStatusKey(job.phase, job.isCancelling))}</span>
      <span className="rpo-subtitle">
        <span ref={tickRef((nowMs) => format(formatTime(dateTime, nowMs, labels, locale)))} />
        {!isKnownStatus(job.status) && (
          <span>
            <bdi>{job.status}</bdi>
          </span>
        )}
        {!isTerminalPhase(job.phase) && <LiveStep />}
      </span>
      <span className="rpo-chevron" />
    </>
  )
}

const CONTENT = <RowContent />
