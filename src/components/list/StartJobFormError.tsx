'use client'

import { forwardRef } from 'react'
import { getErrorKey } from '../../labels/getErrorKey.js'
import { renderElement } from '../shared/renderElement.js'
import { type StartJobFormPartProps, useStartJobFormContext } from './StartJobFormContext.js'

/** Why the job was not started, or that it may have started. An alert. */
export const StartJobFormError = /* @__PURE__ */ forwardRef<HTMLDivElement, StartJobFormPartProps<'div'>>(
  function StartJobFormError(props, ref) {
    const { state, labels } = useStartJobFormContext('Error')
    const { error } = state
    if (!error) return null
    const key = getErrorKey(error)
    // Without a readable response, the job may have started.
    const isUncertain =
      key === 'unexpected' || (error.isRetryable && error.status !== 429 && error.kind !== 'token')
    const reason = labels.projectError(key)
    return renderElement(
      'div',
      { className: 'rpo-field-error', role: 'alert' },
      { ...props, ref },
      state,
      // The space is outside of the element whose direction is isolated.
      <span>{isUncertain ? `${reason} ${labels.mayHaveStarted} ` : `${labels.startFailed} ${reason} `}</span>,
      error.serviceMessage && <bdi className="rpo-note">{error.serviceMessage}</bdi>,
    )
  },
)
