'use client'

import type { ComponentPropsWithoutRef } from 'react'
import { formatCount } from '../../labels/format.js'
import { createPart } from './createPart.js'

const SOURCES = ['humanLabels', 'customerFeedback'] as const

/**
 * How many labels and how much feedback the optimizer worked with. Nothing while that is unknown, and
 * a placeholder while the job is loading.
 */
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
