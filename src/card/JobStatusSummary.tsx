'use client'

import { useId, useState } from 'react'
import { useJobStatus } from './JobStatusRoot.js'

// Measured in text and not in pixels, so that the server folds the same summaries as the browser.
const LONG_CHARACTERS = 420
const LONG_LINES = 7

/** What the optimizer changed, as text; folded when it is long. Nothing without a summary. */
export function JobStatusSummary() {
  const { state, labels } = useJobStatus('Summary')
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  const text = state.job?.changesSummary?.trim()
  if (!text) return null
  const isLong = text.length > LONG_CHARACTERS || text.split('\n').length > LONG_LINES
  return (
    <section className="rpo-summary" aria-labelledby={`${id}title`}>
      <h4 className="rpo-label" id={`${id}title`}>
        {labels.summary}
      </h4>
      <div className="rpo-summary-text" id={`${id}text`} data-folded={isLong && !isOpen ? '' : undefined}>
        {text}
      </div>
      {isLong && (
        <button
          type="button"
          className="rpo-button"
          aria-expanded={isOpen}
          aria-controls={`${id}text`}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? labels.showLess : labels.showMore}
        </button>
      )}
    </section>
  )
}
