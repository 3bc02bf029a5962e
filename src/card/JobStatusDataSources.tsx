'use client'

import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { formatCount } from '../labels/format.js'
import { usePart } from './JobStatusRoot.js'

/** How many labels and how much feedback the optimizer worked with. Nothing while that is unknown. */
export const JobStatusDataSources = forwardRef<HTMLUListElement, ComponentPropsWithoutRef<'ul'>>(
  function JobStatusDataSources(props, ref) {
    const { state, labels, locale, partProps } = usePart('DataSources', 'rpo-sources', props)
    const sources = state.job?.dataSourcesUsed
    if (!sources) return null
    const { humanLabelsCount, customerFeedbackCount } = sources
    return (
      <ul aria-label={labels.dataSources} {...partProps} ref={ref}>
        <li>
          <strong>{formatCount(humanLabelsCount, locale)}</strong> {labels.humanLabels(humanLabelsCount)}
        </li>
        <li>
          <strong>{formatCount(customerFeedbackCount, locale)}</strong>{' '}
          {labels.customerFeedback(customerFeedbackCount)}
        </li>
      </ul>
    )
  },
)
