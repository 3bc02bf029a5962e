import { enCard } from '../labels/enCard.js'
import { enList } from '../labels/enList.js'
import { enOutcome } from '../labels/enOutcome.js'
import { enPrompts } from '../labels/enPrompts.js'
import { enTitle } from '../labels/enTitle.js'
import type { JobLabels } from '../labels/JobLabels.js'

/** The English labels. */
export const en: JobLabels = {
  ...enCard,
  ...enList,
  ...enOutcome,
  ...enPrompts,
  ...enTitle,
  direction: 'ltr',
}
