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
import type { CardLabels } from '../../labels/JobLabels.js'
import type { JobComponents, JobLinks } from '../shared/JobComponents.js'

/** What the parts of one card share. */
export interface JobStatusContextValue {
  state: OptimizationJobState
  links: JobLinks
  components: JobComponents
  labels: CardLabels
  locale: string | undefined
  titleId: string
}

/** Null outside of a card. */
export const JobStatusContext = createContext<JobStatusContextValue | null>(null)

/** The props that the frame and every part has: the app's, with a class before the app's, and the state. */
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

type Draw<Props> = (card: JobStatusContextValue, props: Props) => ReactNode

const drawings = new WeakMap<object, Draw<never>>()

/**
 * Makes a part of the card. It is drawn from what the parts of a card share, and from the props of its own element: those
 * that the app gives, the ref, the state, and the class, which is the part's name. A drawing uses no hooks.
 */
export function createPart<Element, Props extends HTMLAttributes<Element>>(
  name: string,
  draw: Draw<Props & RefAttributes<Element>>,
  className = `rpo-${name.toLowerCase()}`,
) {
  const drawing: typeof draw = (card, props) => draw(card, partProps(className, card.state, props))
  const Part = forwardRef<Element, Props>((props, ref) => {
    const card = useContext(JobStatusContext)
    if (card) return drawing(card, { ...(props as Props), ref })
    throw new Error(`<JobStatus.${name}> needs to stand inside <JobStatus.Root state={state}>.`)
  })
  Part.displayName = `JobStatus.${name}`
  drawings.set(Part, drawing)
  return Part
}

/** Draws a part without a component of its own, which on a page of a thousand cards is what much of their time goes into. */
export function renderPart<Props extends object>(
  Part: ForwardRefExoticComponent<Props>,
  card: JobStatusContextValue,
  props = {} as Props,
): ReactNode {
  return (drawings.get(Part) as Draw<Props>)(card, props)
}
