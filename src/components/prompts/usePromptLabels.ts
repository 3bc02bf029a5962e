'use client'

import { enCardAndList } from '../../labels/enCardAndList.js'
import { enOutcome } from '../../labels/enOutcome.js'
import { enPrompts } from '../../labels/enPrompts.js'
import { enTitle } from '../../labels/enTitle.js'
import type { JobLabels } from '../../labels/JobLabels.js'
import { type LocalizationProps, useLabels } from '../shared/useLabels.js'

const ENGLISH: JobLabels = { ...enCardAndList, ...enOutcome, ...enPrompts, ...enTitle }

/** The labels of the fields, and what they show of a prompt, and their locale. */
export function usePromptLabels(props: LocalizationProps): { labels: JobLabels; locale: string } {
  return useLabels(props, ENGLISH)
}
