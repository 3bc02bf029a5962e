import { englishCardLabels } from './englishCardLabels.js'
import { englishListLabels } from './englishListLabels.js'
import type { JobLabels } from './JobLabels.js'

/** The components in English. */
export const englishLabels: JobLabels = { ...englishCardLabels, ...englishListLabels }
