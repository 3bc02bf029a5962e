'use client'

import { type ReactNode, useId, useState } from 'react'
import type { CardLabels } from '../../labels/JobLabels.js'

// Measured in text and not in pixels, so that the server folds the same texts as the browser.
const LONG_CHARACTERS = 420
const LONG_LINES = 7

interface CollapsibleTextProps {
  /** Untrusted text: what the length is measured by. */
  text: string
  className: string
  labels: CardLabels
  /** The text as it is drawn. */
  children: ReactNode
}

/** A text that is folded when it is long, and opens on request, or when the focus goes into it. */
export function CollapsibleText({ text, className, labels, children }: CollapsibleTextProps) {
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  const isLong = text.length > LONG_CHARACTERS || text.split('\n').length > LONG_LINES
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it reacts to the focus of what stands in it */}
      <div
        id={id}
        className={className}
        dir="auto"
        data-collapsed={(isLong && !isOpen) || undefined}
        onFocus={() => setIsOpen(true)}
      >
        {children}
      </div>
      {isLong && (
        <button
          type="button"
          className="rpo-text-button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? labels.showLess : labels.showMore}
        </button>
      )}
    </>
  )
}
