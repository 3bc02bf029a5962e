'use client'

import { type MouseEventHandler, useId } from 'react'
import type { CardAndListLabels } from '../../labels/JobLabels.js'
import { Confirmation } from '../shared/Confirmation.js'

interface RepeatQuestionProps {
  labels: CardAndListLabels
  onStart: MouseEventHandler<HTMLButtonElement>
  onDismiss: MouseEventHandler<HTMLButtonElement>
}

/** Asks before a job is started with the same input as another one. */
export function RepeatQuestion({ labels, onStart, onDismiss }: RepeatQuestionProps) {
  const questionId = useId()
  return (
    <Confirmation aria-labelledby={questionId}>
      <div id={questionId} role="alert">
        {labels.repeatConfirmTitle}
      </div>
      <button type="button" className="rpo-button" onClick={onStart}>
        {labels.repeatConfirm}
      </button>
      <button type="button" className="rpo-button" onClick={onDismiss}>
        {labels.repeatDismiss}
      </button>
    </Confirmation>
  )
}
