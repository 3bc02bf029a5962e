'use client'

import type { RefAttributes } from 'react'
import { CollapsibleText } from './CollapsibleText.js'
import { createPart } from './createPart.js'
import { type JobStatusContextValue, type JobStatusPartProps, renderPart } from './JobStatusContext.js'

type Props = JobStatusPartProps<'div'>

const NEXT_LEVEL = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 } as const

export function renderSummary(card: JobStatusContextValue, props: Props & RefAttributes<HTMLDivElement>) {
  const { state, labels, components, headingLevel } = card
  const { Summary } = components
  const text = state.job?.changesSummary?.trim()
  if (!text) return null
  const Heading = `h${NEXT_LEVEL[headingLevel]}` as const
  return renderPart(
    'div',
    'rpo-summary',
    card,
    props,
    null,
    <Heading className="rpo-label">{labels.summary}</Heading>,
    <CollapsibleText text={text} className={Summary ? 'rpo-rich-text' : 'rpo-text'} card={card}>
      {Summary ? <Summary>{text}</Summary> : text}
    </CollapsibleText>,
  )
}

/**
 * The changes summary, collapsed if long. Renders nothing without one. Sets `data-kind` and `data-connection`, and
 * `data-collapsed` on a long text.
 */
export const JobStatusSummary = /* @__PURE__ */ createPart<HTMLDivElement, Props>('Summary', renderSummary)
