'use client'

import { type ComponentPropsWithoutRef, forwardRef, useCallback, useState } from 'react'
import type { OptimizationJobSummary } from '../../core/job.js'
import { useNetworkAndVisibility } from '../../hooks/useNetworkAndVisibility.js'
import {
  type UseOptimizationJobListOptions,
  useOptimizationJobList,
} from '../../hooks/useOptimizationJobList.js'
import { en } from '../../labels/en.js'
import { getErrorKey } from '../../labels/getErrorKey.js'
import { RefetchButton } from '../shared/RefetchButton.js'
import { useLabels, type Words } from '../shared/useLabels.js'
import { JobListRow, type JobListRowOptions } from './JobListRow.js'

/** Props of {@link JobList}, beside those of a `div`. */
export interface JobListProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    UseOptimizationJobListOptions,
    JobListRowOptions,
    Words {
  /** The job whose card is open at first. @default none */
  defaultExpandedJobId?: string | undefined
  /**
   * Which of the jobs read so far to show, such as those of one phase; `status` filters on the service, by its own words.
   * Say with `labels.noJobs` what an empty list then means. @default all
   */
  filter?: ((job: OptimizationJobSummary) => boolean) | undefined
}

/**
 * A project's jobs, newest first, a row each; a row opens to the job's card, in place. The list keeps itself fresh while a
 * job on it is active, and only rows that are active and on the screen are watched in detail.
 *
 * @example
 * return <JobList projectId={projectId} links={{ testRun: (id) => `/test-runs/${id}` }} canCancel />
 */
export const JobList = forwardRef<HTMLDivElement, JobListProps>(function JobList(props, ref) {
  const { projectId, status, pageSize, pollIntervalMs, pollInBackground, ...own } = props
  const { links, components, canCancel, getTitle, renderActions, labels: ownLabels, locale, ...rest } = own
  const { defaultExpandedJobId, filter, className, ...native } = rest
  const words = useLabels({ labels: ownLabels, locale }, en)
  const { labels } = words
  const list = useOptimizationJobList({ projectId, status, pageSize, pollIntervalMs, pollInBackground })
  const { kind, jobs, error, hasMore, isLoadingMore, isLoadMoreError, loadMore, refetch } = list
  const shown = filter ? jobs.filter(filter) : jobs
  const [expandedJobs, setExpandedJobs] = useState<ReadonlySet<string>>(
    () => new Set(defaultExpandedJobId ? [defaultExpandedJobId] : []),
  )
  const toggle = useCallback((jobId: string) => {
    setExpandedJobs((open) => {
      const next = new Set(open)
      if (!next.delete(jobId)) next.add(jobId)
      return next
    })
  }, [])

  const { isOnline } = useNetworkAndVisibility()
  const problem = error && (
    <div className="rpo-list-error" role="alert">
      <div>{labels.projectError(getErrorKey(error))}</div>
      {!isLoadMoreError && (
        <RefetchButton className="rpo-text-button" refetch={refetch} labels={labels}>
          {labels.retry}
        </RefetchButton>
      )}
    </div>
  )
  return (
    <div {...native} ref={ref} className={className ? `rpo-list ${className}` : 'rpo-list'} data-kind={kind}>
      {!isLoadMoreError && problem}
      {!isOnline && <div className="rpo-note">{labels.offline}</div>}
      {isOnline && kind === 'loading' && !error && <div className="rpo-note">{labels.loadingJobs}</div>}
      {kind === 'ready' && shown.length === 0 && <div className="rpo-note">{labels.noJobs}</div>}
      {shown.length > 0 && (
        <ul className="rpo-rows" aria-label={labels.jobs}>
          {shown.map((job) => (
            <JobListRow
              key={job.jobId}
              projectId={projectId}
              job={job}
              isOpen={expandedJobs.has(job.jobId)}
              onToggle={toggle}
              {...words}
              {...{ links, components, canCancel, getTitle, renderActions }}
            />
          ))}
        </ul>
      )}
      {/* What is wrong stands where the person looks, beside the button that tries again. */}
      {isLoadMoreError && problem}
      {hasMore && (
        <button type="button" className="rpo-button" aria-disabled={isLoadingMore} onClick={loadMore}>
          {isLoadingMore ? labels.loadingMore : labels.loadMore}
        </button>
      )}
    </div>
  )
})
