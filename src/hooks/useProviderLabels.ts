'use client'

import { useMemo } from 'react'
import { mergeLabels } from '../labels/mergeLabels.js'
import { useOptimizationContext } from './OptimizationContext.js'

/** The provider's labels over `english`, and the locale that formats numbers, for hooks that write text themselves. */
export function useProviderLabels<Labels extends { locale: string }>(
  english: Labels,
): { labels: Labels; locale: string } {
  const context = useOptimizationContext()
  const labels = useMemo(() => mergeLabels(english, context.labels), [english, context.labels])
  return { labels, locale: context.locale ?? labels.locale }
}
