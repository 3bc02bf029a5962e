'use client'

import { Fragment, forwardRef, type ReactNode } from 'react'
import type { OptimizationJobSummary } from '../../core/job.js'
import { renderElement } from '../shared/renderElement.js'
import { type JobListPartProps, useJobListContext } from './JobListContext.js'
import { JobListRow } from './JobListRow.js'

/** Props of {@link JobListRows}, in addition to those of a `ul`. */
export interface JobListRowsProps extends JobListPartProps<'ul'> {
  /** Renders the row of a job. @default a `JobListParts.Row` */
  children?: ((job: OptimizationJobSummary) => ReactNode) | undefined
}

/** The rows, newest first. Renders nothing without any. Sets `data-kind`. */
export const JobListRows = /* @__PURE__ */ forwardRef<HTMLUListElement, JobListRowsProps>(
  function JobListRows({ children: renderRow = renderDefaultRow, ...props }, ref) {
    const { state, labels } = useJobListContext('Rows')
    const { kind, jobs } = state
    if (jobs.length === 0) return null
    return renderElement(
      'ul',
      // WebKit takes a list without markers for no list.
      { className: 'rpo-rows', role: 'list', 'aria-label': labels.jobs, 'data-kind': kind },
      { ...props, ref },
      state,
      jobs.map((job) => <Fragment key={job.jobId}>{renderRow(job)}</Fragment>),
    )
  },
)

const renderDefaultRow = (job: OptimizationJobSummary) => <JobListRow job={job} />
