import { enCard } from './enCard.js'
import { enList } from './enList.js'
import type { JobLabels } from './JobLabels.js'

/** The English labels, which the components use by default. */
export const en: JobLabels = { ...enCard, ...enList }
