'use client'

import { forwardRef, type HTMLAttributes, type ReactNode, type RefAttributes, useContext } from 'react'
import { JobStatusContext, type JobStatusContextValue, partProps } from './JobStatusRoot.js'

/**
 * Makes a part of the card. It is drawn from what the parts of a card share, and from the props of its own element: those
 * that the app gives, the ref, the state, and the class, which is the part's name.
 */
export function createPart<Element, Props extends HTMLAttributes<Element>>(
  name: string,
  draw: (card: JobStatusContextValue, props: Props & RefAttributes<Element>) => ReactNode,
  className = `rpo-${name.toLowerCase()}`,
) {
  const Part = forwardRef<Element, Props>((props, ref) => {
    const card = useContext(JobStatusContext)
    if (card) return draw(card, { ...partProps(className, card.state, props as Props), ref })
    throw new Error(`<JobStatus.${name}> needs to stand inside <JobStatus.Root state={state}>.`)
  })
  Part.displayName = `JobStatus.${name}`
  return Part
}
