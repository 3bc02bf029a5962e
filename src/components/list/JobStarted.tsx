'use client'

import { useId } from 'react'
import { isSafeHref } from '../../core/isSafeHref.js'
import { useOptimizationContext } from '../../hooks/OptimizationContext.js'
import type { CardAndListLabels } from '../../labels/JobLabels.js'

/** That a job was started, with a link to it where the app has one. */
export function JobStarted({ jobId, labels }: { jobId: string; labels: CardAndListLabels }) {
  const { links, components } = useOptimizationContext()
  const linkId = useId()
  const { Link = 'a' } = components ?? {}
  const href = links?.job?.(jobId)
  return (
    // One element: a translator replaces text nodes, so React can't remove them one by one.
    <div>
      <span>{labels.jobStarted}</span>{' '}
      {href && isSafeHref(href) && (
        <Link className="rpo-text-button" href={href} aria-labelledby={linkId}>
          <span id={linkId}>{labels.openJob}</span>
        </Link>
      )}
    </div>
  )
}
