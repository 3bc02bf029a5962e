'use client'

import { formatCount } from './format.js'
import { useJobStatus } from './JobStatusRoot.js'

/** How many labels and how much feedback the optimizer worked with. Nothing while that is unknown. */
export function JobStatusDataSources() {
  const { state, labels, locale } = useJobStatus('DataSources')
  const sources = state.job?.dataSourcesUsed
  if (!sources) return null
  const { humanLabelsCount, customerFeedbackCount } = sources
  return (
    <ul className="rpo-sources">
      <li>
        <strong>{formatCount(humanLabelsCount, locale)}</strong> {labels.humanLabels(humanLabelsCount)}
      </li>
      <li>
        <strong>{formatCount(customerFeedbackCount, locale)}</strong>{' '}
        {labels.customerFeedback(customerFeedbackCount)}
      </li>
    </ul>
  )
}
