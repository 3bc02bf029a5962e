import { type OptimizationJobState, TickingText, useJobLabels } from 'react-prompt-optimization'

/** A job in one line, in the labels and formats of the card. */
export function JobLine({ state: { kind, job } }: { state: OptimizationJobState }) {
  const { labels, formatAge, formatDate, formatElapsed } = useJobLabels()
  if (!job) return <p>{labels.status(kind)}</p>
  const formatTime = (nowMs: number) =>
    (kind === 'running' && formatElapsed(job.createdAt, nowMs)) ||
    formatAge(job.completedAt ?? job.createdAt, nowMs)
  return (
    <p dir={labels.direction}>
      <strong>{labels.status(kind)}</strong> <TickingText format={formatTime} />
      <br />
      <small>
        <TickingText format={() => formatDate(job.createdAt)} />
      </small>
    </p>
  )
}
