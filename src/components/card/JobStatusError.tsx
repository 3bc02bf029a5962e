'use client'

import type { ComponentPropsWithoutRef } from 'react'
import { problemWord } from '../../labels/getErrorKey.js'
import { FoldedText } from './CollapsibleText.js'
import { createPart } from './createPart.js'

/** Why the job failed, or why it cannot be shown and what to do. */
export const JobStatusError = createPart<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(
  'Error',
  ({ state, labels }, props) => {
    const isUnavailable = state.kind === 'unavailable'
    const message = (isUnavailable ? state.error.serviceMessage : state.job?.errorMessage)?.trim()
    const sentence = isUnavailable
      ? labels.problem(problemWord(state.error))
      : state.kind === 'failed' && !message && labels.failedWithoutReason
    if (!sentence && !message) return null
    return (
      <div {...props}>
        {sentence && <div>{sentence}</div>}
        {message && (
          <div className="rpo-message">
            <FoldedText text={message} className="rpo-message-text" labels={labels}>
              {message}
            </FoldedText>
          </div>
        )}
      </div>
    )
  },
)
