'use client'

import { useNow } from './useNow.js'

interface JobTimeProps {
  /** The moment that the text is about: UTC, ISO 8601. */
  dateTime: string
  locale: string | undefined
  /** The text at a time, in milliseconds since the epoch. */
  children: (nowMs: number) => string
}

/** A moment, told from now on: the only part of the card that renders as time goes by. */
export function JobTime({ dateTime, locale, children }: JobTimeProps) {
  const nowMs = useNow()
  if (nowMs === null)
    return <time dateTime={dateTime}>{`${dateTime.slice(0, 16).replace('T', ' ')} UTC`}</time>
  const fullDate = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' })
  return (
    <time dateTime={dateTime} title={fullDate.format(new Date(dateTime))}>
      {children(nowMs)}
    </time>
  )
}
