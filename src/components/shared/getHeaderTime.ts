import type { OptimizationJobSummary } from '../../core/job.js'
import { isTerminalPhase } from '../../core/phase.js'
import type { CardLabels } from '../../labels/CardLabels.js'
import { formatClock, formatDuration } from '../../labels/format.js'
import { formatTime } from './formatTime.js'
import { getAge } from './getAge.js'

export interface HeaderTime {
  /** UTC, ISO 8601. */
  dateTime: string
  /** Whether the text names the status too. */
  namesStatus: boolean
  /** The text at a time. */
  format: (nowMs: number) => string
  /** How long the job has been running, or ran; empty where that is unknown. */
  formatDuration: (nowMs: number) => string
}

/**
 * The time below the title of a card or row: when the job was created, how long it has been running since then, or how long
 * it took and when it ended.
 *
 * @param isCurrent whether the job is known to run until now, so that its clock may run on
 */
export function getHeaderTime(
  { phase, createdAt, completedAt }: Pick<OptimizationJobSummary, 'phase' | 'createdAt' | 'completedAt'>,
  isCurrent: boolean,
  labels: CardLabels,
  locale: string,
): HeaderTime {
  const formatAt = (dateTime: string, nowMs: number) => formatTime(dateTime, nowMs, labels, locale)
  // Both are of the service's clock; a negative duration is an error of the service.
  if (completedAt && completedAt >= createdAt && isTerminalPhase(phase)) {
    const duration = formatDuration(Date.parse(completedAt) - Date.parse(createdAt), labels, locale)
    return {
      dateTime: completedAt,
      namesStatus: phase !== 'completed',
      format: (nowMs) => {
        const ago = formatAt(completedAt, nowMs)
        return phase === 'completed'
          ? labels.completedAfter(duration, ago)
          : labels.endedAfter(labels.status(phase), duration, ago)
      },
      formatDuration: () => duration,
    }
  }
  const formatClockAt = (nowMs: number) => {
    const ageMs = phase === 'running' && isCurrent ? getAge(createdAt, nowMs) : null
    return ageMs === null ? '' : formatClock(ageMs, labels, locale)
  }
  return {
    dateTime: createdAt,
    namesStatus: phase === 'running' && isCurrent,
    format: (nowMs) => {
      const clock = formatClockAt(nowMs)
      if (clock) return labels.runningFor(clock)
      const ago = formatAt(createdAt, nowMs)
      if (phase === 'queued') return labels.createdAgo(ago)
      const started = labels.startedAgo(ago)
      return phase === 'running' && isCurrent ? `${labels.status(phase)} · ${started}` : started
    },
    formatDuration: formatClockAt,
  }
}
