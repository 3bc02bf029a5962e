import { JobCard } from './JobCard.js'
import { jobTitle } from './jobCardConfig.js'
import { Link } from './Link.js'
import { buildHref } from './project.js'

interface JobPageProps {
  projectId: string
  jobId: string
}

export function JobPage({ projectId, jobId }: JobPageProps) {
  return (
    <section className="job-page" aria-labelledby="job-title">
      <h2 id="job-title">
        <Link href={buildHref('/')}>All jobs</Link> / {jobTitle({ jobId })}
      </h2>
      <JobCard projectId={projectId} jobId={jobId} />
    </section>
  )
}
