import { useRef, useState } from 'react'
import type { OptimizationJobSummary } from 'react-prompt-optimization'
import { isTerminalPhase } from 'react-prompt-optimization/api'
import { JobCard } from './JobCard.js'
import { jobHref, jobTitle } from './jobCardConfig.js'
import { Link } from './Link.js'

// Each card polls its job.
const MAX_CARDS = 6

interface RunningJobsProps {
  projectId: string
  jobs: readonly OptimizationJobSummary[]
}

/** Cards of the newest active jobs. A finished job stays until it is dismissed. */
export function RunningJobs({ projectId, jobs }: RunningJobsProps) {
  const [visibleIds, setVisibleIds] = useState<ReadonlySet<string>>(new Set())
  const active = jobs.filter((job) => !isTerminalPhase(job.phase))
  const running = active.slice(0, MAX_CARDS)
  if (running.some(({ jobId }) => !visibleIds.has(jobId))) {
    setVisibleIds(new Set([...visibleIds, ...running.map(({ jobId }) => jobId)]))
  }
  const heading = useRef<HTMLHeadingElement>(null)
  const dismiss = (jobId: string) => {
    // The button unmounts, which would lose the focus.
    heading.current?.focus()
    setVisibleIds(new Set([...visibleIds].filter((id) => id !== jobId)))
  }

  const visibleJobs = jobs.filter(({ jobId }) => visibleIds.has(jobId))
  if (visibleJobs.length === 0) return null
  return (
    <section aria-labelledby="running-title">
      <h2 id="running-title" ref={heading} tabIndex={-1}>
        Active jobs
      </h2>
      {active.length > MAX_CARDS && (
        <p className="muted">
          Showing the newest {MAX_CARDS} of {active.length}. The rest are in the list below.
        </p>
      )}
      {/* biome-ignore lint/a11y/noRedundantRoles: WebKit takes a list without markers for no list */}
      <ul className="cards" role="list">
        {visibleJobs.map((job) => (
          <li key={job.jobId}>
            <JobCard
              projectId={projectId}
              jobId={job.jobId}
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
