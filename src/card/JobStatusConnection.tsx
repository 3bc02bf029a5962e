'use client'

import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { formatAgo, formatDuration } from '../labels/format.js'
import { problemWord } from '../labels/problemWord.js'
import { useJobStatus, usePart } from './JobStatusRoot.js'
import { RefetchButton } from './RefetchButton.js'
import { TickingText } from './TickingText.js'

/**
 * Says so where the job cannot be watched just now: why, when it was last seen, and when the next check is. Nothing while
 * all is well.
 */
export const JobStatusConnection = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(
  function JobStatusConnection(props, ref) {
    const { state, labels, partProps } = usePart('Connection', 'rpo-connection', props)
    const { connection, error } = state
    if (connection === 'live') return null
    return (
      <div {...partProps} ref={ref}>
        <div className="rpo-connection-text">
          <div>
            {connection === 'offline' && labels.offline}
            {connection === 'paused' && labels.paused}
            {connection === 'retrying' && error && labels.problem(problemWord(error))}
          </div>
          <CheckTimes />
        </div>
        {connection === 'retrying' && (
          <RefetchButton className="rpo-text-button">{labels.tryNow}</RefetchButton>
        )}
      </div>
    )
  },
)

/** `Checked 12s ago · Trying again in 3s`. */
function CheckTimes() {
  const { state, labels, locale } = useJobStatus('Connection')
  const text = (nowMs: number) => {
    const { lastCheckedAt, nextCheckAt, connection } = state
    const parts: string[] = []
    if (lastCheckedAt !== null) {
      parts.push(labels.checkedAgo(formatAgo(nowMs - lastCheckedAt, labels, locale)))
    }
    if (connection === 'retrying' && nextCheckAt !== null) {
      // Rounded up: a countdown ends with its last second.
      const leftMs = Math.ceil((nextCheckAt - nowMs) / 1000) * 1000
      parts.push(leftMs > 0 ? labels.nextCheckIn(formatDuration(leftMs, locale)) : labels.checking)
    }
    return parts.join(' · ')
  }
  return (
    <div className="rpo-check-times">
      <TickingText text={text} />
    </div>
  )
}
