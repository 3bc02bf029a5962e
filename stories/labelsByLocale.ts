import type { JobLabels } from 'react-prompt-optimization'
import { ar, de } from 'react-prompt-optimization/locales'

/** Labels for the locales of the toolbar; English is the default. */
export const labelsByLocale: Record<string, JobLabels> = { de, ar }
