'use client'

import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { warnOnce } from '../service/warnOnce.js'
import { type LinkBuilder, useJobStatus, usePart } from './JobStatusRoot.js'
import { safeHref } from './safeHref.js'

/** Links to the test run, the comparison and the new version, where the job has them and the app says where. */
export const JobStatusLinks = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(
  function JobStatusLinks(props, ref) {
    const { state, labels, links, partProps } = usePart('Links', 'rpo-links', props)
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
    const isTestRunMissing = job.phase === 'completed' && job.runTestAfterOptimization && !job.testRunId
    if (shown.length === 0 && !isTestRunMissing) return null
    return (
      // A group and no landmark: a page may hold many cards, and landmarks must not repeat.
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
      <div role="group" aria-label={labels.results} {...partProps} ref={ref}>
        {isTestRunMissing && (
          <div className="rpo-note">
            <span>{labels.testRunMissing}</span>
          </div>
        )}
        {shown.map(({ label, href }) => (
          <SafeLink key={label} label={label} href={href} />
        ))}
      </div>
    )
  },
)

function SafeLink({ label, href }: { label: string; href: string }) {
  const { Link = 'a' } = useJobStatus('Links').components
  const safe = safeHref(href)
  if (safe === null) {
    warnOnce(
      `the link “${label}” is shown as text, because its URL could run a script. Return an http(s) URL or a path.`,
    )
    return <span className="rpo-link">{label}</span>
  }
  return (
    <Link className="rpo-link" href={safe}>
      {label}
      <svg className="rpo-arrow" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M5 11 11 5M6 5h5v5" />
      </svg>
    </Link>
  )
}
