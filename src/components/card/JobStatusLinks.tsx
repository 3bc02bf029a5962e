'use client'

import type { ComponentPropsWithoutRef } from 'react'
import { warnOnce } from '../../core/warnOnce.js'
import { Icon } from '../shared/Icon.js'
import { createPart } from './createPart.js'
import { isSafeHref } from './isSafeHref.js'

const TARGETS = ['testRun', 'comparison', 'optimizedVersion'] as const

/** Links to the test run, the comparison and the new version, for those with an ID and a link builder. */
export const JobStatusLinks = createPart<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(
  'Links',
  ({ state: { job }, labels, links, components: { Link = 'a' } }, props) => {
    if (!job) return null
    const rendered = TARGETS.flatMap((target) => {
      const label = labels[target]
      const id = job[`${target}Id`]
      const href = id && links[target]?.(id, job)
      if (!href) return []
      if (isSafeHref(href)) {
        return (
          <Link key={target} className="rpo-link" href={href}>
            {label}
            <Icon className="rpo-arrow" path="M5 11 11 5M6 5h5v5" />
          </Link>
        )
      }
      warnOnce(
        () =>
          `the link “${label}” is rendered as text, because its URL could run a script. Return an http(s) URL or a path.`,
      )
      return (
        <span key={target} className="rpo-link">
          {label}
        </span>
      )
    })
    const isTestRunMissing = job.phase === 'completed' && job.runTestAfterOptimization && !job.testRunId
    if (rendered.length === 0 && !isTestRunMissing) return null
    return (
      // Not a landmark: a page may have many cards, and landmarks should be unique.
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
      <div role="group" aria-label={labels.results} {...props}>
        {isTestRunMissing && (
          <div className="rpo-note">
            <span>{labels.testRunMissing}</span>
          </div>
        )}
        {rendered}
      </div>
    )
  },
)
