'use client'

import { forwardRef } from 'react'
import type { OptimizationJobState } from '../../hooks/deriveJobState.js'
import { type LocalizationProps, useLabels } from '../../hooks/useLabels.js'
import type { CardLabels } from '../../labels/CardLabels.js'
import { enCard } from '../../labels/enCard.js'
import { formatCount, formatDuration } from '../../labels/format.js'
import { getErrorKey } from '../../labels/getErrorKey.js'
import { getKnownTime, isClockKnown, isLive } from '../shared/getKnownTime.js'
import { formatStepLabel, getProgressModel } from '../shared/getProgressModel.js'
import { type PartProps, renderElement } from '../shared/renderElement.js'
import { renderIcon, renderStatusIcon, WARNING_PATH } from '../shared/renderIcon.js'
import { useMergedRef } from '../shared/useMergedRef.js'
import { useTickingTexts } from '../shared/useTickingTexts.js'

/** Props of {@link JobStatusBadge}, in addition to those of a `span`. */
export interface JobStatusBadgeProps extends PartProps<'span', OptimizationJobState>, LocalizationProps {
  /** The state returned by `useOptimizationJob`. */
  state: OptimizationJobState
}

/**
 * A badge with the status of a job and, while it runs, its step, for a navigation bar or a table cell. It takes a state and
 * never fetches. Neutral while updates are interrupted; a job without progress has a warning icon. Screen readers get both in
 * words. Takes `className`, `style`, `render`, `ref`, and sets `data-kind`, `data-connection` and `data-stalled`.
 *
 * @example
 * const state = useOptimizationJob({ projectId, jobId })
 * return <a href={`/jobs/${jobId}`}>Optimization <JobStatusBadge state={state} /></a>
 */
export const JobStatusBadge = /* @__PURE__ */ forwardRef<HTMLSpanElement, JobStatusBadgeProps>(
  function JobStatusBadge({ state, labels: labelsProp, locale: localeProp, ...props }, ref) {
    const { labels, locale } = useLabels({ labels: labelsProp, locale: localeProp }, enCard)
    const { rootRef, tickRef, turnRef } = useTickingTexts<HTMLElement>()
    const mergedRef = useMergedRef(rootRef, ref)
    const { kind, job, connection, isCancelling } = state
    const status = labels.status(isCancelling ? 'cancelling' : kind)
    const model = kind === 'running' ? getProgressModel(job) : null
    const step = model ? formatStepLabel(model, labels, locale) : ''
    const isActive = kind === 'running' || kind === 'queued'
    const stalledSince = isActive && isClockKnown(state) ? state.stalledSince : null
    const interruption = getInterruption(state, labels)
    const isNamed = step !== '' || stalledSince !== null || interruption !== null
    // A sentence for screen readers, in one element: between elements, browsers put spaces into a name.
    const getName = (stalledForMs: number | null) =>
      [
        [status, step].filter(Boolean).join(', '),
        stalledForMs !== null && labels.stalledFor(formatDuration(stalledForMs, labels, locale, 1)),
        interruption,
      ]
        .filter(Boolean)
        .join('. ')
    return renderElement(
      'span',
      {
        className: 'rpo-badge rpo-status-badge',
        'data-kind': kind,
        'data-connection': connection,
        'data-stalled': stalledSince !== null || undefined,
        dir: labels.direction,
      },
      { ...props, ref: mergedRef },
      state,
      stalledSince === null
        ? renderStatusIcon(kind, isLive(state), turnRef)
        : renderIcon('rpo-status-icon rpo-stalled', WARNING_PATH, 8),
      <span aria-hidden={isNamed || undefined}>{status}</span>,
      model && step && (
        <span aria-hidden="true">
          {model.step !== null && model.totalSteps !== null
            ? labels.stepOfShort(formatCount(model.step, locale), formatCount(model.totalSteps, locale))
            : step}
        </span>
      ),
      isNamed &&
        (stalledSince === null ? (
          <span className="rpo-hidden">{getName(null)}</span>
        ) : (
          <span
            key="stalled"
            className="rpo-hidden"
            ref={tickRef((nowMs) => getName(getKnownTime(state, nowMs) - stalledSince))}
          />
        )),
    )
  },
)

/** Why an active job may not be up to date. */
function getInterruption(
  { kind, connection, error }: OptimizationJobState,
  labels: CardLabels,
): string | null {
  if (kind === 'error' || connection === 'live') return null
  if (connection === 'retrying') return error && labels.error(getErrorKey(error))
  return labels[connection]
}
