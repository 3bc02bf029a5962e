import { useState } from 'react'
import { JobListParts, useOptimizationJobList } from 'react-prompt-optimization'

/** A list of active jobs, of which one is expanded at a time. */
export function JobAccordion({ projectId }: { projectId: string }) {
  const state = useOptimizationJobList({ projectId })
  const [jobIds, setJobIds] = useState<readonly string[]>([])
  const jobs = state.jobs.filter(({ phase }) => phase === 'queued' || phase === 'running')
  return (
    <JobListParts.Root
      state={{ ...state, jobs }}
      projectId={projectId}
      labels={{ noJobs: 'No active jobs' }}
      expandedJobIds={jobIds}
      onExpandedJobIdsChange={(next) => setJobIds(next.slice(-1))}
    >
      <JobListParts.Error />
      <JobListParts.Notice />
      <JobListParts.Rows>
        {(job) => (
          <JobListParts.Row
            job={job}
            style={({ isExpanded }) => (isExpanded ? { borderInlineStart: '3px solid #6d67f0' } : undefined)}
          />
        )}
      </JobListParts.Rows>
    </JobListParts.Root>
  )
}
