'use client'

import { forwardRef, type ReactNode, useId, useMemo, useRef } from 'react'
import type { OptimizationJobState } from '../../hooks/deriveJobState.js'
import type { JobComponents, JobLinks } from '../../hooks/JobComponents.js'
import { useOptimizationContext } from '../../hooks/OptimizationContext.js'
import type { HeadingLevel } from '../shared/HeadingLevel.js'
import { type LocalizationProps, useLabels } from '../shared/useLabels.js'
import { useMergedRef } from '../shared/useMergedRef.js'
import { JobStatusContext, type JobStatusPartProps, renderPart } from './JobStatusContext.js'
import { useAnnouncements } from './useAnnouncements.js'

/** Props of {@link JobStatusRoot}, in addition to those of an `article`. */
export interface JobStatusRootProps extends JobStatusPartProps<'article'>, LocalizationProps {
  /** The state returned by `useOptimizationJob`. */
  state: OptimizationJobState
  /** Link builders for the results. @default those of the provider */
  links?: JobLinks | undefined
  /** Custom components. @default those of the provider, or of the card */
  components?: JobComponents | undefined
  /** The level of the card's title; the heading of its summary is one level below. @default 3 */
  headingLevel?: HeadingLevel | undefined
  /** The parts. */
  children?: ReactNode
}

/** The card's root element, which provides the state to the parts. Sets `data-kind` and `data-connection`. */
export const JobStatusRoot = forwardRef<HTMLElement, JobStatusRootProps>(function JobStatusRoot(
  { state, links: linksProp, components: componentsProp, labels: labelsProp, locale: localeProp, ...rest },
  ref,
) {
  const { headingLevel = 3, ...props } = rest
  const titleId = useId()
  const root = useRef<HTMLElement>(null)
  const mergedRef = useMergedRef(root, ref)
  const { announce, ...defaults } = useOptimizationContext()
  const { labels, locale } = useLabels({ labels: labelsProp, locale: localeProp })
  const links = useMerged(defaults.links, linksProp)
  const components = useMerged(defaults.components, componentsProp)
  useAnnouncements(state, labels, locale, announce)

  const card = useMemo(
    () => ({ state, links, components, labels, locale, headingLevel, titleId, root }),
    [state, links, components, labels, locale, headingLevel, titleId],
  )
  return (
    <JobStatusContext.Provider value={card}>
      {renderPart(
        'article',
        'rpo-card',
        card,
        { ...props, ref: mergedRef },
        { 'aria-labelledby': titleId, dir: labels.direction },
      )}
    </JobStatusContext.Provider>
  )
})

/** The props win over the provider's defaults, key by key. */
function useMerged<Values extends object>(
  defaults: Values | undefined,
  values: Values | undefined,
): Partial<Values> {
  return useMemo(() => ({ ...defaults, ...values }), [defaults, values])
}
