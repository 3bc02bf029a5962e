'use client'

import type { ComponentPropsWithoutRef } from 'react'
import { formatCount } from '../../labels/format.js'
import { createPart } from './createPart.js'

const SOURCES = ['humanLabels', 'customerFeedback'] as const

/** The numbers of human labels and feedback items that were used. Renders a placeholder while the job is loading. */
export const JobStatusDataSources = createPart<HTMLUListElement, ComponentPropsWithoutRef<'ul'>>(
  'DataSources',
  ({ state, labels, locale }, props) => {
    const counts = state.job?.dataSourcesUsed
    if (state.kind === 'loading') return <ul {...props} aria-hidden="true" />
    if (!counts) return null
    return (
      <ul aria-label={labels.dataSources} {...props}>
        {SOURCES.map((source) => {
          const count = counts[`${source}Count`]
          return (
            <li key={source}>
              <strong>{formatCount(count, locale)}</strong> {labels[source](count)}
            </li>
          )
        })}
      </ul>
    )
  },
  'rpo-sources',
)
