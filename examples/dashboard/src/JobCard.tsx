import type { ReactNode } from 'react'
import { JobStatusCard, useCancelOptimizationJob, useOptimizationJob } from 'react-prompt-optimization'
import { jobTitle } from './jobCardConfig.js'

interface JobCardProps {
  projectId: string
  jobId: string
  actions?: ReactNode
}

/** Polls in the background too, so that the document title can show that the job finished. */
export function JobCard({ projectId, jobId, actions }: JobCardProps) {
  const state = useOptimizationJob({ projectId, jobId, pollInBackground: true })
  const cancel = useCancelOptimizationJob({ projectId })
  return (
    <JobStatusCard
      state={state}
      labels={{ title: jobTitle({ jobId }) }}
      onCancel={(job) => cancel.mutateAsync(job.jobId)}
      actions={actions}
    />
  )
}
