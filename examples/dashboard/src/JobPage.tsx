import type { OptimizationJob } from 'react-prompt-optimization'
import { JobCard } from './JobCard.js'
import { jobTitle } from './jobCardConfig.js'
import { Link } from './Link.js'
import { buildHref } from './project.js'

interface JobPageProps {
  projectId: string
  jobId: string
  onFinish: (job: OptimizationJob) => void
}

export function JobPage({ projectId, jobId, onFinish }: JobPageProps) {
  return (
    <section className="job-page" aria-labelledby="job-title">
      <h2 id="job-title">
        <Link href={buildHref('/')}>All jobs</Link> / {jobTitle({ jobId })}
      </h2>
      <JobCard projectId={projectId} jobId={jobId} onFinish={onFinish} />
    </section>
  )
}
