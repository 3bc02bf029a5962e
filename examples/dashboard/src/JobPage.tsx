import { JobStatusCard, useCancelOptimizationJob, useOptimizationJob } from 'react-prompt-optimization'
import { JobOutcome } from 'react-prompt-optimization/diff'
import { DeployVersion, JobInputs, RunAgain, usePromptNames } from 'react-prompt-optimization/prompts'
import { Breadcrumb } from './Breadcrumb.js'
import { jobTitle } from './jobCardConfig.js'

interface JobPageProps {
  projectId: string
  jobId: string
}

export function JobPage({ projectId, jobId }: JobPageProps) {
  const state = useOptimizationJob({ projectId, jobId })
  const getPromptName = usePromptNames({ projectId })
  const cancel = useCancelOptimizationJob({ projectId })
  return (
    <div className="job-page">
      <Breadcrumb />
      <JobStatusCard
        state={state}
        title={jobTitle({ jobId, promptName: getPromptName(state.job) })}
        headingLevel={2}
        outcome={<JobOutcome projectId={projectId} defaultOpen />}
        details={<JobInputs projectId={projectId} />}
        actions={
          <>
            <DeployVersion projectId={projectId} />
            <RunAgain projectId={projectId} />
          </>
        }
        onCancel={(job) => cancel.mutateAsync(job.jobId)}
      />
    </div>
  )
}
