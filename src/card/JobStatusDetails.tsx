'use client'

import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { usePart } from './JobStatusRoot.js'

/**
 * A fold, closed at first, for what is only sometimes of interest; a placeholder of the same size while the job is loading.
 */
export const JobStatusDetails = forwardRef<HTMLDetailsElement, ComponentPropsWithoutRef<'details'>>(
  function JobStatusDetails({ children, ...props }, ref) {
    const { state, labels, partProps } = usePart('Details', 'rpo-details', props)
    if (state.kind === 'loading') {
      return (
        <div className={partProps.className} data-kind="loading" aria-hidden="true">
          <span className="rpo-skeleton" />
        </div>
      )
    }
    if (!state.job) return null
    return (
      <details {...partProps} ref={ref}>
        <summary className="rpo-details-summary">
          <svg className="rpo-chevron" viewBox="0 0 16 16" aria-hidden="true">
            <path d="m6 4 4 4-4 4" />
          </svg>
          {labels.details}
        </summary>
        <div className="rpo-details-content">{children}</div>
      </details>
    )
  },
)
