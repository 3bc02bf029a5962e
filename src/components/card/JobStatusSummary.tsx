'use client'

import type { ComponentPropsWithoutRef } from 'react'
import { CollapsibleText } from './CollapsibleText.js'
import { createPart } from './createPart.js'

/** What the optimizer changed; folded when it is long. Nothing without a summary. */
export const JobStatusSummary = createPart<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(
  'Summary',
  ({ state, labels, components: { Summary } }, props) => {
    const text = state.job?.changesSummary?.trim()
    if (!text) return null
    return (
      <div {...props}>
        <h4 className="rpo-label">{labels.summary}</h4>
        <CollapsibleText text={text} className={Summary ? 'rpo-rich-text' : 'rpo-text'} labels={labels}>
          {Summary ? <Summary>{text}</Summary> : text}
        </CollapsibleText>
      </div>
    )
  },
)
