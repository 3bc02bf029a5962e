'use client'

import { type ComponentPropsWithoutRef, forwardRef, useId, useMemo } from 'react'
import type { OptimizationJobState } from '../../hooks/deriveJobState.js'
import type { JobComponents, JobLinks } from '../../hooks/JobComponents.js'
import { useOptimizationContext } from '../../hooks/OptimizationContext.js'
import { type LocalizationProps, useLabels } from '../shared/useLabels.js'
import { JobStatusContext, partProps } from './createPart.js'
import { useAnnouncements } from './useAnnouncements.js'

/** Props of {@link JobStatusRoot}, in addition to those of an `article`. */
export interface JobStatusRootProps extends ComponentPropsWithoutRef<'article'>, LocalizationProps {
  /** The state returned by `useOptimizationJob`. */
  state: OptimizationJobState
  /** Link builders for the results. @default those of the provider */
  links?: JobLinks | undefined
  /** Custom components. @default those of the provider, or of the card */
  components?: JobComponents | undefined
}

/** The card's root element, which provides the state to the parts. Like every part, it has `data-kind` and `data-connection`. */
export const JobStatusRoot = forwardRef<HTMLElement, JobStatusRootProps>(function JobStatusRoot(
  { state, links: linksProp, components: componentsProp, labels: labelsProp, locale: localeProp, ...props },
  ref,
) {
  const titleId = useId()
  const { announce, ...defaults } = useOptimizationContext()
  const { labels, locale } = useLabels({ labels: labelsProp, locale: localeProp })
  const links = useMerged(defaults.links, linksProp)
  const components = useMerged(defaults.components, componentsProp)
  useAnnouncements(state, labels, locale, announce)

  const context = useMemo(
    () => ({ state, links, components, labels, locale, titleId }),
    [state, links, components, labels, locale, titleId],
  )
  return (
    <JobStatusContext.Provider value={context}>
      <article
        aria-labelledby={titleId}
        dir={labels.direction}
        {...partProps('rpo-card', state, props)}
        ref={ref}
      />
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
