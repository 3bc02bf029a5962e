import { type JobComponents, JobStatus, JobStatusCard, useOptimizationJob } from 'react-prompt-optimization'
import { MarkdownSummary } from 'react-prompt-optimization/markdown'

const components: JobComponents = {
  Link: ({ href, className, children }) => (
    <a href={href} className={className}>
      {children}
    </a>
  ),
  Summary: MarkdownSummary,
}

export function JobPage({ projectId, jobId }: { projectId: string; jobId: string | null }) {
  const state = useOptimizationJob({ projectId, jobId, onFinish: ({ phase }) => (document.title = phase) })
  if (state.kind !== 'completed') {
    return <JobStatusCard state={state} title={state.job?.promptTemplateId} components={components} />
  }
  return (
    <JobStatus.Root state={state} className={({ kind }) => `job-${kind}`} style={{ gap: 8 }}>
      <JobStatus.Header render={<header id={state.job.jobId} />} />
      <JobStatus.Summary render={(props) => <section {...props} />} />
      <JobStatus.Links />
    </JobStatus.Root>
  )
}
