import type { ComponentType, ReactNode } from 'react'
import type { OptimizationJob } from '../core/job.js'

/**
 * Builds a link from an ID. Returns null or undefined where the app has no such page. A URL other than a path, `http(s):`
 * or `mailto:` is rendered as text, with a warning in development.
 */
export type LinkBuilder = (id: string, job: OptimizationJob) => string | null | undefined

/** The app's pages for jobs and their results. A link without a builder is not rendered. */
export interface JobLinks {
  /** From the ID of a job, which may have just been started. A URL that could run a script is not used. */
  job?: ((jobId: string) => string | null | undefined) | undefined
  /** From the test run's ID. */
  testRun?: LinkBuilder | undefined
  /** From the comparison's ID. */
  comparison?: LinkBuilder | undefined
  /** From the ID of the version that the job created. */
  optimizedVersion?: LinkBuilder | undefined
}

interface LinkProps {
  href: string
  className: string
  /** Names the link by its text and the card's title. */
  'aria-labelledby': string
  children: ReactNode
}

/** Custom components that replace those of the card. */
export interface JobComponents {
  /** A router link, which passes its props on to its `a` element. @default 'a' */
  Link?: ComponentType<LinkProps> | undefined
  /** Renders the changes summary, given as children; for example `MarkdownSummary`. @default plain text */
  Summary?: ComponentType<{ children: string }> | undefined
}
