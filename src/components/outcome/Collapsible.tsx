'use client'

import { type ReactNode, useContext, useId, useState } from 'react'
import { JobStatusContext, nameControl } from '../card/JobStatusContext.js'

interface CollapsibleProps {
  title: string
  /** What it comes to, in a few words. */
  line: ReactNode
  /** Shown beside it while it is open. */
  actions?: ReactNode
  defaultOpen: boolean
  children: ReactNode
}

/** A line with a button, which shows and hides the rest. */
export function Collapsible({ title, line, actions, defaultOpen, children }: CollapsibleProps) {
  const card = useContext(JobStatusContext)
  const id = useId()
  const [isOpen, setIsOpen] = useState(defaultOpen)
  return (
    <div className="rpo-outcome-half" data-open={isOpen || undefined}>
      <div className="rpo-diff-header">
        <button
          {...(card && nameControl(card, id))}
          type="button"
          className="rpo-details-trigger"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {title}
          {line}
        </button>
        {isOpen && actions}
      </div>
      {isOpen && <div className="rpo-outcome-content">{children}</div>}
    </div>
  )
}
