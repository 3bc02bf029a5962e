import { enCard } from './enCard.js'
import { enList } from './enList.js'
import { enOutcome } from './enOutcome.js'
import { enPrompts } from './enPrompts.js'
import { enTitle } from './enTitle.js'
import type { JobLabels } from './JobLabels.js'

/** The English labels. */
export const en: JobLabels = {
  ...enCard,
  ...enList,
  ...enOutcome,
  ...enPrompts,
  ...enTitle,
  direction: 'ltr',
}
