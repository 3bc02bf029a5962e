'use client'

import { useContext } from 'react'
import type { OutcomeHalf } from '../../hooks/OptimizationOutcome.js'
import { getErrorKey } from '../../labels/getErrorKey.js'
import { JobStatusContext, nameControl } from '../card/JobStatusContext.js'
import { RefetchButton } from '../shared/RefetchButton.js'
import { renderServiceMessage } from '../shared/renderServiceMessage.js'
import { OutcomeLine } from './OutcomeLine.js'
import type { CardAndOutcomeLabels } from './useOutcomeLabels.js'

interface UnreadyHalfProps {
  /** Makes the ID of the button unique in the card. */
  id: string
  title: string
  half: OutcomeHalf<unknown>
  notFound: string
  labels: CardAndOutcomeLabels
}

/** That a half is loading, or why it can't be fetched. */
export function UnreadyHalf({ id, title, half, notFound, labels }: UnreadyHalfProps) {
  const card = useContext(JobStatusContext)
  if (half.kind === 'none') return null
  return (
    <OutcomeLine title={title}>
      {half.kind === 'error' ? (
        <>
          <span>{describeError(half, notFound, labels)}</span>
          {/* That of a 404 repeats it. */}
          {getErrorKey(half.error) !== 'not-found' && renderServiceMessage(half.error)}
          <RefetchButton
            {...(card && nameControl(card, id))}
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

/** The labels of the card speak of a job where it is the job that can't be read. */
function describeError(
  { error }: Extract<OutcomeHalf<unknown>, { kind: 'error' }>,
  notFound: string,
  labels: CardAndOutcomeLabels,
): string {
  const key = getErrorKey(error)
  if (key === 'not-found') return notFound
  return key === 'forbidden' ? labels.outcomeForbidden : labels.error(key)
}
