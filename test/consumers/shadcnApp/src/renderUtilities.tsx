import { createRoot } from 'react-dom/client'
import { JobStatusCard, StartJobForm, useOptimizationJob } from 'react-prompt-optimization'
import { jobs, projectId, Service } from './service'

function Jobs() {
  const state = useOptimizationJob({ projectId, jobId: jobs.running })
  return (
    <>
      <JobStatusCard state={state} title="plain" onCancel={() => undefined} />
      <JobStatusCard state={state} title="utilities" className="rounded-none border-4 bg-red-500 p-8" />
      <StartJobForm projectId={projectId} />
    </>
  )
}

export function renderUtilities() {
  createRoot(document.querySelector('#root') as Element).render(
    <Service>
      <Jobs />
    </Service>,
  )
}
