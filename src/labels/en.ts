import { enCard } from './enCard.js'
import { enList } from './enList.js'
import type { JobLabels } from './JobLabels.js'

/** The components in English. */
export const en: JobLabels = { ...enCard, ...enList }
