'use client'

import { useRef, useState } from 'react'
import type { OptimizationJob } from '../../core/job.js'
import type { OptimizationError } from '../../core/OptimizationError.js'
import { getErrorKey } from '../../labels/getErrorKey.js'
import type { CardLabels } from '../../labels/JobLabels.js'
import { getStatusKey } from '../shared/getStatusKey.js'
import { useIsomorphicLayoutEffect } from '../shared/useIsomorphicLayoutEffect.js'

interface CancelButtonProps {
  /** A job that is active. */
  job: OptimizationJob
  labels: CardLabels
  onCancel: (job: OptimizationJob) => unknown
}

/** Asks before it cancels, and says so while the service does. */
export function CancelButton({ job, labels, onCancel }: CancelButtonProps) {
  const [step, setStep] = useState<'calm' | 'asking' | 'cancelling'>('calm')
  const [failure, setFailure] = useState<{ reason: unknown } | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const isCancelling = step === 'cancelling' || getStatusKey({ kind: job.phase, job }) === 'cancelling'
  const isAsking = step === 'asking' && !isCancelling

  // When the job ends, the button goes away, and the focus would be lost with it.
  useIsomorphicLayoutEffect(() => {
    const { current: element } = button
    return () => {
      const card = element?.closest<HTMLElement>('.rpo-card')
      if (!card || !element?.parentElement?.contains(document.activeElement)) return
      card.tabIndex = -1
      card.focus({ preventScroll: true })
    }
  }, [])

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
        aria-expanded={isCancelling ? undefined : isAsking}
        aria-disabled={isCancelling}
        onClick={() => {
          if (isCancelling) return
          setFailure(null)
          setStep(isAsking ? 'calm' : 'asking')
        }}
      >
        {isCancelling ? labels.cancelling : labels.cancel}
      </button>
      {isAsking && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
        <div
          className="rpo-confirm"
          role="group"
          aria-label={labels.cancelConfirmTitle}
          onKeyDown={({ key }) => {
            if (key === 'Escape') close('calm')
          }}
        >
          <div>{labels.cancelConfirmTitle}</div>
          <button type="button" className="rpo-button" data-danger onClick={cancel}>
            {labels.cancelConfirm}
          </button>
          <button type="button" className="rpo-button" onClick={() => close('calm')}>
            {labels.cancelDismiss}
          </button>
        </div>
      )}
      {failure && (
        <div className="rpo-confirm" role="alert" data-danger>
          {labels.cancelFailed}{' '}
          {isOptimizationError(failure.reason) && (
            <>
              {labels.error(getErrorKey(failure.reason))}
              {failure.reason.serviceMessage && <bdi> {failure.reason.serviceMessage}</bdi>}
            </>
          )}
        </div>
      )}
    </>
  )
}

/** By its name: the class itself would come along with every card. */
function isOptimizationError(reason: unknown): reason is OptimizationError {
  return reason instanceof Error && reason.name === 'OptimizationError'
}
