import { englishCardLabels } from './enCard.js'
import { englishListLabels } from './enList.js'
import type { JobLabels } from './JobLabels.js'

/** The components in English. */
export const englishLabels: JobLabels = { ...englishCardLabels, ...englishListLabels }
