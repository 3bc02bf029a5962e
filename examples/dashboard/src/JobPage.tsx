import { JobStatusCard, useCancelOptimizationJob, useOptimizationJob } from 'react-prompt-optimization'
import { JobOutcome } from 'react-prompt-optimization/diff'
import { DeployVersion } from 'react-prompt-optimization/prompts'
import { Breadcrumb } from './Breadcrumb.js'

interface JobPageProps {
  projectId: string
  jobId: string
}

export function JobPage({ projectId, jobId }: JobPageProps) {
  const state = useOptimizationJob({ projectId, jobId })
  const cancel = useCancelOptimizationJob({ projectId })
  return (
    <div className="job-page">
      <Breadcrumb />
      <JobStatusCard
        state={state}
        headingLevel={2}
        outcome={<JobOutcome projectId={projectId} defaultOpen />}
        actions={<DeployVersion projectId={projectId} />}
        onCancel={(job) => cancel.mutateAsync(job.jobId)}
      />
    </div>
  )
}
