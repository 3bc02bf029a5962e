'use client'

import {
  createContext,
  type ForwardRefExoticComponent,
  forwardRef,
  type HTMLAttributes,
  type ReactNode,
  type RefAttributes,
  useContext,
} from 'react'
import type { OptimizationJobState } from '../../hooks/deriveJobState.js'
import type { JobComponents, JobLinks } from '../../hooks/JobComponents.js'
import type { CardLabels } from '../../labels/JobLabels.js'

/** Shared by the parts of a card. */
export interface JobStatusContextValue {
  state: OptimizationJobState
  links: JobLinks
  components: JobComponents
  labels: CardLabels
  locale: string | undefined
  titleId: string
}

/** Null outside a card. */
export const JobStatusContext = createContext<JobStatusContextValue | null>(null)

/** The props of the root and of every part: the app's own, preceded by the part's class, and the state as data attributes. */
export function partProps<Props extends { className?: string | undefined }>(
  partClass: string,
  { kind, connection }: OptimizationJobState,
  props: Props,
) {
  return {
    ...props,
    className: props.className ? `${partClass} ${props.className}` : partClass,
    'data-kind': kind,
    'data-connection': connection,
  }
}

type RenderPart<Props> = (card: JobStatusContextValue, props: Props) => ReactNode

const renderers = new WeakMap<object, RenderPart<never>>()

/**
 * Creates a part of the card from a render function, which gets the card's context and the props of its root element.
 * The function must not use hooks, because `renderPart` calls it outside a component of its own.
 */
export function createPart<Element, Props extends HTMLAttributes<Element>>(
  name: string,
  render: RenderPart<Props & RefAttributes<Element>>,
  className = `rpo-${name.toLowerCase()}`,
) {
  const renderer: typeof render = (card, props) => render(card, partProps(className, card.state, props))
  const Part = forwardRef<Element, Props>((props, ref) => {
    const card = useContext(JobStatusContext)
    if (card) return renderer(card, { ...(props as Props), ref })
    throw new Error(`<JobStatus.${name}> must be rendered inside <JobStatus.Root>.`)
  })
  Part.displayName = `JobStatus.${name}`
  renderers.set(Part, renderer)
  return Part
}

/** Renders a part without a component of its own: with many cards, mounting components dominates. */
export function renderPart<Props extends object>(
  Part: ForwardRefExoticComponent<Props>,
  card: JobStatusContextValue,
  props = {} as Props,
): ReactNode {
  return (renderers.get(Part) as RenderPart<Props>)(card, props)
}
