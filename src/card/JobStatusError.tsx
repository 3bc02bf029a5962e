'use client'

import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { problemWord } from '../labels/problemWord.js'
import { FoldedText } from './FoldedText.js'
import { usePart } from './JobStatusRoot.js'

/** Why the job failed, or why it cannot be shown and what to do. */
export const JobStatusError = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(
  function JobStatusError(props, ref) {
    const { state, labels, partProps } = usePart('Error', 'rpo-error', props)
    const isUnavailable = state.kind === 'unavailable'
    const sentence = isUnavailable
      ? labels.problem(problemWord(state.error))
      : state.kind === 'failed' && !state.job.errorMessage?.trim()
        ? labels.failedWithoutReason
        : null
    const message = (isUnavailable ? state.error.serviceMessage : state.job?.errorMessage)?.trim()
    if (!sentence && !message) return null
    return (
      <div {...partProps} ref={ref}>
        {sentence && <div className="rpo-sentence">{sentence}</div>}
        {message && (
          <div className="rpo-message">
            <FoldedText text={message} className="rpo-message-text">
              {message}
            </FoldedText>
          </div>
        )}
      </div>
    )
  },
)
