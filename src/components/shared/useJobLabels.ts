'use client'

import { useMemo } from 'react'
import { type LocalizationProps, useLabels } from '../../hooks/useLabels.js'
import { enCardAndList } from '../../labels/enCardAndList.js'
import { formatClock, formatCount, formatDate, formatDuration, formatFullDate } from '../../labels/format.js'
import type { CardAndListLabels } from '../../labels/JobLabels.js'
import { formatTime } from './formatTime.js'
import { getAge } from './getAge.js'

/** The labels of cards and lists, and formats in them. */
export interface JobLabelFormats {
  /** The labels of cards, lists and forms; `labels.direction` is `rtl` for languages that are written from right to left. */
  labels: CardAndListLabels
  /** The BCP 47 tag that formats numbers and dates. */
  locale: string
  /** `9m 48s`: a duration in milliseconds, in its two largest units. */
  formatDuration: (durationMs: number) => string
  /** `3:12` or `1:03:12`: a duration in milliseconds, as a clock; `3d 2h` from a day on. */
  formatClock: (durationMs: number) => string
  /**
   * `3m ago`: how long ago an ISO 8601 time was at a time in milliseconds since the epoch. The date and time after 30 days, and where
   * this device's clock is evidently wrong.
   *
   * @throws RangeError if the date and time is invalid
   */
  formatAge: (dateTime: string, nowMs: number) => string
  /**
   * `3:12`: how long ago likewise, as a clock. Empty where `formatAge` gives the date and time.
   *
   * @throws RangeError if the date and time is invalid
   */
  formatElapsed: (dateTime: string, nowMs: number) => string
  /** `1,234`. */
  formatCount: (count: number) => string
  /**
   * `Jan 15, 2026, 9:30 AM`: an ISO 8601 time, in the browser's time zone. In HTML from a server, format it in a `TickingText`: the
   * server's time zone may be another.
   *
   * @throws RangeError if the date and time is invalid
   */
  formatDate: (dateTime: string) => string
  /**
   * `Thursday, January 15, 2026 at 9:30:00 AM UTC`: likewise, in full.
   *
   * @throws RangeError if the date and time is invalid
   */
  formatFullDate: (dateTime: string) => string
}

/**
 * The labels of the provider over the English ones, and their formats, for your own components. The result changes only with them.
 *
 * @example
 * const { labels, formatDuration } = useJobLabels()
 * return <p>{`${labels.status(job.phase)}: ${formatDuration(90_000)}`}</p>
 */
export function useJobLabels(options: LocalizationProps = {}): JobLabelFormats {
  const { labels, locale } = useLabels(options, enCardAndList)
  return useMemo(
    () => ({
      labels,
      locale,
      formatDuration: (durationMs) => formatDuration(durationMs, labels, locale),
      formatClock: (durationMs) => formatClock(durationMs, labels, locale),
      formatAge: (dateTime, nowMs) => formatTime(requireDate(dateTime), nowMs, labels, locale),
      formatElapsed: (dateTime, nowMs) => {
        const ageMs = getAge(requireDate(dateTime), nowMs)
        return ageMs === null ? '' : formatClock(ageMs, labels, locale)
      },
      formatCount: (count) => formatCount(count, locale),
      formatDate: (dateTime) => formatDate(dateTime, locale),
      formatFullDate: (dateTime) => formatFullDate(dateTime, locale),
    }),
    [labels, locale],
  )
}

/** Throws for an invalid date, of which an age is not a number. */
function requireDate(dateTime: string): string {
  return new Date(dateTime).toISOString()
}
