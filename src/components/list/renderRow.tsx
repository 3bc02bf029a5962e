import { isKnownStatus, isTerminalPhase } from '../../core/phase.js'
import type { OptimizationJobState } from '../../hooks/deriveJobState.js'
import { formatDuration } from '../../labels/format.js'
import { formatTime } from '../shared/formatTime.js'
import { getHeaderTime } from '../shared/getHeaderTime.js'
import { getKnownTime, isClockKnown, isLive } from '../shared/getKnownTime.js'
import { formatStepLabel, getProgressModel } from '../shared/getProgressModel.js'
import { renderIcon, renderStatusIcon, WARNING_PATH } from '../shared/renderIcon.js'
import { renderSegments } from '../shared/renderSegments.js'
import type { RowContextValue } from './JobListContext.js'

/**
 * The content of a row's trigger: two lines, or columns where the list is wide. What only the columns show repeats the
 * sentence of the second line, which screen readers get.
 *
 * @param live the polled state of an active job
 */
export function renderRow(row: RowContextValue, live: OptimizationJobState | null) {
  const { title, labels, locale, tickRef, turnRef } = row
  const { job } = row.state
  // While the row is off screen, its job is not polled, and the list is the latest source.
  const polled = live && live.connection !== 'paused' ? live : null
  const time = getHeaderTime(job, !polled || isClockKnown(polled), labels, locale)
  const getTime = (nowMs: number) => (polled ? getKnownTime(polled, nowMs) : nowMs)
  // An expanded row's card shows the rest.
  const collapsed = row.state.isExpanded || isTerminalPhase(job.phase) ? null : live
  const model = collapsed?.job?.progress && getProgressModel(collapsed.job)
  const stalledSince = (collapsed && isClockKnown(collapsed) && collapsed.stalledSince) || null
  return (
    <>
      {renderStatusIcon(job.phase, !polled || isLive(polled), turnRef)}
      <span className="rpo-row-title">{title}</span>
      <span className="rpo-badge" aria-hidden={(time.namesStatus && !job.isCancelling) || undefined}>
        {labels.status(job.isCancelling ? 'cancelling' : job.phase)}
      </span>
      <span className="rpo-subtitle">
        <span className="rpo-row-time" ref={tickRef((nowMs) => time.format(getTime(nowMs)))} />
        {!isKnownStatus(job.status) && (
          <span>
            <bdi>{job.status}</bdi>
          </span>
        )}
        {model && (
          <span>
            <bdi>{[formatStepLabel(model, labels, locale), model.stepName].filter(Boolean).join(': ')}</bdi>
          </span>
        )}
        {stalledSince !== null && (
          <span>
            <span className="rpo-stalled">
              {renderIcon('rpo-icon', WARNING_PATH)}
              <span
                ref={tickRef((nowMs) =>
                  labels.stalledFor(formatDuration(getTime(nowMs) - stalledSince, labels, locale, 1)),
                )}
              />
            </span>
          </span>
        )}
      </span>
      {model && (
        <span className="rpo-bar" aria-hidden="true">
          {renderSegments(model)}
        </span>
      )}
      <span
        className="rpo-row-column rpo-row-duration"
        aria-hidden="true"
        ref={tickRef((nowMs) => time.formatDuration(getTime(nowMs)))}
      />
      <span
        className="rpo-row-column rpo-row-age"
        aria-hidden="true"
        ref={tickRef((nowMs) => formatTime(time.dateTime, nowMs, labels, locale))}
      />
      <span className="rpo-chevron" />
    </>
  )
}
