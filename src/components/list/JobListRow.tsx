'use client'

import { memo, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'
import type { OptimizationJobSummary } from '../../core/job.js'
import { isKnownStatus, isTerminalPhase } from '../../core/phase.js'
import type { JobComponents, JobLinks } from '../../hooks/JobComponents.js'
import { useCancelOptimizationJob } from '../../hooks/useCancelOptimizationJob.js'
import { useOptimizationJob } from '../../hooks/useOptimizationJob.js'
import { formatAgo } from '../../labels/format.js'
import type { JobLabels } from '../../labels/JobLabels.js'
import { JobStatusCard } from '../card/JobStatusCard.js'
import { getHeaderTime } from '../shared/getHeaderTime.js'
import { formatStepLabel, getProgressModel } from '../shared/getProgressModel.js'
import { getStatusKey } from '../shared/getStatusKey.js'
import { Icon } from '../shared/Icon.js'
import { observeVisibility } from '../shared/observeVisibility.js'
import { StatusIcon } from '../shared/StatusIcon.js'
import { TickingText } from '../shared/TickingText.js'

/** Options for the rows of a list. */
export interface JobListRowOptions {
  /** Link builders for the results. @default no links */
  links?: JobLinks | undefined
  /** Custom components. @default those of the card */
  components?: JobComponents | undefined
  /** Whether an expanded card has a cancel button. @default false */
  canCancel?: boolean | undefined
  /** Returns the title of a row. @default "Template" and the first eight characters of its ID (`labels.defaultJobTitle`) */
  getTitle?: ((job: OptimizationJobSummary) => string) | undefined
  /** Renders custom actions on an expanded card, for example a link to the job's page. @default none */
  renderActions?: ((job: OptimizationJobSummary) => ReactNode) | undefined
}

interface JobListRowProps extends JobListRowOptions {
  projectId: string
  job: OptimizationJobSummary
  isExpanded: boolean
  onToggle: (jobId: string) => void
  labels: JobLabels
  locale: string | undefined
}

export const JobListRow = memo(function JobListRow(props: JobListRowProps) {
  const { job, isExpanded, onToggle, labels, locale, getTitle } = props
  const row = useRef<HTMLLIElement>(null)
  const cardId = useId()
  const isActive = !isTerminalPhase(job.phase)
  const title = getTitle ? getTitle(job) : labels.defaultJobTitle(job.promptTemplateId.slice(0, 8))
  const { dateTime, format } = getHeaderTime(job, labels, locale)
  return (
    <li ref={row} className="rpo-row" data-kind={job.phase}>
      <button
        type="button"
        className="rpo-row-trigger"
        aria-expanded={isExpanded}
        aria-controls={isExpanded ? cardId : undefined}
        onClick={() => onToggle(job.jobId)}
      >
        <StatusIcon kind={job.phase} />
        <span className="rpo-row-title">{title}</span>
        <span className="rpo-badge">{labels.status(getStatusKey(job.phase, job.isCancelling))}</span>
        <span className="rpo-subtitle">
          <TickingText
            root={row}
            text={(nowMs) => format(formatAgo(nowMs - Date.parse(dateTime), labels, locale))}
          />
          {!isKnownStatus(job.status) && <bdi>{job.status}</bdi>}
          {isActive && <ActiveStep {...props} row={row} />}
        </span>
        <Icon className="rpo-chevron" path="m6 4 4 4-4 4" />
      </button>
      {isExpanded && (
        <div id={cardId} className="rpo-row-card">
          <ExpandedCard {...props} title={title} />
        </div>
      )}
    </li>
  )
})

/** The step of an active job. The list has no steps, so the row polls the job, but only while it is visible. */
function ActiveStep({ row, ...props }: JobListRowProps & { row: RefObject<HTMLLIElement | null> }) {
  // Remounts on purpose: changing `jobId` would refetch immediately and ignore Retry-After.
  return useIsVisible(row) ? <LiveStep {...props} /> : null
}

function LiveStep({ projectId, job, labels, locale }: JobListRowProps) {
  const state = useOptimizationJob({ projectId, jobId: job.jobId })
  if (!state.job?.progress || isTerminalPhase(state.job.phase)) return null
  const model = getProgressModel(state.job)
  return <bdi>{[formatStepLabel(model, labels, locale), model.stepName].filter(Boolean).join(': ')}</bdi>
}

function ExpandedCard({ projectId, job, title, ...props }: JobListRowProps & { title: string }) {
  const { links, components, canCancel, renderActions, labels, locale } = props
  const state = useOptimizationJob({ projectId, jobId: job.jobId })
  const cancel = useCancelOptimizationJob({ projectId })
  return (
    <JobStatusCard
      state={state}
      links={links}
      components={components}
      labels={{ ...labels, title }}
      locale={locale}
      actions={renderActions?.(job)}
      onCancel={canCancel ? (current) => cancel.mutateAsync(current.jobId) : undefined}
    />
  )
}

/** Whether an element is in the viewport; true after mounting where the browser has no IntersectionObserver. */
function useIsVisible(element: RefObject<Element | null>): boolean {
  const [isVisible, setIsVisible] = useState(false)
  useEffect(() => {
    if (element.current) return observeVisibility(element.current, setIsVisible)
  }, [element])
  return isVisible
}
