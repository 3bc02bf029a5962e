'use client'

import type { RefAttributes } from 'react'
import { createPart } from './createPart.js'
import { type JobStatusContextValue, type JobStatusPartProps, renderPart } from './JobStatusContext.js'
import { FullTime } from './RelativeTime.js'

type Props = JobStatusPartProps<'dl'>

const TIMES = ['createdAt', 'completedAt'] as const

export function renderTimes(card: JobStatusContextValue, props: Props & RefAttributes<HTMLDListElement>) {
  const { job } = card.state
  if (!job) return null
  const entries = TIMES.map((key) => {
    const dateTime = job[key]
    return (
      dateTime && (
        <div key={key} className="rpo-entry">
          <dt>{card.labels[key]}</dt>
          <dd>
            <FullTime dateTime={dateTime} locale={card.locale} />
          </dd>
        </div>
      )
    )
  })
  return renderPart('dl', 'rpo-times', card, props, null, entries)
}

/**
 * When the job was created and when it finished, in full: in UTC until hydrated, then in the browser's time zone. Sets
 * `data-kind` and `data-connection`.
 */
export const JobStatusTimes = /* @__PURE__ */ createPart<HTMLDListElement, Props>('Times', renderTimes)
