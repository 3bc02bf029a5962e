import { enCard } from './enCard.js'
import { enList } from './enList.js'
import type { JobLabels } from './JobLabels.js'

/** The labels without a choice of the app. They have no direction, so that the components follow the page. */
export const defaultLabels: JobLabels = { ...enCard, ...enList }

/** The English labels. */
export const en: JobLabels = { ...defaultLabels, direction: 'ltr' }
