'use client'

import { forwardRef } from 'react'
import { getErrorKey } from '../../labels/getErrorKey.js'
import type { CardAndListLabels } from '../../labels/JobLabels.js'
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
      // The cause comes first.
      error.serviceMessage && (
        <div>
          <bdi>{nameFields(error.serviceMessage, labels)}</bdi>
        </div>
      ),
      <div>{isUncertain ? `${reason} ${labels.mayHaveStarted}` : `${labels.startFailed} ${reason}`}</div>,
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
