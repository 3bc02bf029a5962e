'use client'

import { formatAgo, formatFullDate } from '../../labels/format.js'
import type { CardLabels } from '../../labels/JobLabels.js'
import { TickingText } from '../shared/TickingText.js'
import { useHydrated } from '../shared/useHydrated.js'

interface RelativeTimeProps {
  /** The moment that the text is about: UTC, ISO 8601. */
  dateTime: string
  labels: CardLabels
  locale: string | undefined
  /** The text, given how long ago the moment is in words. */
  tell: (ago: string) => string
}

/** A moment, told from now on; its full date shows on hover and on focus. */
export function RelativeTime({ dateTime, labels, locale, tell }: RelativeTimeProps) {
  const fullDate = useHydrated() ? formatFullDate(dateTime, locale) : undefined
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboard users get at the full date by focusing it
    <time className="rpo-time" dateTime={dateTime} title={fullDate} tabIndex={0}>
      <TickingText
        initial={`${dateTime.slice(0, 16).replace('T', ' ')} UTC`}
        text={(nowMs) => tell(formatAgo(nowMs - Date.parse(dateTime), labels, locale))}
      />
    </time>
  )
}
