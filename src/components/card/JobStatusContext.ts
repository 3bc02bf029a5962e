'use client'

import {
  createContext,
  type ElementType,
  type ReactNode,
  type RefAttributes,
  type RefCallback,
  type RefObject,
} from 'react'
import type { OptimizationJobState } from '../../hooks/deriveJobState.js'
import type { JobComponents, JobLinks } from '../../hooks/JobComponents.js'
import type { CardLabels } from '../../labels/CardLabels.js'
import type { ElementProps } from '../shared/mergeProps.js'
import { type PartProps, type RenderProps, renderElement } from '../shared/renderElement.js'
import type { TickRef } from '../shared/useTickingTexts.js'

/** The level of a card's title; the heading of its summary is one level below. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

/** Shared by the parts of a card. */
export interface JobStatusContextValue {
  state: OptimizationJobState
  links: JobLinks
  components: JobComponents
  labels: CardLabels
  locale: string
  headingLevel: HeadingLevel
  /** The title, which sets the card's controls apart from those of other cards. */
  title: string
  titleId: string
  /** The card's root element. */
  root: RefObject<HTMLElement | null>
  tickRef: TickRef
  turnRef: RefCallback<SVGElement>
}

/** The attributes by which a control's name ends with the card's title. The suffix makes the ID unique in the card. */
export function nameControl({ titleId }: Pick<JobStatusContextValue, 'titleId'>, suffix: string) {
  const id = titleId + suffix
  return { id, 'aria-labelledby': `${id} ${titleId}` }
}

/** Null outside a card. */
export const JobStatusContext = createContext<JobStatusContextValue | null>(null)

/** The props of a part of the card. */
export type JobStatusPartProps<Tag extends ElementType> = PartProps<Tag, OptimizationJobState>

/** Renders the element of a part, with its class and, as data attributes, the state. */
export function renderPart(
  tag: string,
  className: string,
  { state }: Pick<JobStatusContextValue, 'state'>,
  props: RenderProps<OptimizationJobState> & RefAttributes<Element>,
  attributes: ElementProps | null,
  ...children: ReactNode[]
) {
  const { kind, connection } = state
  const own = { ...attributes, className, 'data-kind': kind, 'data-connection': connection }
  return renderElement(tag, own, props, state, ...children)
}
