import { useState } from 'react'
import {
  JobList,
  JobStatusCard,
  StartJobForm,
  useCancelOptimizationJob,
  useOptimizationJob,
} from 'react-prompt-optimization'
import { JobOutcome } from 'react-prompt-optimization/diff'
import { PromptFields } from 'react-prompt-optimization/prompts'
import { datasetId, firstJobId, projectId, promptTemplateId } from './simulator'
import { ThemeSwitch } from './ThemeSwitch'

export function App() {
  const [jobId, setJobId] = useState(firstJobId)
  const state = useOptimizationJob({ projectId, jobId })
  const cancel = useCancelOptimizationJob({ projectId })

  return (
    <>
      <header>
        <h1>Prompt optimization playground</h1>
        <ThemeSwitch />
      </header>
      <main>
        <section aria-labelledby="latest">
          <h2 id="latest">Latest job</h2>
          <JobStatusCard
            state={state}
            outcome={<JobOutcome projectId={projectId} defaultOpen />}
            onCancel={() => cancel.mutateAsync(jobId)}
          />
        </section>
        <section className="start" aria-labelledby="start">
          <h2 id="start">Start a job</h2>
          <p>To make it fail or cancel it, type “fail” or “cancel” in the instructions.</p>
          <StartJobForm
            projectId={projectId}
            defaultValues={{ datasetId }}
            fields={<PromptFields projectId={projectId} defaultPromptTemplateId={promptTemplateId} />}
            onStarted={(job) => setJobId(job.jobId)}
          />
        </section>
        <section aria-labelledby="all">
          <h2 id="all">All jobs</h2>
          <JobList
            projectId={projectId}
            renderOutcome={() => <JobOutcome projectId={projectId} />}
            canCancel
          />
        </section>
      </main>
    </>
  )
}
