'use client'

import { useJobStatus } from './JobStatusRoot.js'
import { RefetchButton } from './RefetchButton.js'

/** Why the job failed, or why it cannot be shown and what to do. */
export function JobStatusError() {
  const { state, labels } = useJobStatus('Error')
  if (state.kind === 'unavailable') {
    const { serviceMessage } = state.error
    return (
      <div className="rpo-problem">
        <p>{labels.problem(state.error)}</p>
        {serviceMessage && <p className="rpo-message">{serviceMessage}</p>}
        <RefetchButton>{labels.tryAgain}</RefetchButton>
      </div>
    )
  }
  const message = state.job?.errorMessage?.trim()
  if (!message && state.kind !== 'failed') return null
  return <p className="rpo-message">{message || labels.failedWithoutReason}</p>
}
