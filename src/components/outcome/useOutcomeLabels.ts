'use client'

import { type LocalizationProps, useLabels } from '../../hooks/useLabels.js'
import type { CardLabels } from '../../labels/CardLabels.js'
import { enCard } from '../../labels/enCard.js'
import { enOutcome } from '../../labels/enOutcome.js'
import type { OutcomeLabels } from '../../labels/OutcomeLabels.js'

export type CardAndOutcomeLabels = CardLabels & OutcomeLabels

const ENGLISH: CardAndOutcomeLabels = { ...enCard, ...enOutcome }

/** The labels of the card and the outcome, and their locale. */
export function useOutcomeLabels(props: LocalizationProps): {
  labels: CardAndOutcomeLabels
  locale: string
} {
  return useLabels(props, ENGLISH)
}
