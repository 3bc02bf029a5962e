'use client'

import type { ComponentPropsWithoutRef } from 'react'
import { getErrorKey } from '../../labels/getErrorKey.js'
import { CollapsibleText } from './CollapsibleText.js'
import { createPart } from './createPart.js'

/** Why the job failed, or why it can't be fetched and what to do. */
export const JobStatusError = createPart<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(
  'Error',
  ({ state, labels }, props) => {
    const isRequestError = state.kind === 'error'
    const message = (isRequestError ? state.error.serviceMessage : state.job?.errorMessage)?.trim()
    const sentence = isRequestError
      ? labels.error(getErrorKey(state.error))
      : state.kind === 'failed' && !message && labels.failedWithoutReason
    if (!sentence && !message) return null
    return (
      <div {...props}>
        {sentence && <div>{sentence}</div>}
        {message && (
          <div className="rpo-message">
            <CollapsibleText text={message} className="rpo-text" labels={labels}>
              {message}
            </CollapsibleText>
          </div>
        )}
      </div>
    )
  },
)
