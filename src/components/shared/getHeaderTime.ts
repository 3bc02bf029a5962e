import type { OptimizationJobSummary } from '../../core/job.js'
import { isTerminalPhase } from '../../core/phase.js'
import { formatDuration } from '../../labels/format.js'
import type { CardLabels } from '../../labels/JobLabels.js'

interface HeaderTime {
  /** UTC, ISO 8601. */
  dateTime: string
  /** Formats the relative time, or the date. */
  format: (ago: string) => string
}

/** The time below the title of a card or row: when the job was created, or how long it took and when it ended. */
export function getHeaderTime(
  { phase, createdAt, completedAt }: Pick<OptimizationJobSummary, 'phase' | 'createdAt' | 'completedAt'>,
  labels: CardLabels,
  locale: string | undefined,
): HeaderTime {
  // Both are of the service's clock; a negative duration is an error of the service.
  if (!completedAt || completedAt < createdAt || !isTerminalPhase(phase)) {
    return { dateTime: createdAt, format: phase === 'queued' ? labels.queuedAgo : labels.startedAgo }
  }
  const duration = formatDuration(Date.parse(completedAt) - Date.parse(createdAt), labels, locale)
  const format = (ago: string) =>
    phase === 'completed'
      ? labels.completedAfter(duration, ago)
      : labels.endedAfter(labels.status(phase), duration, ago)
  return { dateTime: completedAt, format }
}
