'use client'

import { type ReactNode, useId, useState } from 'react'
import { type JobStatusContextValue, nameControl } from './JobStatusContext.js'

// In characters and lines, not pixels, so that server and browser collapse the same texts.
const LONG_CHARACTERS = 420
const LONG_LINES = 7

interface CollapsibleTextProps {
  /** Untrusted text that decides whether to collapse. */
  text: string
  className: string
  card: JobStatusContextValue
  /** The rendered text. */
  children: ReactNode
}

/** Collapses a long text. It expands by its button, or when focus moves into it. */
export function CollapsibleText({ text, className, card, children }: CollapsibleTextProps) {
  const { labels } = card
  const [isExpanded, setIsExpanded] = useState(false)
  const id = useId()
  const isLong = text.length > LONG_CHARACTERS || text.split('\n').length > LONG_LINES
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it handles the focus of its descendants */}
      <div
        id={`${id}text`}
        className={className}
        dir="auto"
        data-collapsed={(isLong && !isExpanded) || undefined}
        onFocus={() => setIsExpanded(true)}
      >
        {children}
      </div>
      {isLong && (
        <button
          {...nameControl(card, id)}
          type="button"
          className="rpo-text-button"
          aria-expanded={isExpanded}
          aria-controls={`${id}text`}
          onClick={() => setIsExpanded(!isExpanded)}
        >
          {isExpanded ? labels.showLess : labels.showMore}
        </button>
      )}
    </>
  )
}
