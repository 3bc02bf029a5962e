import type { ReactNode } from 'react'

interface OutcomeLineProps {
  title: string
  children: ReactNode
}

/** A half that can't be opened. */
export function OutcomeLine({ title, children }: OutcomeLineProps) {
  return (
    <div className="rpo-outcome-half rpo-outcome-line">
      <span className="rpo-label">{title}</span>
      {children}
    </div>
  )
}
