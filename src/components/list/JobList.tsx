'use client'

import { forwardRef, type ReactNode } from 'react'
import {
  type UseOptimizationJobListOptions,
  useOptimizationJobList,
} from '../../hooks/useOptimizationJobList.js'
import { JobListError, JobListLoadMoreError } from './JobListError.js'
import { JobListLoadMore } from './JobListLoadMore.js'
import { JobListNotice } from './JobListNotice.js'
import { JobListPlaceholder } from './JobListPlaceholder.js'
import { JobListRoot, type JobListRootProps } from './JobListRoot.js'
import { JobListRows } from './JobListRows.js'

/** Props of {@link JobList}, in addition to those of a `div`. */
export interface JobListProps
  extends Omit<JobListRootProps, 'state' | 'children'>,
    UseOptimizationJobListOptions {
  /** Rendered when there are no jobs, for example with a link to a form that starts one. @default `labels.noJobs` */
  emptyState?: ReactNode
}

/**
 * A project's jobs, newest first. A row expands to the job's card. The list is polled, less often while none of its jobs is active;
 * of collapsed rows, only those that are active and visible poll their job. For another layout, compose the parts in
 * `JobListParts`.
 *
 * @example
 * return <JobList projectId={projectId} links={{ testRun: (id) => `/test-runs/${id}` }} canCancel />
 */
export const JobList = /* @__PURE__ */ forwardRef<HTMLDivElement, JobListProps>(function JobList(props, ref) {
  const { status, pageSize, pollIntervalMs, pollInBackground, emptyState, ...rootProps } = props
  const { projectId } = props
  const state = useOptimizationJobList({ projectId, status, pageSize, pollIntervalMs, pollInBackground })
  return (
    <JobListRoot {...rootProps} state={state} ref={ref}>
      <JobListError />
      <JobListNotice />
      <JobListPlaceholder>{emptyState}</JobListPlaceholder>
      <JobListRows />
      <JobListLoadMoreError />
      <JobListLoadMore />
    </JobListRoot>
  )
})
