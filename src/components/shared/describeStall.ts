import { readClock } from '../../core/deviceClock.js'
import type { CardLabels } from '../../labels/CardLabels.js'
import { formatDuration } from '../../labels/format.js'

/** The event of a job that has stalled, and its message. */
export function describeStall(
  stalledSince: number,
  title: string,
  labels: CardLabels,
  locale: string,
): [event: string, message: string] {
  const duration = formatDuration(readClock() - stalledSince, labels, locale, 1)
  return [`stalled ${stalledSince}`, labels.announceStatus(title, labels.stalledFor(duration))]
}
