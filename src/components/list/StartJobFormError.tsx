'use client'

import { forwardRef } from 'react'
import { isCertainError } from '../../core/OptimizationError.js'
import { getErrorKey } from '../../labels/getErrorKey.js'
import type { CardAndListLabels } from '../../labels/JobLabels.js'
import { renderElement } from '../shared/renderElement.js'
import { renderServiceMessage } from '../shared/renderServiceMessage.js'
import { type StartJobFormPartProps, useStartJobFormContext } from './StartJobFormContext.js'

/** Why the job was not started, or that it may have started. An alert. */
export const StartJobFormError = /* @__PURE__ */ forwardRef<HTMLDivElement, StartJobFormPartProps<'div'>>(
  function StartJobFormError(props, ref) {
    const { state, labels } = useStartJobFormContext('Error')
    const { error } = state
    if (!error) return null
    const key = getErrorKey(error)
    const reason = labels.projectError(key)
    return renderElement(
      'div',
      { className: 'rpo-field-error', role: 'alert' },
      { ...props, ref },
      state,
      // The cause comes first.
      renderServiceMessage({
        serviceMessage: error.serviceMessage && nameFields(error.serviceMessage, labels),
      }),
      <div>
        {isCertainError(error) ? `${labels.startFailed} ${reason}` : `${reason} ${labels.mayHaveStarted}`}
      </div>,
    )
  },
)

/** The message of the service, with the labels of the fields instead of their names in its API. */
function nameFields(message: string, labels: CardAndListLabels): string {
  return message
    .replace(/\bprompt_template_version_id\b/g, () => labels.promptVersionId)
    .replace(/\bdataset_id\b/g, () => labels.datasetId)
    .replace(/\buser_instructions\b/g, () => labels.instructions)
}
