import './index.css'
import { createRoot } from 'react-dom/client'
import { JobStatusCard as PackageCard, StartJobForm, useOptimizationJob } from 'react-prompt-optimization'
import { JobList } from '@/components/job-list'
import { JobStatusBadge } from '@/components/job-status-badge'
import { JobStatusCard } from '@/components/job-status-card'
import { jobs, projectId, Service } from './service'

document.documentElement.classList.toggle('dark', location.search === '?dark')

function Job({ title, jobId }: { title: string; jobId: string }) {
  const state = useOptimizationJob({ projectId, jobId })
  return (
    <div className="flex flex-col items-start gap-2">
      <JobStatusBadge state={state} />
      <JobStatusCard state={state} title={title} headingLevel={2} onCancel={() => undefined} />
    </div>
  )
}

/** The package's own card, in the tokens of the theme. */
function ThemedJob() {
  const state = useOptimizationJob({ projectId, jobId: jobs.completed })
  return <PackageCard state={state} title="themed" headingLevel={2} />
}

createRoot(document.querySelector('#root') as Element).render(
  <Service>
    <div className="grid max-w-xl gap-6 p-6">
      <h1 className="text-xl font-semibold">Jobs</h1>
      {Object.entries(jobs).map(([title, jobId]) => (
        <Job key={jobId} title={title} jobId={jobId} />
      ))}
      <JobList projectId={projectId} pageSize={2} />
      <ThemedJob />
      <StartJobForm projectId={projectId} />
    </div>
  </Service>,
)
