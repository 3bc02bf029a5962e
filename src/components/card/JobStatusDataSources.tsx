'use client'

import type { RefAttributes } from 'react'
import { formatCount } from '../../labels/format.js'
import { createPart } from './createPart.js'
import { type JobStatusContextValue, type JobStatusPartProps, renderPart } from './JobStatusContext.js'

type Props = JobStatusPartProps<'ul'>

const SOURCES = ['humanLabels', 'customerFeedback'] as const

export function renderDataSources(
  card: JobStatusContextValue,
  props: Props & RefAttributes<HTMLUListElement>,
) {
  const { state, labels, locale } = card
  if (state.kind === 'loading') return renderPart('ul', 'rpo-sources', card, props, { 'aria-hidden': true })
  const counts = state.job?.dataSourcesUsed
  if (!counts) return null
  const items = SOURCES.map((source) => {
    const count = counts[`${source}Count`]
    return (
      <li key={source}>
        <strong>{formatCount(count, locale)}</strong>
        <span>{` ${labels[source](count)}`}</span>
      </li>
    )
  })
  // WebKit takes a list without markers for no list.
  return renderPart(
    'ul',
    'rpo-sources',
    card,
    props,
    { role: 'list', 'aria-label': labels.dataSources },
    items,
  )
}

/**
 * The numbers of human labels and feedback items that were used. Renders a placeholder while the job is loading. Sets
 * `data-kind` and `data-connection`.
 */
export const JobStatusDataSources = /* @__PURE__ */ createPart<HTMLUListElement, Props>(
  'DataSources',
  renderDataSources,
)
