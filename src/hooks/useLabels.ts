'use client'

import { useMemo } from 'react'
import type { JobLabels } from '../labels/JobLabels.js'
import { mergeLabels } from '../labels/mergeLabels.js'
import { useOptimizationContext } from './OptimizationContext.js'

/** Props of components with labels. */
export interface LocalizationProps {
  /** Labels that replace those of the provider, or the English ones. */
  labels?: Partial<JobLabels> | undefined
  /** A BCP 47 tag that formats numbers and dates. @default the provider's, or that of the labels */
  locale?: string | undefined
}

/**
 * Merges labels and locale: props win over the provider, and the provider over `english`, which is a parameter so that a
 * bundle with only the card does not include the labels of the list.
 */
export function useLabels<Labels extends { locale: string }>(
  props: LocalizationProps,
  english: Labels,
): { labels: Labels; locale: string } {
  const context = useOptimizationContext()
  const labels = useMemo(
    () => mergeLabels(english, context.labels, props.labels),
    [english, context.labels, props.labels],
  )
  return { labels, locale: props.locale ?? context.locale ?? labels.locale }
}
