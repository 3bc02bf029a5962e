'use client'

import { useMemo } from 'react'
import { useOptimizationSurroundings } from '../hooks/OptimizationProvider.js'
import { englishLabels } from '../labels/englishLabels.js'
import type { JobLabels } from '../labels/JobLabels.js'
import { useHydrated } from './useHydrated.js'

/** What a component speaks in. */
export interface Words {
  /** Words in place of the provider's, or of the English ones. */
  labels?: Partial<JobLabels> | undefined
  /** For numbers, durations and dates, as a BCP 47 tag. @default the provider's, or the browser's */
  locale?: string | undefined
}

/** The words and the locale of a component: its own, then the provider's, then English and the browser's. */
export function useWords(own: Words): { labels: JobLabels; locale: string | undefined } {
  const surroundings = useOptimizationSurroundings()
  const labels = useMemo(
    () => ({ ...englishLabels, ...given(surroundings.labels), ...given(own.labels) }),
    [surroundings.labels, own.labels],
  )
  // The server does not know the browser's language: both sides begin with the same one.
  const fallback = useHydrated() ? undefined : 'en'
  return { labels, locale: own.locale ?? surroundings.locale ?? fallback }
}

/** Without what is undefined, which would take the place of a word. */
function given(labels: Partial<JobLabels> = {}): Partial<JobLabels> {
  return Object.fromEntries(Object.entries(labels).filter(([, word]) => word !== undefined))
}
