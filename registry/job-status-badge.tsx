'use client'

import { JobStatusBadge as JobStatus, type JobStatusBadgeProps } from 'react-prompt-optimization'
import { Badge } from '@/components/ui/badge'

/** The status of a job and, while it runs, its step. It takes the state that `useOptimizationJob` returns. */
export function JobStatusBadge(props: JobStatusBadgeProps) {
  return (
    <JobStatus
      render={
        <Badge variant="outline" className="h-auto bg-transparent pl-1 text-muted-foreground after:hidden" />
      }
      {...props}
    />
  )
}
