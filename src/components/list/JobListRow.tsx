'use client'

import { forwardRef, type ReactNode, useId, useMemo } from 'react'
import type { OptimizationJobSummary } from '../../core/job.js'
import { getJobTitle } from '../../labels/getJobTitle.js'
import { renderElement } from '../shared/renderElement.js'
import { useMergedRef } from '../shared/useMergedRef.js'
import { useTickingTexts } from '../shared/useTickingTexts.js'
import { type JobListRowPartProps, RowContext, useJobListContext } from './JobListContext.js'
import { JobListRowCard } from './JobListRowCard.js'
import { JobListRowTrigger } from './JobListRowTrigger.js'

/** Props of {@link JobListRow}, in addition to those of an `li`. */
export interface JobListRowProps extends JobListRowPartProps<'li'> {
  /** A job of the list. */
  job: OptimizationJobSummary
  /** The parts of the row. @default a `RowTrigger` and a `RowCard` */
  children?: ReactNode
}

/** A row, which provides its job to its parts. Sets `data-kind`, the phase of the job, and `data-expanded`. */
export const JobListRow = /* @__PURE__ */ forwardRef<HTMLLIElement, JobListRowProps>(function JobListRow(
  { job, children = PARTS, ...props },
  ref,
) {
  const { expandedJobIds, rowContext } = useJobListContext('Row')
  const ticking = useTickingTexts<HTMLLIElement>()
  const mergedRef = useMergedRef(ticking.rootRef, ref)
  const cardId = useId()
  const isExpanded = expandedJobIds.includes(job.jobId)
  const row = useMemo(() => {
    const title = getJobTitle(job, rowContext.getTitle, rowContext.labels)
    const { root, tickRef, turnRef } = ticking
    return { ...rowContext, state: { job, isExpanded }, title, cardId, root, tickRef, turnRef }
  }, [rowContext, job, isExpanded, cardId, ticking])
  return (
    <RowContext.Provider value={row}>
      {renderElement(
        'li',
        { className: 'rpo-row', 'data-kind': job.phase, 'data-expanded': isExpanded || undefined },
        { ...props, ref: mergedRef },
        row.state,
        children,
      )}
    </RowContext.Provider>
  )
})

// Constant elements, so that a row whose context stays the same does not render them.
const PARTS = (
  <>
    <JobListRowTrigger />
    <JobListRowCard />
  </>
)
