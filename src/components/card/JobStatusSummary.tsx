'use client'

import type { ComponentPropsWithoutRef } from 'react'
import { CollapsibleText } from './CollapsibleText.js'
import { createPart } from './createPart.js'

/** The changes summary, collapsed if long. Renders nothing without one. */
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
