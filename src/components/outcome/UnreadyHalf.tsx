'use client'

import { useContext, useId } from 'react'
import type { OutcomeHalf } from '../../hooks/OptimizationOutcome.js'
import { getErrorKey } from '../../labels/getErrorKey.js'
import { JobStatusContext } from '../card/JobStatusContext.js'
import { RefetchButton } from '../shared/RefetchButton.js'
import { renderServiceMessage } from '../shared/renderServiceMessage.js'
import { describeError } from './describeError.js'
import { OutcomeLine } from './OutcomeLine.js'
import type { CardAndOutcomeLabels } from './useOutcomeLabels.js'

interface UnreadyHalfProps {
  title: string
  half: OutcomeHalf<unknown>
  notFound: string
  labels: CardAndOutcomeLabels
}

/** That a half is loading, or why it can't be fetched. */
export function UnreadyHalf({ title, half, notFound, labels }: UnreadyHalfProps) {
  const card = useContext(JobStatusContext)
  const id = useId()
  if (half.kind === 'none') return null
  return (
    <OutcomeLine title={title} titleId={id}>
      {half.kind === 'error' ? (
        <>
          <span>{describeError(half.error, notFound, labels)}</span>
          {/* That of a 404 repeats it. */}
          {getErrorKey(half.error) !== 'not-found' && renderServiceMessage(half.error)}
          <RefetchButton
            id={`${id}retry`}
            // Both halves may have failed.
            aria-labelledby={[`${id}retry`, id, card?.titleId].filter(Boolean).join(' ')}
            className="rpo-text-button"
            refetch={half.refetch}
            labels={labels}
          >
            {labels.retry}
          </RefetchButton>
        </>
      ) : (
        <span className="rpo-note">{labels.loadingOutcome}</span>
      )}
    </OutcomeLine>
  )
}
