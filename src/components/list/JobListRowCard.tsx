'use client'

import { forwardRef, type ReactNode } from 'react'
import { useCancelOptimizationJob } from '../../hooks/useCancelOptimizationJob.js'
import { useOptimizationJob } from '../../hooks/useOptimizationJob.js'
import { JobStatusCard } from '../card/JobStatusCard.js'
import { renderElement } from '../shared/renderElement.js'
import { type JobListRowPartProps, useRowContext } from './JobListContext.js'

/** Props of {@link JobListRowCard}, in addition to those of a `div`. */
export interface JobListRowCardProps extends JobListRowPartProps<'div'> {
  /** The content. @default the job's card, which polls the job */
  children?: ReactNode
}

/** The card of an expanded row; renders nothing while the row is collapsed. Sets `data-kind`. */
export const JobListRowCard = /* @__PURE__ */ forwardRef<HTMLDivElement, JobListRowCardProps>(
  function JobListRowCard({ children = CARD, ...props }, ref) {
    const { state, cardId } = useRowContext('RowCard')
    if (!state.isExpanded) return null
    const own = { id: cardId, className: 'rpo-row-card', 'data-kind': state.job.phase }
    // eslint-disable-next-line react-hooks/refs -- the ref is only passed on
    return renderElement('div', own, { ...props, ref }, state, children)
  },
)

function ExpandedCard() {
  const { projectId, state, title, canCancel, ...row } = useRowContext('RowCard')
  const { job } = state
  const cancel = useCancelOptimizationJob({ projectId })
  return (
    <JobStatusCard
      state={useOptimizationJob({ projectId, jobId: job.jobId })}
      links={row.links}
      components={row.components}
      headingLevel={row.headingLevel}
      title={title}
      labels={row.labels}
      locale={row.locale}
      outcome={row.renderOutcome?.(job)}
      details={row.renderDetails?.(job)}
      actions={row.renderActions?.(job)}
      onCancel={canCancel ? (current) => cancel.mutateAsync(current.jobId) : undefined}
    />
  )
}

const CARD = <ExpandedCard />
