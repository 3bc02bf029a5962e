import { JobList, useOptimizationJobList } from 'react-prompt-optimization'
import { jobHref, jobTitle } from './jobCardConfig.js'
import { Link } from './Link.js'
import { PhaseFilter, useSelectedFilter } from './PhaseFilter.js'
import { ProjectForm } from './ProjectForm.js'
import { RunningJobs } from './RunningJobs.js'
import { StartJob } from './StartJob.js'

const FILTER_LABELS = { noJobs: 'No jobs match this filter.' }

export function HomePage({ projectId }: { projectId: string }) {
  const { jobs, kind } = useOptimizationJobList({ projectId })
  const filter = useSelectedFilter()
  return (
    <div className="home">
      <StartJob projectId={projectId} />
      <div className="jobs">
        <RunningJobs projectId={projectId} jobs={jobs} />
        <section aria-labelledby="jobs-title">
          <header className="section-header">
            <h2 id="jobs-title">Jobs</h2>
            <PhaseFilter />
          </header>
          <JobList
            projectId={projectId}
            filter={filter}
            labels={filter && FILTER_LABELS}
            getTitle={jobTitle}
            renderActions={renderOpenLink}
            canCancel
          />
        </section>
        {kind === 'error' && <ProjectForm projectId={projectId} />}
      </div>
    </div>
  )
}

const renderOpenLink = (job: { jobId: string }) => (
  <Link className="button" href={jobHref(job)}>
    Open
  </Link>
)
