'use client'

import type { ComponentPropsWithoutRef } from 'react'
import type { OptimizationJob } from '../../core/job.js'
import { RefetchButton } from '../shared/RefetchButton.js'
import { CancelButton } from './CancelButton.js'
import { createPart } from './createPart.js'

/** Props of {@link JobStatusActions}, beside those of a `div`. Its children are actions of the app's own. */
export interface JobStatusActionsProps extends ComponentPropsWithoutRef<'div'> {
  /**
   * Cancels the job, once the person has confirmed it. If it rejects, the button says so, and with an `OptimizationError`
   * also why. Without it, there is no button.
   */
  onCancel?: ((job: OptimizationJob) => unknown) | undefined
}

/** What can be done about the job: try again where it is unavailable, cancel while it is active, and the app's own. */
export const JobStatusActions = createPart<HTMLDivElement, JobStatusActionsProps>(
  'Actions',
  ({ state, labels }, { onCancel, children, ...props }) => {
    const { kind } = state
    const canCancel = onCancel && (kind === 'queued' || kind === 'running')
    if (kind !== 'unavailable' && !canCancel && !children) return null
    return (
      <div {...props}>
        {kind === 'unavailable' && (
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
