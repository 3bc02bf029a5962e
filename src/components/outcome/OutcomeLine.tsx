import type { ReactNode, RefObject } from 'react'

interface OutcomeLineProps {
  title: string
  elementRef?: RefObject<HTMLDivElement | null>
  children: ReactNode
}

/** A half that can't be opened. */
export function OutcomeLine({ title, elementRef, children }: OutcomeLineProps) {
  return (
    <div ref={elementRef} className="rpo-outcome-half rpo-outcome-line">
      <span className="rpo-label">{title}</span>
      {children}
    </div>
  )
}
