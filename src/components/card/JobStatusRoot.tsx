'use client'

import { type ComponentPropsWithoutRef, forwardRef, useId, useMemo } from 'react'
import type { OptimizationJobState } from '../../hooks/deriveJobState.js'
import { useOptimizationContext } from '../../hooks/OptimizationProvider.js'
import type { JobComponents, JobLinks } from '../shared/JobComponents.js'
import { useLabels, type Words } from '../shared/useLabels.js'
import { JobStatusContext, partProps } from './createPart.js'
import { useAnnouncements } from './useAnnouncements.js'

/** Props of {@link JobStatusRoot}, beside those of an `article`. */
export interface JobStatusRootProps extends ComponentPropsWithoutRef<'article'>, Words {
  /** What to show: what `useOptimizationJob` returned. */
  state: OptimizationJobState
  /** Where the app shows what a job made. @default no links */
  links?: JobLinks | undefined
  /** Components of the app's own. @default those of the card */
  components?: JobComponents | undefined
}

const NONE = {}

/** The frame of a card; gives its parts their state. Shows it as `data-kind` and `data-connection`, as every part does. */
export const JobStatusRoot = forwardRef<HTMLElement, JobStatusRootProps>(function JobStatusRoot(
  { state, links = NONE, components = NONE, labels: ownLabels, locale: ownLocale, ...props },
  ref,
) {
  const titleId = useId()
  const { announce } = useOptimizationContext()
  const { labels, locale } = useLabels({ labels: ownLabels, locale: ownLocale })
  useAnnouncements(state, labels, locale, announce)

  const context = useMemo(
    () => ({ state, links, components, labels, locale, titleId }),
    [state, links, components, labels, locale, titleId],
  )
  return (
    <JobStatusContext.Provider value={context}>
      <article aria-labelledby={titleId} {...partProps('rpo-card', state, props)} ref={ref} />
    </JobStatusContext.Provider>
  )
})
