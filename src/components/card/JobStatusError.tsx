'use client'

import type { RefAttributes } from 'react'
import { getErrorKey } from '../../labels/getErrorKey.js'
import { CollapsibleText } from './CollapsibleText.js'
import { createPart } from './createPart.js'
import { type JobStatusContextValue, type JobStatusPartProps, renderPart } from './JobStatusContext.js'

type Props = JobStatusPartProps<'div'>

export function renderError(card: JobStatusContextValue, props: Props & RefAttributes<HTMLDivElement>) {
  const { state, labels } = card
  const isRequestError = state.kind === 'error'
  const message = (isRequestError ? state.error.serviceMessage : state.job?.errorMessage)?.trim()
  const sentence = isRequestError
    ? labels.error(getErrorKey(state.error))
    : state.kind === 'failed' && !message && labels.failedWithoutReason
  if (!sentence && !message) return null
  return renderPart(
    'div',
    'rpo-error',
    card,
    props,
    null,
    sentence && <div>{sentence}</div>,
    message && (
      <div className="rpo-message">
        <CollapsibleText text={message} className="rpo-text" card={card}>
          {message}
        </CollapsibleText>
      </div>
    ),
  )
}

/**
 * Why the job failed, or why it can't be fetched and what to do. Sets `data-kind` and `data-connection`, and
 * `data-collapsed` on a long message.
 */
export const JobStatusError = /* @__PURE__ */ createPart<HTMLDivElement, Props>('Error', renderError)
