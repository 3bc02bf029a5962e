import type { ReactNode } from 'react'

interface OutcomeLineProps {
  title: string
  titleId?: string
  children: ReactNode
}

/** A half that can't be opened. */
export function OutcomeLine({ title, titleId, children }: OutcomeLineProps) {
  return (
    <div className="rpo-outcome-half rpo-outcome-line">
      <span className="rpo-label" id={titleId}>
        {title}
      </span>
      {children}
    </div>
  )
}
