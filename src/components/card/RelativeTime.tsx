'use client'

import { formatFullDate } from '../../labels/format.js'
import { formatTime } from '../shared/formatTime.js'
import { TickingText } from '../shared/TickingText.js'
import { useHydrated } from '../shared/useHydrated.js'
import type { JobStatusContextValue } from './JobStatusContext.js'

interface TimeProps {
  /** UTC, ISO 8601. */
  dateTime: string
  card: JobStatusContextValue
}

interface RelativeTimeProps extends TimeProps {
  /** Formats the relative time, or the date. */
  format: (ago: string) => string
}

/** A relative time that ticks. The full date appears on hover; it is also in `JobStatus.Times`. */
export function RelativeTime({ dateTime, card: { labels, locale, root }, format }: RelativeTimeProps) {
  return (
    <time className="rpo-time" dateTime={dateTime} title={useFullDate(dateTime, locale)}>
      <TickingText
        root={root}
        initial={formatUtc(dateTime)}
        text={(nowMs) => format(formatTime(dateTime, nowMs, labels, locale))}
      />
    </time>
  )
}

/** A date and time in full. */
export function FullTime({ dateTime, card: { locale } }: TimeProps) {
  return <time dateTime={dateTime}>{useFullDate(dateTime, locale) ?? formatUtc(dateTime)}</time>
}

/** Undefined until hydrated, since the server does not know the browser's time zone. */
function useFullDate(dateTime: string, locale: string | undefined): string | undefined {
  return useHydrated() ? formatFullDate(dateTime, locale) : undefined
}

/** `2026-01-15 09:30 UTC`: the same on the server and in the browser. */
function formatUtc(dateTime: string): string {
  return `${dateTime.slice(0, 16).replace('T', ' ')} UTC`
}
