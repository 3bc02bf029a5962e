'use client'

import type { ComponentPropsWithoutRef } from 'react'
import { formatAgo, formatDuration } from '../../labels/format.js'
import { problemWord } from '../../labels/getErrorKey.js'
import { RefetchButton } from '../shared/RefetchButton.js'
import { TickingText } from '../shared/TickingText.js'
import { createPart } from './createPart.js'

/**
 * Says so where the job cannot be watched just now: why, when it was last seen, and when the next check is. Nothing while
 * all is well.
 */
export const JobStatusConnection = createPart<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(
  'Connection',
  ({ state, labels, locale }, props) => {
    const { connection, error } = state
    if (connection === 'live') return null
    const isRetrying = connection === 'retrying'

    /** `Checked 12s ago · Trying again in 3s`. */
    const checkTimes = (nowMs: number) => {
      const { lastCheckedAt, nextCheckAt } = state
      const parts: string[] = []
      if (lastCheckedAt !== null) {
        parts.push(labels.checkedAgo(formatAgo(nowMs - lastCheckedAt, labels, locale)))
      }
      if (isRetrying && nextCheckAt !== null) {
        // Rounded up: a countdown ends with its last second.
        const leftMs = Math.ceil((nextCheckAt - nowMs) / 1000) * 1000
        parts.push(leftMs > 0 ? labels.nextCheckIn(formatDuration(leftMs, locale)) : labels.checking)
      }
      return parts.join(' · ')
    }
    return (
      <div {...props}>
        <div className="rpo-connection-text">
          <div>{isRetrying ? error && labels.problem(problemWord(error)) : labels[connection]}</div>
          <div>
            <TickingText text={checkTimes} />
          </div>
        </div>
        {isRetrying && (
          <RefetchButton className="rpo-text-button" refetch={state.refetch} labels={labels}>
            {labels.tryNow}
          </RefetchButton>
        )}
      </div>
    )
  },
)
