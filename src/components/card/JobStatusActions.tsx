'use client'

import type { ReactNode, RefAttributes } from 'react'
import type { OptimizationJob } from '../../core/job.js'
import { RefetchButton } from '../shared/RefetchButton.js'
import { CancelButton } from './CancelButton.js'
import { createPart } from './createPart.js'
import {
  type JobStatusContextValue,
  type JobStatusPartProps,
  nameControl,
  renderPart,
} from './JobStatusContext.js'

/** Props of {@link JobStatusActions}, in addition to those of a `div`. */
export interface JobStatusActionsProps extends JobStatusPartProps<'div'> {
  /**
   * Cancels the job; called after a confirmation. If it rejects, an error is rendered, for an `OptimizationError` with
   * the reason. Without it, there is no cancel button.
   */
  onCancel?: ((job: OptimizationJob) => unknown) | undefined
  /** Custom actions. @default none */
  children?: ReactNode
}

export function renderActions(
  card: JobStatusContextValue,
  { onCancel, children: custom, ...props }: JobStatusActionsProps & RefAttributes<HTMLDivElement>,
) {
  const { state, labels } = card
  const { kind } = state
  const canCancel = onCancel && (kind === 'queued' || kind === 'running')
  if (kind !== 'error' && !canCancel && !custom) return null
  return renderPart(
    'div',
    'rpo-actions',
    card,
    props,
    null,
    kind === 'error' && (
      <RefetchButton
        {...nameControl(card, 'retry')}
        className="rpo-button"
        refetch={state.refetch}
        isOffline={state.connection === 'offline'}
        labels={labels}
      >
        {labels.retry}
      </RefetchButton>
    ),
    custom ? <div className="rpo-custom-actions">{custom}</div> : null,
    // Last, so that its confirmation opens below all actions, and they keep their places.
    canCancel && <CancelButton key={state.job.jobId} job={state.job} card={card} onCancel={onCancel} />,
  )
}

/**
 * Buttons: retry after a non-retryable error, custom actions, and cancel while the job is active. Sets `data-kind` and
 * `data-connection`.
 */
export const JobStatusActions = /* @__PURE__ */ createPart<HTMLDivElement, JobStatusActionsProps>(
  'Actions',
  renderActions,
)
