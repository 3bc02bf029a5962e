'use client'

import type { RefAttributes } from 'react'
import { isKnownStatus } from '../../core/phase.js'
import { getHeaderTime } from '../shared/getHeaderTime.js'
import { isClockKnown, isLive } from '../shared/getKnownTime.js'
import { renderStatusIcon } from '../shared/renderIcon.js'
import { createPart } from './createPart.js'
import { type JobStatusContextValue, type JobStatusPartProps, renderPart } from './JobStatusContext.js'
import { renderRelativeTime } from './RelativeTime.js'

type Props = JobStatusPartProps<'header'>

export function renderHeader(card: JobStatusContextValue, props: Props & RefAttributes<HTMLElement>) {
  const { state, labels, locale, title, titleId, headingLevel } = card
  const { kind, job, isCancelling } = state
  const time = job && getHeaderTime(job, isClockKnown(state), labels, locale)
  const isRepeated = time ? time.namesStatus && kind === job?.phase : kind === 'loading' || kind === 'idle'
  const Title = `h${headingLevel}` as const
  return renderPart(
    'header',
    'rpo-header',
    card,
    props,
    null,
    renderStatusIcon(kind, isLive(state), card.turnRef),
    <div className="rpo-heading">
      <Title className="rpo-title" id={titleId}>
        {title}
      </Title>
      <span
        className="rpo-badge"
        // The subtitle says it, too.
        aria-hidden={(isRepeated && !isCancelling) || undefined}
      >
        {labels.status(isCancelling ? 'cancelling' : kind)}
      </span>
      {(job || kind !== 'error') && (
        <div className="rpo-subtitle">
          {kind === 'idle' && <span>{labels.noJob}</span>}
          {kind === 'loading' && <span>{labels.loadingJob}</span>}
          {time && renderRelativeTime(card, time)}
          {job && !isKnownStatus(job.status) && (
            <span>
              <bdi>{job.status}</bdi>
            </span>
          )}
        </div>
      )}
    </div>,
  )
}

/** The title, the status, and when the job started or finished. Sets `data-kind` and `data-connection`. */
export const JobStatusHeader = /* @__PURE__ */ createPart<HTMLElement, Props>('Header', renderHeader)
