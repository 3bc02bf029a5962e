'use client'

import type { RefAttributes } from 'react'
import { formatAgo, formatDuration } from '../../labels/format.js'
import { getErrorKey } from '../../labels/getErrorKey.js'
import { RefetchButton } from '../shared/RefetchButton.js'
import { renderServiceMessage } from '../shared/renderServiceMessage.js'
import { createPart } from './createPart.js'
import {
  type JobStatusContextValue,
  type JobStatusPartProps,
  nameControl,
  renderPart,
} from './JobStatusContext.js'

type Props = JobStatusPartProps<'div'>

export function renderConnection(card: JobStatusContextValue, props: Props & RefAttributes<HTMLDivElement>) {
  const { state, labels, tickRef } = card
  const { kind, connection, error, isFetching } = state
  if (connection === 'live') return null
  const isRetrying = connection === 'retrying'
  // After a non-retryable error, nothing resumes unless the user has retried.
  const notice = kind === 'error' && !isFetching ? 'offlineRetry' : connection
  return renderPart(
    'div',
    'rpo-connection',
    card,
    props,
    null,
    <div>
      <div>{isRetrying && error ? labels.error(getErrorKey(error)) : labels[notice]}</div>
      {isRetrying && renderServiceMessage(error)}
      <div ref={tickRef((nowMs) => formatPollTimes(card, nowMs))} />
    </div>,
    isRetrying && (
      <RefetchButton
        {...nameControl(card, 'retry')}
        className="rpo-text-button"
        refetch={state.refetch}
        labels={labels}
      >
        {labels.retryNow}
      </RefetchButton>
    ),
  )
}

/** `Last updated 12s ago · Retrying in 3s`. */
function formatPollTimes({ state, labels, locale }: JobStatusContextValue, nowMs: number): string {
  const { connection, lastUpdatedAt, nextPollAt } = state
  const parts: string[] = []
  if (lastUpdatedAt !== null) {
    parts.push(labels.updatedAgo(formatAgo(nowMs - lastUpdatedAt, labels, locale)))
  }
  if (connection === 'retrying' && nextPollAt !== null) {
    // Rounded up, as countdowns are.
    const remainingMs = Math.ceil((nextPollAt - nowMs) / 1000) * 1000
    parts.push(
      remainingMs > 0 ? labels.retryingIn(formatDuration(remainingMs, labels, locale)) : labels.retrying,
    )
  }
  return parts.join(' · ')
}

/**
 * Rendered while updates are interrupted: why, when the job was last updated, and when the next retry is. Sets `data-kind`
 * and `data-connection`.
 */
export const JobStatusConnection = /* @__PURE__ */ createPart<HTMLDivElement, Props>(
  'Connection',
  renderConnection,
)
