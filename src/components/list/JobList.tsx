'use client'

import { type ComponentPropsWithoutRef, forwardRef, useCallback, useState } from 'react'
import type { OptimizationJobSummary } from '../../core/job.js'
import { useNetworkAndVisibility } from '../../hooks/useNetworkAndVisibility.js'
import {
  type UseOptimizationJobListOptions,
  useOptimizationJobList,
} from '../../hooks/useOptimizationJobList.js'
import { defaultLabels } from '../../labels/en.js'
import { getErrorKey } from '../../labels/getErrorKey.js'
import { RefetchButton } from '../shared/RefetchButton.js'
import { type LocalizationProps, useLabels } from '../shared/useLabels.js'
import { JobListRow, type JobListRowOptions } from './JobListRow.js'

/** Props of {@link JobList}, in addition to those of a `div`. */
export interface JobListProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    UseOptimizationJobListOptions,
    JobListRowOptions,
    LocalizationProps {
  /** The job whose card is initially expanded. @default none */
  defaultExpandedJobId?: string | undefined
  /**
   * Filters the loaded jobs, for example by phase; `status` filters on the service, by its raw status. Set
   * `labels.noJobs` to explain an empty result. @default all jobs
   */
  filter?: ((job: OptimizationJobSummary) => boolean) | undefined
}

/**
 * A project's jobs, newest first. A row expands to the job's card. The list is polled while one of its jobs is active;
 * of collapsed rows, only those that are active and visible poll their job.
 *
 * @example
 * return <JobList projectId={projectId} links={{ testRun: (id) => `/test-runs/${id}` }} canCancel />
 */
export const JobList = forwardRef<HTMLDivElement, JobListProps>(function JobList(props, ref) {
  const { projectId, status, pageSize, pollIntervalMs, pollInBackground, ...own } = props
  const { links, components, canCancel, getTitle, renderActions, labels: labelsProp, locale, ...rest } = own
  const { defaultExpandedJobId, filter, className, ...native } = rest
  const localization = useLabels({ labels: labelsProp, locale }, defaultLabels)
  const { labels } = localization
  const list = useOptimizationJobList({ projectId, status, pageSize, pollIntervalMs, pollInBackground })
  const { kind, jobs, error, hasMore, isLoadingMore, isLoadMoreError, loadMore, refetch } = list
  const visibleJobs = filter ? jobs.filter(filter) : jobs
  const [expandedJobs, setExpandedJobs] = useState<ReadonlySet<string>>(
    () => new Set(defaultExpandedJobId ? [defaultExpandedJobId] : []),
  )
  const toggle = useCallback((jobId: string) => {
    setExpandedJobs((expanded) => {
      const next = new Set(expanded)
      if (!next.delete(jobId)) next.add(jobId)
      return next
    })
  }, [])

  const { isOnline } = useNetworkAndVisibility()
  const errorMessage = error && (
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
      {!isLoadMoreError && errorMessage}
      {!isOnline && <div className="rpo-note">{labels.offline}</div>}
      {isOnline && kind === 'loading' && !error && <div className="rpo-note">{labels.loadingJobs}</div>}
      {kind === 'ready' && visibleJobs.length === 0 && <div className="rpo-note">{labels.noJobs}</div>}
      {visibleJobs.length > 0 && (
        <ul className="rpo-rows" aria-label={labels.jobs}>
          {visibleJobs.map((job) => (
            <JobListRow
              key={job.jobId}
              projectId={projectId}
              job={job}
              isExpanded={expandedJobs.has(job.jobId)}
              onToggle={toggle}
              {...localization}
              {...{ links, components, canCancel, getTitle, renderActions }}
            />
          ))}
        </ul>
      )}
      {/* Next to the button that retries. */}
      {isLoadMoreError && errorMessage}
      {hasMore && (
        <button type="button" className="rpo-button" aria-disabled={isLoadingMore} onClick={loadMore}>
          {isLoadingMore ? labels.loadingMore : labels.loadMore}
        </button>
      )}
    </div>
  )
})
