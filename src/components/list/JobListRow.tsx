'use client'

import { memo, type ReactNode, type RefObject, useId, useRef } from 'react'
import type { OptimizationJobSummary } from '../../core/job.js'
import { isKnownStatus, isTerminalPhase } from '../../core/phase.js'
import { useCancelOptimizationJob } from '../../hooks/useCancelOptimizationJob.js'
import { useOptimizationJob } from '../../hooks/useOptimizationJob.js'
import { formatAgo, formatDuration } from '../../labels/format.js'
import type { JobLabels } from '../../labels/JobLabels.js'
import { JobStatusCard } from '../card/JobStatusCard.js'
import { formatStepLabel, getProgressModel } from '../shared/getProgressModel.js'
import { getStatusKey } from '../shared/getStatusKey.js'
import { Icon } from '../shared/Icon.js'
import type { JobComponents, JobLinks } from '../shared/JobComponents.js'
import { StatusIcon } from '../shared/StatusIcon.js'
import { TickingText } from '../shared/TickingText.js'
import { useIsOnScreen } from './useIsOnScreen.js'

/** What an app may say about the rows of a list. */
export interface JobListRowOptions {
  /** Where the app shows what a job made. @default no links */
  links?: JobLinks | undefined
  /** Components of the app's own. @default those of the card */
  components?: JobComponents | undefined
  /** Whether an open card offers to cancel its job. @default false */
  canCancel?: boolean | undefined
  /** What a row is called. @default the start of the template's id */
  getTitle?: ((job: OptimizationJobSummary) => string) | undefined
  /** Actions of the app's own on an open card, such as a link to the job's page. @default none */
  renderActions?: ((job: OptimizationJobSummary) => ReactNode) | undefined
}

interface JobListRowProps extends JobListRowOptions {
  projectId: string
  job: OptimizationJobSummary
  isOpen: boolean
  onToggle: (jobId: string) => void
  labels: JobLabels
  locale: string | undefined
}

/** One job of a list: a row that opens to the job's card. */
export const JobListRow = memo(function JobListRow(props: JobListRowProps) {
  const { job, isOpen, onToggle, labels, locale, getTitle } = props
  const row = useRef<HTMLLIElement>(null)
  const cardId = useId()
  const isActive = !isTerminalPhase(job.phase)
  const title = getTitle ? getTitle(job) : labels.defaultJobTitle(job.promptTemplateId.slice(0, 8))
  return (
    <li ref={row} className="rpo-row" data-kind={job.phase}>
      <button
        type="button"
        className="rpo-row-trigger"
        aria-expanded={isOpen}
        aria-controls={isOpen ? cardId : undefined}
        onClick={() => onToggle(job.jobId)}
      >
        <StatusIcon kind={job.phase} />
        <span className="rpo-row-title">{title}</span>
        <span className="rpo-badge">{labels.status(getStatusKey({ kind: job.phase, job }))}</span>
        <span className="rpo-subtitle">
          <TickingText text={(nowMs) => formatTimes(job, nowMs, labels, locale)} />
          {!isKnownStatus(job.status) && <bdi>{job.status}</bdi>}
          {isActive && <ActiveStep {...props} row={row} />}
        </span>
        <Icon className="rpo-chevron" path="m6 4 4 4-4 4" />
      </button>
      {isOpen && (
        <div id={cardId} className="rpo-row-card">
          <ExpandedCard {...props} title={title} />
        </div>
      )}
    </li>
  )
})

/** The step of an active job: the only thing that a closed row asks the service for, and only while it can be seen. */
function ActiveStep({ row, ...props }: JobListRowProps & { row: RefObject<HTMLLIElement | null> }) {
  // Mounted anew each time: a hook that only turns to another job asks for it at once, whatever the service asked for.
  return useIsOnScreen(row) ? <LiveStep {...props} /> : null
}

function LiveStep({ projectId, job, labels, locale }: JobListRowProps) {
  const state = useOptimizationJob({ projectId, jobId: job.jobId })
  if (!state.job?.progress || isTerminalPhase(state.job.phase)) return null
  const view = getProgressModel(state.job)
  return <bdi>{[formatStepLabel(view, labels, locale), view.stepName].filter(Boolean).join(': ')}</bdi>
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

/** `Started 3m ago`, and for a job that is over `Started 2h ago · took 9m 48s`. */
function formatTimes(
  { phase, createdAt, completedAt }: OptimizationJobSummary,
  nowMs: number,
  labels: JobLabels,
  locale: string | undefined,
): string {
  const startedMs = Date.parse(createdAt)
  const ago = formatAgo(nowMs - startedMs, labels, locale)
  const started = phase === 'queued' ? labels.queuedAgo(ago) : labels.started(ago)
  if (!completedAt) return started
  return `${started} · ${labels.took(formatDuration(Date.parse(completedAt) - startedMs, locale))}`
}
