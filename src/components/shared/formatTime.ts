import type { CardLabels } from '../../labels/CardLabels.js'
import { formatAgo, formatDate } from '../../labels/format.js'
import { getAge } from './getAge.js'

/** `3m ago`, or the date and time where the age is unknown or too high to be of use. */
export function formatTime(dateTime: string, nowMs: number, labels: CardLabels, locale: string): string {
  const ageMs = getAge(dateTime, nowMs)
  return ageMs === null ? formatDate(dateTime, locale) : formatAgo(ageMs, labels, locale)
}
