import {
  type JobComponents,
  JobStatus,
  JobStatusCard,
  type OptimizationJob,
  useOptimizationJob,
} from 'react-prompt-optimization'
import { JobOutcome, PromptDiff } from 'react-prompt-optimization/diff'
import { MarkdownSummary } from 'react-prompt-optimization/markdown'
import { TestResults, useOptimizationOutcome } from 'react-prompt-optimization/outcome'

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
    const outcome = <JobOutcome projectId={projectId} defaultOpen />
    return <JobStatusCard state={state} outcome={outcome} components={components} />
  }
  return (
    <JobStatus.Root state={state} className={({ kind }) => `job-${kind}`} style={{ gap: 8 }}>
      <JobStatus.Header render={<header id={state.job.jobId} />} />
      <JobStatus.Summary render={(props) => <section {...props} />} />
      <Outcome projectId={projectId} job={state.job} />
      <JobStatus.Links />
    </JobStatus.Root>
  )
}

function Outcome({ projectId, job }: { projectId: string; job: OptimizationJob }) {
  const { changes, tests } = useOptimizationOutcome({ projectId, job })
  return (
    <>
      {changes.kind === 'ready' && (
        <PromptDiff
          original={changes.original}
          optimized={changes.optimized}
          view="split"
          className={({ isIdentical }) => (isIdentical ? 'same' : undefined)}
        />
      )}
      {tests.kind === 'ready' && <TestResults testRun={tests.testRun} baseline={tests.otherTestRun} />}
    </>
  )
}
