import { JobStatusCard, useCancelOptimizationJob, useOptimizationJob } from 'react-prompt-optimization'
import { Link } from './Link.js'
import { buildHref } from './project.js'

interface JobPageProps {
  projectId: string
  jobId: string
}

export function JobPage({ projectId, jobId }: JobPageProps) {
  // Polls in the background too, so that the document title can show that the job finished.
  const state = useOptimizationJob({ projectId, jobId, pollInBackground: true })
  const cancel = useCancelOptimizationJob({ projectId })
  return (
    <div className="job-page">
      <nav aria-label="Breadcrumb">
        <Link href={buildHref('/')}>All jobs</Link>
      </nav>
      <JobStatusCard state={state} headingLevel={2} onCancel={(job) => cancel.mutateAsync(job.jobId)} />
    </div>
  )
}
