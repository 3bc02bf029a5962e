'use client'

import { forwardRef, type ReactNode, useContext } from 'react'
import { JobStatusContext, renderPart } from './createPart.js'
import { JobStatusActions, type JobStatusActionsProps } from './JobStatusActions.js'
import { JobStatusConnection } from './JobStatusConnection.js'
import { JobStatusDataSources } from './JobStatusDataSources.js'
import { JobStatusDetails } from './JobStatusDetails.js'
import { JobStatusError } from './JobStatusError.js'
import { JobStatusHeader } from './JobStatusHeader.js'
import { JobStatusIds } from './JobStatusIds.js'
import { JobStatusLinks } from './JobStatusLinks.js'
import { JobStatusProgress } from './JobStatusProgress.js'
import { JobStatusRoot, type JobStatusRootProps } from './JobStatusRoot.js'
import { JobStatusSteps } from './JobStatusSteps.js'
import { JobStatusSummary } from './JobStatusSummary.js'

/** Props of {@link JobStatusCard}, beside those of an `article`. */
export interface JobStatusCardProps extends Omit<JobStatusRootProps, 'children'> {
  /** Cancels the job, once the person has confirmed it. Without it, the card has no button for that. */
  onCancel?: JobStatusActionsProps['onCancel']
  /** Actions of the app's own, beside those of the card. */
  actions?: ReactNode
}

/**
 * Shows one job, in whatever state it is. It takes a state and never fetches. For another arrangement, compose the parts
 * under `JobStatus`.
 *
 * @example
 * const state = useOptimizationJob({ projectId, jobId })
 * return <JobStatusCard state={state} links={{ testRun: (id) => `/test-runs/${id}` }} />
 */
export const JobStatusCard = forwardRef<HTMLElement, JobStatusCardProps>(function JobStatusCard(
  { onCancel, actions, ...props },
  ref,
) {
  return (
    <JobStatusRoot {...props} ref={ref}>
      <Parts onCancel={onCancel} actions={actions} />
    </JobStatusRoot>
  )
})

function Parts({ onCancel, actions }: Pick<JobStatusCardProps, 'onCancel' | 'actions'>) {
  const card = useContext(JobStatusContext)
  return (
    card && (
      <>
        {renderPart(JobStatusHeader, card)}
        {renderPart(JobStatusProgress, card)}
        {renderPart(JobStatusError, card)}
        {renderPart(JobStatusDataSources, card)}
        {renderPart(JobStatusSummary, card)}
        {renderPart(JobStatusDetails, card, { children: FOLDED })}
        {renderPart(JobStatusActions, card, { onCancel, children: actions })}
        {renderPart(JobStatusLinks, card)}
        {renderPart(JobStatusConnection, card)}
      </>
    )
  )
}

const FOLDED = (
  <>
    <JobStatusSteps />
    <JobStatusIds />
  </>
)
