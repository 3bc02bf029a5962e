'use client'

import { JobListParts, type JobListProps, useOptimizationJobList } from 'react-prompt-optimization'
import { Button } from '@/components/ui/button'

/** A project's jobs, newest first. A row expands to the job's card. */
export function JobList({
  status,
  pageSize,
  pollIntervalMs,
  pollInBackground,
  emptyState,
  ...props
}: JobListProps) {
  const { projectId } = props
  const state = useOptimizationJobList({ projectId, status, pageSize, pollIntervalMs, pollInBackground })
  return (
    <JobListParts.Root render={<div className="[--rpo-space:--spacing(6)]" />} {...props} state={state}>
      <JobListParts.Error />
      <JobListParts.Notice />
      <JobListParts.Placeholder className={ROWS}>{emptyState}</JobListParts.Placeholder>
      <JobListParts.Rows className={ROWS}>
        {(job) => (
          <JobListParts.Row job={job}>
            <JobListParts.RowTrigger className="py-3 hover:bg-muted/50" />
            <JobListParts.RowCard />
          </JobListParts.Row>
        )}
      </JobListParts.Rows>
      <JobListParts.LoadMoreError />
      <JobListParts.LoadMore
        render={<Button variant="outline" size="sm" className="before:hidden after:hidden" />}
      />
    </JobListParts.Root>
  )
}

const ROWS = 'rounded-xl bg-card shadow-sm'
