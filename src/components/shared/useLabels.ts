'use client'

import { useMemo } from 'react'
import { useOptimizationContext } from '../../hooks/OptimizationProvider.js'
import { enCard } from '../../labels/enCard.js'
import type { CardLabels, JobLabels } from '../../labels/JobLabels.js'
import { useHydrated } from './useHydrated.js'

/** What a component speaks in. */
export interface Words {
  /** Words in place of the provider's, or of the English ones. */
  labels?: Partial<JobLabels> | undefined
  /** For numbers, durations and dates, as a BCP 47 tag. @default the provider's, or the browser's */
  locale?: string | undefined
}

/**
 * The words and the locale of a component: its own, then the provider's, then English and the browser's. `english` are
 * the words it needs, so that a card on its own brings none of the list's.
 */
export function useLabels<English = CardLabels>(
  own: Words,
  english = enCard as English,
): { labels: English; locale: string | undefined } {
  const surroundings = useOptimizationContext()
  const labels = useMemo(
    () =>
      surroundings.labels || own.labels
        ? { ...english, ...given(surroundings.labels), ...given(own.labels) }
        : english,
    [english, surroundings.labels, own.labels],
  )
  // The server does not know the browser's language: both sides begin with the same one.
  const fallback = useHydrated() ? undefined : 'en'
  return { labels, locale: own.locale ?? surroundings.locale ?? fallback }
}

/** Without what is undefined, which would take the place of a word. */
function given(labels: Partial<JobLabels> = {}): Partial<JobLabels> {
  return Object.fromEntries(Object.entries(labels).filter(([, word]) => word !== undefined))
}
