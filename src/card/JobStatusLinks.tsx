'use client'

import { type LinkBuilder, useJobStatus } from './JobStatusRoot.js'
import { safeHref } from './safeHref.js'

/** Links to the test run, the comparison and the new version, where the job has them and the app says where. */
export function JobStatusLinks() {
  const { state, labels, links } = useJobStatus('Links')
  const { job } = state
  if (!job) return null
  const link = (label: string, id: string | null, build: LinkBuilder | undefined) => {
    const href = id && build?.(id, job)
    return href ? [{ label, href }] : []
  }
  const shown = [
    ...link(labels.testRun, job.testRunId, links.testRun),
    ...link(labels.comparison, job.comparisonId, links.comparison),
    ...link(labels.optimizedVersion, job.optimizedVersionId, links.optimizedVersion),
  ]
  if (shown.length === 0) return null
  return (
    <nav className="rpo-links" aria-label={labels.links}>
      {shown.map(({ label, href }) => (
        <SafeLink key={label} label={label} href={href} />
      ))}
    </nav>
  )
}

function SafeLink({ label, href }: { label: string; href: string }) {
  const safe = safeHref(href)
  if (safe === null) return <span className="rpo-link">{label}</span>
  return (
    <a className="rpo-link" href={safe}>
      {label}
    </a>
  )
}
