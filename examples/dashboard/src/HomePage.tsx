import { useCallback, useState } from 'react'
import { JobList, type OptimizationJobSummary, useOptimizationJobList } from 'react-prompt-optimization'
import { JobOutcome } from 'react-prompt-optimization/diff'
import { JobInputs, RunAgain, usePromptNames } from 'react-prompt-optimization/prompts'
import { jobHref, jobTitle } from './jobCardConfig.js'
import { Link } from './Link.js'
import { PhaseFilter, useSelectedFilter } from './PhaseFilter.js'
import { ProjectForm } from './ProjectForm.js'
import { StartJob } from './StartJob.js'

export function HomePage({ projectId }: { projectId: string }) {
  // The same query as that of the list, so it costs no request.
  const { jobs, hasMore, kind } = useOptimizationJobList({ projectId })
  const filter = useSelectedFilter()
  const [expandedJobIds, setExpandedJobIds] = useState<readonly string[]>([])
  const getPromptName = usePromptNames({ projectId })
  const getTitle = useCallback(
    (job: OptimizationJobSummary) => jobTitle({ ...job, promptName: getPromptName(job) }),
    [getPromptName],
  )
  const renderDetails = useCallback(() => <JobInputs projectId={projectId} />, [projectId])
  const renderActions = useCallback(
    (job: OptimizationJobSummary) => (
      <>
        <Link className="button" href={jobHref(job)} aria-label={`Open ${jobTitle(job)}`}>
          Open
        </Link>
        <RunAgain projectId={projectId} />
      </>
    ),
    [projectId],
  )
  // Stable, so that rows render only when their job changes.
  const renderOutcome = useCallback(() => <JobOutcome projectId={projectId} />, [projectId])
  return (
    <div className="home">
      <section aria-labelledby="jobs-title">
        <header className="section-header">
          <h2 id="jobs-title">Jobs</h2>
          <a className="button start-link" href="#start-title">
            Start a job
          </a>
          <PhaseFilter jobs={jobs} hasMore={hasMore} />
        </header>
        <JobList
          projectId={projectId}
          filter={filter}
          emptyState={filter && jobs.length > 0 ? 'No jobs match this filter.' : undefined}
          expandedJobIds={expandedJobIds}
          onExpandedJobIdsChange={setExpandedJobIds}
          renderOutcome={renderOutcome}
          renderDetails={renderDetails}
          renderActions={renderActions}
          getTitle={getTitle}
          canCancel
        />
        {kind === 'error' && <ProjectForm projectId={projectId} />}
      </section>
      <StartJob
        projectId={projectId}
        onStarted={({ jobId }) => setExpandedJobIds((expanded) => [jobId, ...expanded])}
      />
    </div>
  )
}
