'use client'

import { forwardRef, type ReactNode, useState } from 'react'
import { isTerminalPhase } from '../../core/phase.js'
import { renderElement } from '../shared/renderElement.js'
import { type JobListRowPartProps, useRowContext } from './JobListContext.js'
import { LiveRow } from './LiveRow.js'
import { renderRow } from './renderRow.js'

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
  const row = useRowContext('RowTrigger')
  // Stays when the job is over, to announce that its updates have resumed.
  const [isLive] = useState(!isTerminalPhase(row.state.job.phase))
  return isLive ? <LiveRow row={row} /> : renderRow(row, null)
}

const CONTENT = <RowContent />
