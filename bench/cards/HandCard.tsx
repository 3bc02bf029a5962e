import './handCard.css'
import { useEffect, useMemo, useState } from 'react'
import { agoText, elapsedText, type WireJob } from './wire.js'

const fullDate = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'long' })

/** What people write: the card of a running job without details, with a timer of its own. */
export function HandCard({ job }: { job: WireJob | null }) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const title = useMemo(() => job && fullDate.format(new Date(job.created_at)), [job])
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
        <div className="heading">
          <h3>Prompt optimization</h3>
          <span className="badge">{job.status}</span>
          <div>
            <time dateTime={job.created_at} title={title ?? undefined}>
              {agoText(job, now)}
            </time>
          </div>
        </div>
      </header>
      {progress && (
        <div>
          <div className="step">
            <bdi className="name">{progress.step_name}</bdi>
            <span className="position">
              <span className="wide">
                Step {progress.step} of {progress.total_steps}
              </span>
              <span className="narrow">
                {progress.step} / {progress.total_steps}
              </span>
              <span className="wide"> · {elapsedText(job, now)}</span>
            </span>
          </div>
          <div
            className="bar"
            role="progressbar"
            aria-label="Progress"
            aria-valuemin={0}
            aria-valuemax={progress.total_steps}
            aria-valuenow={progress.step - 1}
            aria-valuetext={`Step ${progress.step} of ${progress.total_steps}: ${progress.step_name}`}
          >
            {Array.from({ length: progress.total_steps }, (_, index) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: segments keep their position
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
            <strong>{sources.customer_feedback_count}</strong> feedback items
          </li>
        </ul>
      )}
    </article>
  )
}
