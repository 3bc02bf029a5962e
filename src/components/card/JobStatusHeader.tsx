'use client'

import type { RefAttributes } from 'react'
import { isKnownStatus } from '../../core/phase.js'
import { getHeaderTime } from '../shared/getHeaderTime.js'
import { getStatusKey } from '../shared/getStatusKey.js'
import { renderStatusIcon } from '../shared/renderIcon.js'
import { createPart } from './createPart.js'
import { type JobStatusContextValue, type JobStatusPartProps, renderPart } from './JobStatusContext.js'
import { renderRelativeTime } from './RelativeTime.js'

type Props = JobStatusPartProps<'header'>

export function renderHeader(card: JobStatusContextValue, props: Props & RefAttributes<HTMLElement>) {
  const { state, labels, locale, titleId, headingLevel } = card
  const { kind, job } = state
  const Title = `h${headingLevel}` as const
  return renderPart(
    'header',
    'rpo-header',
    card,
    props,
    null,
    renderStatusIcon(kind),
    <div className="rpo-heading">
      <Title className="rpo-title" id={titleId}>
        {labels.title}
      </Title>
      <span className="rpo-badge">{labels.status(getStatusKey(kind, state.isCancelling))}</span>
      {(job || kind !== 'error') && (
        <div className="rpo-subtitle">
          {kind === 'idle' && <span>{labels.noJob}</span>}
          {kind === 'loading' && <span>{labels.loadingJob}</span>}
          {job && renderRelativeTime(card, getHeaderTime(job, labels, locale))}
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
