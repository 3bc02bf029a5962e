'use client'

import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { formatClock, formatCount } from '../labels/format.js'
import type { JobStep } from '../service/jobRecord.js'
import { useJobStatus, usePart } from './JobStatusRoot.js'
import { progressView } from './progressView.js'
import { TickingText } from './TickingText.js'

/** The steps that the job was seen in, and the time that each took. Nothing where none was seen. */
export const JobStatusSteps = forwardRef<HTMLOListElement, ComponentPropsWithoutRef<'ol'>>(
  function JobStatusSteps(props, ref) {
    const { state, labels, locale, partProps } = usePart('Steps', 'rpo-steps', props)
    const { job, steps } = state
    if (!job || steps.length === 0) return null
    const { step, totalSteps } = progressView(job)
    const left = state.kind === 'running' && totalSteps !== null && step !== null ? totalSteps - step : 0
    return (
      <ol aria-label={labels.steps} {...partProps} ref={ref}>
        {steps.map((seen) => (
          <Step key={seen.firstSeenAt} seen={seen} />
        ))}
        {left > 0 && (
          <li className="rpo-step-seen" data-state="upcoming">
            <span className="rpo-step-mark" />
            <span className="rpo-step-seen-name">{labels.moreSteps(left, formatCount(left, locale))}</span>
          </li>
        )}
      </ol>
    )
  },
)

function Step({ seen }: { seen: JobStep }) {
  const { labels, locale } = useJobStatus('Steps')
  const { name, firstSeenAt, endedAt, isSeenFromStart } = seen
  // A step that had begun before anybody looked took longer than was seen.
  const tell = (durationMs: number) => {
    const duration = formatClock(durationMs, locale)
    return isSeenFromStart ? duration : labels.atLeast(duration)
  }
  return (
    <li className="rpo-step-seen" data-state={endedAt === null ? 'current' : 'done'}>
      <span className="rpo-step-mark" />
      <bdi className="rpo-step-seen-name">
        {name.trim() || labels.stepNumber(formatCount(seen.step, locale))}
      </bdi>
      <span className="rpo-step-time">
        {endedAt === null ? (
          <TickingText text={(nowMs) => tell(nowMs - firstSeenAt)} />
        ) : (
          tell(endedAt - firstSeenAt)
        )}
      </span>
    </li>
  )
}
