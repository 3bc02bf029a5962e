'use client'

import {
  forwardRef,
  type ReactElement,
  type ReactNode,
  type Ref,
  type RefAttributes,
  useId,
  useMemo,
} from 'react'
import type { OptimizationJobState } from '../../hooks/deriveJobState.js'
import type { JobComponents, JobLinks } from '../../hooks/JobComponents.js'
import { useOptimizationContext } from '../../hooks/OptimizationContext.js'
import { type LocalizationProps, useLabels } from '../../hooks/useLabels.js'
import { enCard } from '../../labels/enCard.js'
import { getJobTitle } from '../../labels/getJobTitle.js'
import { useMergedRef } from '../shared/useMergedRef.js'
import { useTickingTexts } from '../shared/useTickingTexts.js'
import { HeightTransition } from './HeightTransition.js'
import {
  type HeadingLevel,
  JobStatusContext,
  type JobStatusContextValue,
  type JobStatusPartProps,
  renderPart,
} from './JobStatusContext.js'
import { useAnnouncements } from './useAnnouncements.js'

/** Props of {@link JobStatusRoot}, in addition to those of an `article`. */
export interface JobStatusRootProps extends Omit<JobStatusPartProps<'article'>, 'title'>, LocalizationProps {
  /** The state returned by `useOptimizationJob`. */
  state: OptimizationJobState
  /**
   * The title, which sets the job apart from others, such as the name of its prompt. With a header, it also ends the accessible names of the
   * controls. @default by `getTitle` of the provider, or "Job" and the first eight characters of its ID (`labels.defaultJobTitle`)
   */
  title?: string | undefined
  /** Link builders for the results. @default those of the provider */
  links?: JobLinks | undefined
  /** Custom components. @default those of the provider, or of the card */
  components?: JobComponents | undefined
  /** The level of the card's title; the heading of its summary is one level below. @default 3 */
  headingLevel?: HeadingLevel | undefined
  /** The parts. */
  children?: ReactNode
}

type CardProps = Omit<JobStatusRootProps, 'children'>

/** The card's root element, which provides the state to the parts. Sets `data-kind` and `data-connection`. */
export const JobStatusRoot = /* @__PURE__ */ forwardRef<HTMLElement, JobStatusRootProps>(
  function JobStatusRoot({ children, ...props }, ref) {
    const [card, rootProps] = useCard(props, ref)
    return renderRoot(card, 'rpo-card rpo-composed', rootProps, children)
  },
)

/** What the parts of a card share, and the props of its root element. */
export function useCard(
  { title: titleProp, labels: labelsProp, locale: localeProp, headingLevel = 3, ...rest }: CardProps,
  ref: Ref<HTMLElement>,
): [JobStatusContextValue, JobStatusPartProps<'article'> & RefAttributes<HTMLElement>] {
  const { state, links, components, ...props } = rest
  const titleId = useId()
  const ticking = useTickingTexts<HTMLElement>()
  const mergedRef = useMergedRef(ticking.rootRef, ref)
  const defaults = useOptimizationContext()
  const { labels, locale } = useLabels({ labels: labelsProp, locale: localeProp }, enCard)
  const { job } = state
  const title = titleProp || (job ? getJobTitle(job, defaults.getTitle, labels) : labels.title)
  useAnnouncements({ state, title, titleId, labels, locale, announcer: defaults.announcer })
  const card = useMemo(
    () => ({
      state,
      // The props win over the provider's defaults, key by key.
      links: { ...defaults.links, ...links },
      components: { ...defaults.components, ...components },
      labels,
      locale,
      headingLevel,
      title,
      titleId,
      ...ticking,
    }),
    [state, defaults, links, components, labels, locale, headingLevel, title, titleId, ticking],
  )
  return [card, { ...props, ref: mergedRef }]
}

export function renderRoot(
  card: JobStatusContextValue,
  className: string,
  props: JobStatusPartProps<'article'> & RefAttributes<HTMLElement>,
  ...children: ReactNode[]
): ReactElement {
  // The label is for a card without a header.
  const attributes = { 'aria-labelledby': card.titleId, 'aria-label': card.title, dir: card.labels.direction }
  return (
    <JobStatusContext.Provider value={card}>
      {renderPart('article', className, card, props, attributes, ...children)}
      <HeightTransition state={card.state} root={card.root} />
    </JobStatusContext.Provider>
  )
}
