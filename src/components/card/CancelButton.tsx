'use client'

import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { OptimizationJob } from '../../core/job.js'
import type { OptimizationError } from '../../core/OptimizationError.js'
import { getErrorKey } from '../../labels/getErrorKey.js'
import { Confirmation } from '../shared/Confirmation.js'
import { renderServiceMessage } from '../shared/renderServiceMessage.js'
import { useFocusHandover } from '../shared/useFocusHandover.js'
import { type JobStatusContextValue, nameControl } from './JobStatusContext.js'

interface CancelButtonProps {
  /** An active job. */
  job: OptimizationJob
  card: JobStatusContextValue
  onCancel: (job: OptimizationJob) => unknown
}

export function CancelButton({ job, card, onCancel }: CancelButtonProps) {
  const { labels } = card
  const [step, setStep] = useState<'idle' | 'confirming' | 'pending'>('idle')
  const [cancelError, setCancelError] = useState<{ reason: unknown } | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const isCancelling = step === 'pending' || job.isCancelling
  const isConfirming = step === 'confirming' && !isCancelling
  const questionId = useId()
  const reason = isOptimizationError(cancelError?.reason) ? cancelError.reason : null

  useFocusHandover(button)

  // The confirmation unmounts: return the focus to its trigger.
  const close = (next: 'idle' | 'pending') => {
    setStep(next)
    button.current?.focus()
  }
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isConfirming) return
    // Not also the dialog that the card is in.
    event.preventDefault()
    close('idle')
  }
  const cancel = async () => {
    close('pending')
    setCancelError(null)
    try {
      await onCancel(job)
    } catch (reason) {
      setCancelError({ reason })
    }
    setStep('idle')
  }
  return (
    <>
      <button
        {...nameControl(card, 'cancel')}
        ref={button}
        type="button"
        className="rpo-button"
        onKeyDown={closeOnEscape}
        aria-expanded={isCancelling ? undefined : isConfirming}
        aria-disabled={isCancelling}
        onClick={() => {
          if (isCancelling) return
          setCancelError(null)
          setStep(isConfirming ? 'idle' : 'confirming')
        }}
      >
        {isCancelling ? labels.cancelling : labels.cancel}
      </button>
      {isConfirming && (
        <Confirmation onKeyDown={closeOnEscape}>
          <div id={questionId}>{labels.cancelConfirmTitle}</div>
          <button
            {...nameControl(card, 'confirm')}
            // Not the name of the group, so that the question is read once.
            aria-describedby={questionId}
            type="button"
            className="rpo-button"
            data-danger
            onClick={cancel}
          >
            {labels.cancelConfirm}
          </button>
          <button
            {...nameControl(card, 'dismiss')}
            type="button"
            className="rpo-button"
            onClick={() => close('idle')}
          >
            {labels.cancelDismiss}
          </button>
        </Confirmation>
      )}
      {cancelError && (
        <div className="rpo-confirm" role="alert" data-danger>
          <span>
            {reason ? `${labels.cancelFailed} ${labels.error(getErrorKey(reason))}` : labels.cancelFailed}
          </span>
          {renderServiceMessage(reason)}
        </div>
      )}
    </>
  )
}

/** By name: importing the class would add it to every bundle with a card. */
function isOptimizationError(reason: unknown): reason is OptimizationError {
  return reason instanceof Error && reason.name === 'OptimizationError'
}
