'use client'

import { forwardRef } from 'react'
import { renderElement } from '../shared/renderElement.js'
import { type StartJobFormPartProps, useStartJobFormContext } from './StartJobFormContext.js'

/** The submit button. Sets `data-pending` while the request is in flight. */
export const StartJobFormSubmit = /* @__PURE__ */ forwardRef<
  HTMLButtonElement,
  StartJobFormPartProps<'button'>
>(function StartJobFormSubmit(props, ref) {
  const { state, labels } = useStartJobFormContext('Submit')
  const { isPending } = state
  return renderElement(
    'button',
    {
      type: 'submit',
      className: 'rpo-button',
      'data-primary': true,
      'data-pending': isPending || undefined,
      // Not `disabled`, which would lose the focus.
      'aria-disabled': isPending,
    },
    { ...props, ref },
    state,
    isPending ? labels.starting : labels.startJob,
  )
})
