import type { ReactNode } from 'react'
import {
  JobStatusCard,
  type OptimizationJob,
  useCancelOptimizationJob,
  useOptimizationJob,
} from 'react-prompt-optimization'
import { components, jobTitle, links } from './jobCardConfig.js'

interface JobCardProps {
  projectId: string
  jobId: string
  onFinish: (job: OptimizationJob) => void
  actions?: ReactNode
}

/** Polls in the background too, so that the document title can show that the job finished. */
export function JobCard({ projectId, jobId, onFinish, actions }: JobCardProps) {
  const state = useOptimizationJob({ projectId, jobId, onFinish, pollInBackground: true })
  const cancel = useCancelOptimizationJob({ projectId })
  return (
    <JobStatusCard
      state={state}
      links={links}
      components={components}
      labels={{ title: jobTitle({ jobId }) }}
      onCancel={(job) => cancel.mutateAsync(job.jobId)}
      actions={actions}
    />
  )
}
