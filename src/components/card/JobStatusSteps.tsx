'use client'

import type { RefAttributes } from 'react'
import { formatClock, formatCount } from '../../labels/format.js'
import { getKnownTime, isClockKnown } from '../shared/getKnownTime.js'
import { getProgressModel } from '../shared/getProgressModel.js'
import { createPart } from './createPart.js'
import { type JobStatusContextValue, type JobStatusPartProps, renderPart } from './JobStatusContext.js'

type Props = JobStatusPartProps<'ol'>

export function renderSteps(card: JobStatusContextValue, props: Props & RefAttributes<HTMLOListElement>) {
  const { labels, locale, tickRef } = card
  const { kind, job, steps } = card.state
  if (!job || steps.length === 0) return null
  const { step, totalSteps } = getProgressModel(job)
  const endState = kind === 'failed' ? 'failed' : kind === 'cancelled' ? 'stopped' : 'done'
  const remaining = kind === 'running' && totalSteps !== null && step !== null ? totalSteps - step : 0
  return renderPart(
    'ol',
    'rpo-steps',
    card,
    props,
    // WebKit takes a list without markers for no list.
    { role: 'list', 'aria-label': labels.steps },
    steps.map(({ name, step, firstObservedAt, endedAt, isStartObserved }, index) => {
      const format = (untilMs: number) => {
        const duration = formatClock(untilMs - firstObservedAt, labels, locale)
        // The start was not observed, so the step took longer.
        return isStartObserved ? duration : labels.atLeast(duration)
      }
      const state = endedAt === null ? 'current' : index === steps.length - 1 ? endState : 'done'
      return (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only appended
          key={index}
          className="rpo-step-item"
          data-state={state}
          aria-current={state === 'current' ? 'step' : undefined}
        >
          <bdi className="rpo-step-item-name">
            {name.trim() || labels.stepNumber(formatCount(step, locale))}
          </bdi>
          {state !== 'current' && <span className="rpo-hidden">{`, ${labels.stepState(state)}, `}</span>}
          {endedAt === null ? (
            <span
              key="ticking"
              ref={tickRef((nowMs) =>
                isClockKnown(card.state) ? format(getKnownTime(card.state, nowMs)) : '',
              )}
              className="rpo-step-time"
            />
          ) : (
            <span key="ended" className="rpo-step-time">
              {format(endedAt)}
            </span>
          )}
        </li>
      )
    }),
    remaining > 0 && (
      <li className="rpo-step-item" data-state="upcoming">
        <span className="rpo-step-item-name">
          {labels.moreSteps(remaining, formatCount(remaining, locale))}
        </span>
      </li>
    ),
  )
}

/**
 * The observed steps and their durations. Renders nothing without any. Sets `data-kind` and `data-connection`, and
 * `data-state` on each step: `done`, `current`, `failed`, `stopped` or `upcoming`.
 */
export const JobStatusSteps = /* @__PURE__ */ createPart<HTMLOListElement, Props>('Steps', renderSteps)
