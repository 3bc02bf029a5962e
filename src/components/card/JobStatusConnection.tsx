'use client'

import type { ComponentPropsWithoutRef } from 'react'
import { formatAgo, formatDuration } from '../../labels/format.js'
import { getErrorKey } from '../../labels/getErrorKey.js'
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
      const { lastUpdatedAt, nextPollAt } = state
      const parts: string[] = []
      if (lastUpdatedAt !== null) {
        parts.push(labels.updatedAgo(formatAgo(nowMs - lastUpdatedAt, labels, locale)))
      }
      if (isRetrying && nextPollAt !== null) {
        // Rounded up: a countdown ends with its last second.
        const leftMs = Math.ceil((nextPollAt - nowMs) / 1000) * 1000
        parts.push(leftMs > 0 ? labels.retryingIn(formatDuration(leftMs, locale)) : labels.retrying)
      }
      return parts.join(' · ')
    }
    return (
      <div {...props}>
        <div className="rpo-connection-text">
          <div>{isRetrying ? error && labels.error(getErrorKey(error)) : labels[connection]}</div>
          <div>
            <TickingText text={checkTimes} />
          </div>
        </div>
        {isRetrying && (
          <RefetchButton className="rpo-text-button" refetch={state.refetch} labels={labels}>
            {labels.retryNow}
          </RefetchButton>
        )}
      </div>
    )
  },
)
