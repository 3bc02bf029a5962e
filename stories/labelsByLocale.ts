import type { JobLabels } from 'react-prompt-optimization'
import { ar, de } from 'react-prompt-optimization/locales'

/** The words for the languages of the toolbar. English comes with the card. */
export const labelsByLocale: Record<string, JobLabels> = { de: de, ar: ar }
