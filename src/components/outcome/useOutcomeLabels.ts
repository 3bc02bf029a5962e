'use client'

import { enCard } from '../../labels/enCard.js'
import { enOutcome } from '../../labels/enOutcome.js'
import type { CardLabels, OutcomeLabels } from '../../labels/JobLabels.js'
import { type LocalizationProps, useLabels } from '../shared/useLabels.js'

export type CardAndOutcomeLabels = CardLabels & OutcomeLabels

const ENGLISH: CardAndOutcomeLabels = { ...enCard, ...enOutcome }

/** The labels of the card and the outcome, and their locale. */
export function useOutcomeLabels(props: LocalizationProps): {
  labels: CardAndOutcomeLabels
  locale: string
} {
  return useLabels(props, ENGLISH)
}
