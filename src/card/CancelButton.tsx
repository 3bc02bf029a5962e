'use client'

import { useId, useRef, useState } from 'react'
import { problemWord } from '../labels/problemWord.js'
import type { OptimizationJob } from '../service/job.js'
import { OptimizationError } from '../service/OptimizationError.js'
import { useJobStatus } from './JobStatusRoot.js'
import { statusWord } from './statusWord.js'

interface CancelButtonProps {
  job: OptimizationJob
  onCancel: (job: OptimizationJob) => unknown
}

/** Asks before it cancels, and says so while the service does. */
export function CancelButton({ job, onCancel }: CancelButtonProps) {
  const { state, labels } = useJobStatus('Actions')
  const [step, setStep] = useState<'calm' | 'asking' | 'cancelling'>('calm')
  const [failure, setFailure] = useState<{ reason: unknown } | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const questionId = useId()
  const isCancelling = step === 'cancelling' || statusWord(state) === 'cancelling'

  // The button that was pressed goes away: the focus returns to the one that opened it.
  const close = (next: 'calm' | 'cancelling') => {
    setStep(next)
    button.current?.focus()
  }
  const cancel = async () => {
    close('cancelling')
    setFailure(null)
    try {
      await onCancel(job)
    } catch (reason) {
      setFailure({ reason })
    }
    setStep('calm')
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className="rpo-button"
        aria-expanded={isCancelling ? undefined : step === 'asking'}
        aria-disabled={isCancelling}
        onClick={() => {
          if (!isCancelling) setStep(step === 'asking' ? 'calm' : 'asking')
        }}
      >
        {isCancelling ? labels.cancelling : labels.cancel}
      </button>
      {step === 'asking' && !isCancelling && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
        <div className="rpo-question" role="group" aria-labelledby={questionId}>
          <div id={questionId}>{labels.cancelQuestion}</div>
          <button type="button" className="rpo-button" data-danger onClick={cancel}>
            {labels.cancelConfirm}
          </button>
          <button type="button" className="rpo-button" onClick={() => close('calm')}>
            {labels.cancelKeep}
          </button>
        </div>
      )}
      {failure && (
        <div className="rpo-question" role="alert">
          {labels.cancelFailed}{' '}
          {failure.reason instanceof OptimizationError && (
            <>
              {labels.problem(problemWord(failure.reason))}
              {failure.reason.serviceMessage && <bdi> {failure.reason.serviceMessage}</bdi>}
            </>
          )}
        </div>
      )}
    </>
  )
}
