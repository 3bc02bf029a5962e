'use client'

import type { RefAttributes } from 'react'
import { isSafeHref } from '../../core/isSafeHref.js'
import { warnOnce } from '../../core/warnOnce.js'
import { createPart } from './createPart.js'
import {
  type JobStatusContextValue,
  type JobStatusPartProps,
  nameControl,
  renderPart,
} from './JobStatusContext.js'

type Props = JobStatusPartProps<'div'>

// What people look at next comes first.
const TARGETS = ['comparison', 'testRun', 'optimizedVersion'] as const

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
    const { id: labelId, 'aria-labelledby': labelledBy } = nameControl(card, target)
    return (
      <Link key={target} className="rpo-link" href={href} aria-labelledby={labelledBy}>
        <span id={labelId}>{label}</span>
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
 * Links to the comparison, the test run and the new version, for those with an ID and a link builder. Sets `data-kind` and
 * `data-connection`.
 */
export const JobStatusLinks = /* @__PURE__ */ createPart<HTMLDivElement, Props>('Links', renderLinks)
