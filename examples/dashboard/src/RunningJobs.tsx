import { useRef, useState } from 'react'
import type { OptimizationJob, OptimizationJobSummary } from 'react-prompt-optimization'
import { isTerminalPhase } from 'react-prompt-optimization/api'
import { JobCard } from './JobCard.js'
import { jobHref, jobTitle } from './jobCardConfig.js'
import { Link } from './Link.js'

// Each card asks the service for its job. The list below shows the rest for less.
const MAX_CARDS = 6

interface RunningJobsProps {
  projectId: string
  jobs: readonly OptimizationJobSummary[]
  onFinish: (job: OptimizationJob) => void
}

/** The newest jobs that run, side by side. One that ends stays until it is dismissed, so that its outcome is seen. */
export function RunningJobs({ projectId, jobs, onFinish }: RunningJobsProps) {
  const [watched, setWatched] = useState<ReadonlySet<string>>(new Set())
  const active = jobs.filter((job) => !isTerminalPhase(job.phase))
  const running = active.slice(0, MAX_CARDS)
  if (running.some(({ jobId }) => !watched.has(jobId))) {
    setWatched(new Set([...watched, ...running.map(({ jobId }) => jobId)]))
  }
  const heading = useRef<HTMLHeadingElement>(null)
  const dismiss = (jobId: string) => {
    // The button goes away, and the focus would be lost with it.
    heading.current?.focus()
    setWatched(new Set([...watched].filter((id) => id !== jobId)))
  }

  const shown = jobs.filter(({ jobId }) => watched.has(jobId))
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="running-title">
      <h2 id="running-title" ref={heading} tabIndex={-1}>
        Active jobs
      </h2>
      {active.length > MAX_CARDS && (
        <p className="quiet">
          The newest {MAX_CARDS} of {active.length}; the others are in the list.
        </p>
      )}
      <ul className="cards">
        {shown.map((job) => (
          <li key={job.jobId}>
            <JobCard
              projectId={projectId}
              jobId={job.jobId}
              onFinish={onFinish}
              actions={
                <>
                  {isTerminalPhase(job.phase) && (
                    <button type="button" className="button" onClick={() => dismiss(job.jobId)}>
                      Dismiss
                    </button>
                  )}
                  <Link className="button" href={jobHref(job)} aria-label={`Open ${jobTitle(job)}`}>
                    Open
                  </Link>
                </>
              }
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
