'use client'

import { JobStatus, type JobStatusCardProps } from 'react-prompt-optimization'
import { Card, CardContent } from '@/components/ui/card'

/** A job in any state. It takes the state that `useOptimizationJob` returns, and fetches nothing. */
export function JobStatusCard({ onCancel, actions, outcome, details, ...props }: JobStatusCardProps) {
  return (
    <JobStatus.Root render={<Card role="article" className="before:hidden after:hidden" />} {...props}>
      <CardContent className="grid gap-4">
        <JobStatus.Header />
        <JobStatus.Progress />
        <JobStatus.Error />
        <JobStatus.DataSources />
        <JobStatus.Summary />
        {outcome}
        <div className="flex flex-wrap gap-2 empty:hidden">
          <JobStatus.Links className={LINKS} />
          <JobStatus.Actions onCancel={onCancel}>{actions}</JobStatus.Actions>
        </div>
        <JobStatus.Details>
          <JobStatus.Steps />
          <JobStatus.Times />
          {details}
          <JobStatus.Ids />
        </JobStatus.Details>
        <JobStatus.Connection className="rounded-md" />
      </CardContent>
    </JobStatus.Root>
  )
}

const LINKS = 'gap-2 bg-transparent *:min-h-8 *:flex-none *:rounded-md *:border *:shadow-xs *:hover:bg-accent'
