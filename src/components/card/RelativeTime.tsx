'use client'

import { formatAgo, formatFullDate } from '../../labels/format.js'
import type { CardLabels } from '../../labels/JobLabels.js'
import { TickingText } from '../shared/TickingText.js'
import { useHydrated } from '../shared/useHydrated.js'

interface RelativeTimeProps {
  /** UTC, ISO 8601. */
  dateTime: string
  labels: CardLabels
  locale: string | undefined
  /** Formats the relative time. */
  format: (ago: string) => string
}

/** A relative time that ticks; the full date appears on hover and on focus. */
export function RelativeTime({ dateTime, labels, locale, format }: RelativeTimeProps) {
  const fullDate = useHydrated() ? formatFullDate(dateTime, locale) : undefined
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboard users reveal the full date by focus
    <time className="rpo-time" dateTime={dateTime} title={fullDate} tabIndex={0}>
      <TickingText
        initial={`${dateTime.slice(0, 16).replace('T', ' ')} UTC`}
        text={(nowMs) => format(formatAgo(nowMs - Date.parse(dateTime), labels, locale))}
      />
    </time>
  )
}
