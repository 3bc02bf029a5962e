import { enCard } from './enCard.js'
import { enList } from './enList.js'
import { enOutcome } from './enOutcome.js'
import type { JobLabels } from './JobLabels.js'

/** The English labels. */
export const en: JobLabels = { ...enCard, ...enList, ...enOutcome, direction: 'ltr' }
