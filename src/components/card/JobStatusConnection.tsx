'use client'

import type { ComponentPropsWithoutRef } from 'react'
import { formatAgo, formatDuration } from '../../labels/format.js'
import { getErrorKey } from '../../labels/getErrorKey.js'
import { RefetchButton } from '../shared/RefetchButton.js'
import { TickingText } from '../shared/TickingText.js'
import { createPart } from './createPart.js'

/** Renders while updates are interrupted: why, when the job was last updated, and when the next retry is. */
export const JobStatusConnection = createPart<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(
  'Connection',
  ({ state, labels, locale }, props) => {
    const { connection, error } = state
    if (connection === 'live') return null
    const isRetrying = connection === 'retrying'

    /** `Last updated 12s ago · Retrying in 3s`. */
    const formatPollTimes = (nowMs: number) => {
      const { lastUpdatedAt, nextPollAt } = state
      const parts: string[] = []
      if (lastUpdatedAt !== null) {
        parts.push(labels.updatedAgo(formatAgo(nowMs - lastUpdatedAt, labels, locale)))
      }
      if (isRetrying && nextPollAt !== null) {
        // Rounded up, as countdowns are.
        const remainingMs = Math.ceil((nextPollAt - nowMs) / 1000) * 1000
        parts.push(remainingMs > 0 ? labels.retryingIn(formatDuration(remainingMs, locale)) : labels.retrying)
      }
      return parts.join(' · ')
    }
    return (
      <div {...props}>
        <div className="rpo-connection-text">
          <div>{isRetrying ? error && labels.error(getErrorKey(error)) : labels[connection]}</div>
          <div>
            <TickingText text={formatPollTimes} />
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
