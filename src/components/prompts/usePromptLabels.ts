'use client'

import { type LocalizationProps, useLabels } from '../../hooks/useLabels.js'
import { enCardAndList } from '../../labels/enCardAndList.js'
import { enOutcome } from '../../labels/enOutcome.js'
import { enPrompts } from '../../labels/enPrompts.js'
import type { CardAndListLabels } from '../../labels/JobLabels.js'
import type { OutcomeLabels } from '../../labels/OutcomeLabels.js'
import type { PromptLabels } from '../../labels/PromptLabels.js'

export type PromptFieldLabels = CardAndListLabels & OutcomeLabels & PromptLabels

const ENGLISH: PromptFieldLabels = { ...enCardAndList, ...enOutcome, ...enPrompts }

/** The labels of the fields, and what they show of a prompt, and their locale. */
export function usePromptLabels(props: LocalizationProps): { labels: PromptFieldLabels; locale: string } {
  return useLabels(props, ENGLISH)
}
