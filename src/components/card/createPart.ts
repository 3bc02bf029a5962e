'use client'

import { forwardRef, type PropsWithoutRef, type ReactNode, type RefAttributes, useContext } from 'react'
import { throwOutsideRoot } from '../shared/throwOutsideRoot.js'
import { JobStatusContext, type JobStatusContextValue } from './JobStatusContext.js'

/**
 * Creates a part of the card from the function that renders it, which `JobStatusCard` calls directly: with many cards,
 * mounting components dominates. The function must not use hooks.
 */
export function createPart<Element, Props>(
  name: string,
  render: (card: JobStatusContextValue, props: PropsWithoutRef<Props> & RefAttributes<Element>) => ReactNode,
) {
  const Part = forwardRef<Element, Props>((props, ref) => {
    const card = useContext(JobStatusContext)
    if (card) return render(card, { ...props, ref })
    return throwOutsideRoot(`JobStatus.${name}`, 'JobStatus.Root')
  })
  Part.displayName = `JobStatus.${name}`
  return Part
}
