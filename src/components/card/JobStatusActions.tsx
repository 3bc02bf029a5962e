'use client'

import type { ComponentPropsWithoutRef } from 'react'
import type { OptimizationJob } from '../../core/job.js'
import { RefetchButton } from '../shared/RefetchButton.js'
import { CancelButton } from './CancelButton.js'
import { createPart } from './createPart.js'

/** Props of {@link JobStatusActions}, in addition to those of a `div`. Children are custom actions. */
export interface JobStatusActionsProps extends ComponentPropsWithoutRef<'div'> {
  /**
   * Cancels the job; called after a confirmation. If it rejects, an error is rendered, for an `OptimizationError` with
   * the reason. Without it, there is no cancel button.
   */
  onCancel?: ((job: OptimizationJob) => unknown) | undefined
}

/** Buttons: retry after a non-retryable error, cancel while it is active, and custom actions. */
export const JobStatusActions = createPart<HTMLDivElement, JobStatusActionsProps>(
  'Actions',
  ({ state, labels }, { onCancel, children, ...props }) => {
    const { kind } = state
    const canCancel = onCancel && (kind === 'queued' || kind === 'running')
    if (kind !== 'error' && !canCancel && !children) return null
    return (
      <div {...props}>
        {kind === 'error' && (
          <RefetchButton className="rpo-button" refetch={state.refetch} labels={labels}>
            {labels.retry}
          </RefetchButton>
        )}
        {canCancel && (
          <CancelButton key={state.job.jobId} job={state.job} labels={labels} onCancel={onCancel} />
        )}
        {children}
      </div>
    )
  },
)
