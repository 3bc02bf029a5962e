'use client'

import type { ComponentPropsWithoutRef } from 'react'
import { formatClock, formatCount } from '../../labels/format.js'
import { getProgressModel } from '../shared/getProgressModel.js'
import { TickingText } from '../shared/TickingText.js'
import { createPart } from './createPart.js'

/** The steps that the job was seen in, and the time that each took. Nothing where none was seen. */
export const JobStatusSteps = createPart<HTMLOListElement, ComponentPropsWithoutRef<'ol'>>(
  'Steps',
  ({ state: { kind, job, steps }, labels, locale }, props) => {
    if (!job || steps.length === 0) return null
    const { step, totalSteps } = getProgressModel(job)
    const isStopped = kind === 'failed' || kind === 'cancelled'
    const left = kind === 'running' && totalSteps !== null && step !== null ? totalSteps - step : 0
    return (
      <ol aria-label={labels.steps} {...props}>
        {steps.map(({ name, step, firstSeenAt, endedAt, isStartObserved }, index) => {
          const tell = (untilMs: number) => {
            const duration = formatClock(untilMs - firstSeenAt, locale)
            // A step that had begun before anybody looked took longer than was seen.
            return isStartObserved ? duration : labels.atLeast(duration)
          }
          const endState = isStopped && index === steps.length - 1 ? 'stopped' : 'done'
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a step stays where it was first seen
              key={index}
              className="rpo-step-item"
              data-state={endedAt === null ? 'current' : endState}
            >
              <bdi className="rpo-step-item-name">
                {name.trim() || labels.stepNumber(formatCount(step, locale))}
              </bdi>
              <span className="rpo-step-time">
                {endedAt === null ? <TickingText text={tell} /> : tell(endedAt)}
              </span>
            </li>
          )
        })}
        {left > 0 && (
          <li className="rpo-step-item" data-state="upcoming">
            <span className="rpo-step-item-name">{labels.moreSteps(left, formatCount(left, locale))}</span>
          </li>
        )}
      </ol>
    )
  },
)
