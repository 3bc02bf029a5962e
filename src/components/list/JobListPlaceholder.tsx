'use client'

import { forwardRef, type ReactNode } from 'react'
import { renderElement } from '../shared/renderElement.js'
import { type JobListPartProps, useJobListContext } from './JobListContext.js'

/** Props of {@link JobListPlaceholder}, in addition to those of a `div`. */
export interface JobListPlaceholderProps extends JobListPartProps<'div'> {
  /** Rendered when there are no jobs, for example with a link to a form that starts one. @default `labels.noJobs` */
  children?: ReactNode
}

/** In place of the rows: three placeholders while the list is loading, or that there are no jobs. Sets `data-kind`. */
export const JobListPlaceholder = /* @__PURE__ */ forwardRef<HTMLDivElement, JobListPlaceholderProps>(
  function JobListPlaceholder({ children, ...props }, ref) {
    const { state, labels } = useJobListContext('Placeholder')
    const { kind, jobs } = state
    if (jobs.length > 0 || kind === 'error') return null
    const isLoading = kind === 'loading'
    return renderElement(
      'div',
      { className: isLoading ? 'rpo-rows' : 'rpo-rows rpo-empty', 'data-kind': kind },
      { ...props, ref },
      state,
      isLoading ? (
        <>
          <span className="rpo-hidden">{labels.loadingJobs}</span>
          <div className="rpo-row rpo-row-skeleton" />
          <div className="rpo-row rpo-row-skeleton" />
          <div className="rpo-row rpo-row-skeleton" />
        </>
      ) : (
        (children ?? labels.noJobs)
      ),
    )
  },
)
