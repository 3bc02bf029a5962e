'use client'

import type { RefAttributes } from 'react'
import { warnOnce } from '../../core/warnOnce.js'
import { renderIcon } from '../shared/renderIcon.js'
import { createPart } from './createPart.js'
import { isSafeHref } from './isSafeHref.js'
import { type JobStatusContextValue, type JobStatusPartProps, renderPart } from './JobStatusContext.js'

type Props = JobStatusPartProps<'div'>

const TARGETS = ['testRun', 'comparison', 'optimizedVersion'] as const

export function renderLinks(card: JobStatusContextValue, props: Props & RefAttributes<HTMLDivElement>) {
  const { labels, state } = card
  const { job } = state
  if (!job) return null
  const links = TARGETS.flatMap((target) => renderLink(card, target) ?? [])
  const isTestRunMissing = job.phase === 'completed' && job.runTestAfterOptimization && !job.testRunId
  if (links.length === 0 && !isTestRunMissing) return null
  return renderPart(
    'div',
    'rpo-links',
    card,
    props,
    // Not a landmark: a page may have many cards, and landmarks should be unique.
    { role: 'group', 'aria-label': labels.results },
    isTestRunMissing && (
      <div className="rpo-note">
        <span>{labels.testRunMissing}</span>
      </div>
    ),
    links,
  )
}

function renderLink(card: JobStatusContextValue, target: (typeof TARGETS)[number]) {
  const { job } = card.state
  const id = job?.[`${target}Id`]
  const href = id && card.links[target]?.(id, job)
  if (!href) return
  const label = card.labels[target]
  if (isSafeHref(href)) {
    const { Link = 'a' } = card.components
    return (
      <Link key={target} className="rpo-link" href={href}>
        <span>{label}</span>
        {renderIcon('rpo-arrow', 'M5 11 11 5M6 5h5v5')}
      </Link>
    )
  }
  warnOnce(
    () =>
      `the link “${label}” is rendered as text, because its URL could run a script. Return an http(s) URL or a path. ` +
      'See node_modules/react-prompt-optimization/docs/errors/unsafe-link.md',
  )
  return (
    <span key={target} className="rpo-link">
      {label}
    </span>
  )
}

/**
 * Links to the test run, the comparison and the new version, for those with an ID and a link builder. Sets `data-kind` and
 * `data-connection`.
 */
export const JobStatusLinks = /* @__PURE__ */ createPart<HTMLDivElement, Props>('Links', renderLinks)
