'use client'

import { formatFullDate } from '../../labels/format.js'
import type { HeaderTime } from '../shared/getHeaderTime.js'
import { getKnownTime } from '../shared/getKnownTime.js'
import { useHydrated } from '../shared/useHydrated.js'
import type { JobStatusContextValue } from './JobStatusContext.js'

/** A relative time that ticks. The full date appears on hover; it is also in `JobStatus.Times`. */
export function renderRelativeTime(
  { state, locale, tickRef }: JobStatusContextValue,
  { dateTime, format }: HeaderTime,
) {
  const utc = formatUtc(dateTime)
  return (
    <time
      // Another title is set on another element.
      key={`${dateTime} ${locale}`}
      ref={tickRef((nowMs) => format(getKnownTime(state, nowMs)))}
      className="rpo-time"
      dateTime={dateTime}
      // Formatted on hover, because the first formatter takes longer than rendering a card.
      onMouseEnter={({ currentTarget }) => {
        currentTarget.title = formatFullDate(dateTime, locale)
      }}
    >
      {utc}
    </time>
  )
}

/** A date and time in full, by the browser's time zone, which a server does not know. */
export function FullTime({ dateTime, locale }: { dateTime: string; locale: string }) {
  return (
    <time dateTime={dateTime}>{useHydrated() ? formatFullDate(dateTime, locale) : formatUtc(dateTime)}</time>
  )
}

/** `2026-01-15 09:30 UTC`: the same on the server and in the browser. */
function formatUtc(dateTime: string): string {
  return `${dateTime.slice(0, 16).replace('T', ' ')} UTC`
}
