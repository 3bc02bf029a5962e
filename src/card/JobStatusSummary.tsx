'use client'

import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { FoldedText } from './FoldedText.js'
import { usePart } from './JobStatusRoot.js'

/** What the optimizer changed; folded when it is long. Nothing without a summary. */
export const JobStatusSummary = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(
  function JobStatusSummary(props, ref) {
    const { state, labels, components, partProps } = usePart('Summary', 'rpo-summary', props)
    const { Summary } = components
    const text = state.job?.changesSummary?.trim()
    if (!text) return null
    return (
      <div {...partProps} ref={ref}>
        <h4 className="rpo-label">{labels.summary}</h4>
        <FoldedText text={text} className={Summary ? 'rpo-summary-rich' : 'rpo-summary-text'}>
          {Summary ? <Summary>{text}</Summary> : text}
        </FoldedText>
      </div>
    )
  },
)
