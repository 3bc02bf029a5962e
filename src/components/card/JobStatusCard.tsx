'use client'

import { forwardRef, type ReactNode } from 'react'
import { type JobStatusActionsProps, renderActions } from './JobStatusActions.js'
import { renderConnection } from './JobStatusConnection.js'
import type { JobStatusContextValue } from './JobStatusContext.js'
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
  /** What stands in the details, between the times and the IDs, such as `JobInputs`. @default nothing */
  details?: ReactNode
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
  function JobStatusCard({ onCancel, actions, outcome, details: custom, ...props }, ref) {
    const [card, rootProps] = useCard(props, ref)
    const details = renderDetails(card, { children: <DetailsContent card={card}>{custom}</DetailsContent> })
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

/** A component, so that it renders only while the details are open. */
function DetailsContent({ card, children }: { card: JobStatusContextValue; children: ReactNode }) {
  return (
    <>
      {renderSteps(card, {})}
      {renderTimes(card, {})}
      {children}
      {renderIds(card, {})}
    </>
  )
}
