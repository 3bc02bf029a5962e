'use client'

import { forwardRef, type ReactNode, useContext } from 'react'
import { type JobStatusActionsProps, renderActions } from './JobStatusActions.js'
import { renderConnection } from './JobStatusConnection.js'
import { JobStatusContext } from './JobStatusContext.js'
import { renderDataSources } from './JobStatusDataSources.js'
import { renderDetails } from './JobStatusDetails.js'
import { renderError } from './JobStatusError.js'
import { renderHeader } from './JobStatusHeader.js'
import { renderIds } from './JobStatusIds.js'
import { renderLinks } from './JobStatusLinks.js'
import { renderProgress } from './JobStatusProgress.js'
import { type JobStatusRootProps, renderRoot, useCard } from './JobStatusRoot.js'
import { renderSteps } from './JobStatusSteps.js'
import { renderSummary } from './JobStatusSummary.js'
import { renderTimes } from './JobStatusTimes.js'

/** Props of {@link JobStatusCard}, in addition to those of an `article`. */
export interface JobStatusCardProps extends Omit<JobStatusRootProps, 'children'> {
  /** Cancels the job; called after a confirmation. Without it, there is no cancel button. */
  onCancel?: JobStatusActionsProps['onCancel']
  /** What stands between the summary and the links, such as a `JobOutcome`. @default nothing */
  outcome?: ReactNode
  /** Custom actions, before the cancel button. */
  actions?: ReactNode
}

/**
 * Renders a job in any state. It takes a state and never fetches. For another layout, compose the parts in `JobStatus`.
 *
 * @example
 * const state = useOptimizationJob({ projectId, jobId })
 * return <JobStatusCard state={state} links={{ testRun: (id) => `/test-runs/${id}` }} />
 */
export const JobStatusCard = /* @__PURE__ */ forwardRef<HTMLElement, JobStatusCardProps>(
  function JobStatusCard({ onCancel, actions, outcome, ...props }, ref) {
    const [card, rootProps] = useCard(props, ref)
    const details = renderDetails(card, DETAILS)
    const cardActions = renderActions(card, { onCancel, children: actions })
    return renderRoot(
      card,
      'rpo-card',
      rootProps,
      renderHeader(card, {}),
      renderProgress(card, {}),
      renderError(card, {}),
      renderDataSources(card, {}),
      renderSummary(card, {}),
      outcome,
      (details || cardActions) && (
        <div className="rpo-footer">
          {details}
          {cardActions}
        </div>
      ),
      renderLinks(card, {}),
      renderConnection(card, {}),
    )
  },
)

function DetailsContent() {
  const card = useContext(JobStatusContext)
  return (
    card && (
      <>
        {renderSteps(card, {})}
        {renderTimes(card, {})}
        {renderIds(card, {})}
      </>
    )
  )
}

const DETAILS = { children: <DetailsContent /> }
