import './handCard.css'
import { useEffect, useState } from 'react'
import { agoText, elapsedText, type WireJob } from './wire.js'

/** The card as it is written in an afternoon: the visible parts of ours, and a clock of its own. */
export function HandCard({ job }: { job: WireJob | null }) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  if (!job) {
    return (
      <article className="hand-card" data-kind="loading">
        Loading…
      </article>
    )
  }
  const { progress, data_sources_used: sources } = job
  return (
    <article className="hand-card" data-kind={job.status}>
      <header>
        <span>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M8 2.5a5.5 5.5 0 1 1-5.5 5.5" />
          </svg>
        </span>
        <h3>Prompt optimization</h3>
        <span className="pill">{job.status}</span>

        <time dateTime={job.created_at}>{agoText(job, now)}</time>
      </header>
      {progress && (
        <div>
          <div className="step">
            <bdi className="name">{progress.step_name}</bdi>
            <span className="position">
              Step {progress.step} of {progress.total_steps} · {elapsedText(job, now)}
            </span>
          </div>
          <div
            className="bar"
            role="progressbar"
            aria-label="Progress"
            aria-valuemin={0}
            aria-valuemax={progress.total_steps}
            aria-valuenow={progress.step - 1}
          >
            {Array.from({ length: progress.total_steps }, (_, index) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: a segment is its place in the row
                key={index}
                className="segment"
                data-state={
                  index < progress.step - 1 ? 'done' : index === progress.step - 1 ? 'current' : 'upcoming'
                }
              />
            ))}
          </div>
        </div>
      )}
      {sources && (
        <ul>
          <li>
            <strong>{sources.human_labels_count}</strong> human labels
          </li>
          <li>
            <strong>{sources.customer_feedback_count}</strong> customer feedback
          </li>
        </ul>
      )}
    </article>
  )
}
