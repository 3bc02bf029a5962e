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

/** Props of {@link JobStatusCard}, in addition to those of an `article`. */
export interface JobStatusCardProps extends Omit<JobStatusRootProps, 'children'> {
  /** Cancels the job; called after a confirmation. Without it, there is no cancel button. */
  onCancel?: JobStatusActionsProps['onCancel']
  /** Custom actions, rendered after those of the card. */
  actions?: ReactNode
}

/**
 * Renders a job in any state. It takes a state and never fetches. For another layout, compose the parts in `JobStatus`.
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
        {renderPart(JobStatusDetails, card, { children: DETAILS })}
        {renderPart(JobStatusActions, card, { onCancel, children: actions })}
        {renderPart(JobStatusLinks, card)}
        {renderPart(JobStatusConnection, card)}
      </>
    )
  )
}

const DETAILS = (
  <>
    <JobStatusSteps />
    <JobStatusIds />
  </>
)
