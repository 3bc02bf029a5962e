import type { ComponentType, ReactNode } from 'react'
import type { OptimizationJob } from '../../core/job.js'

/**
 * Builds a link from an id: a URL, or nothing where the app has no page for it. What is no path, `http(s):` or `mailto:`
 * URL is shown as text, with a warning in development.
 */
export type LinkBuilder = (id: string, job: OptimizationJob) => string | null | undefined

/** Where the app shows what a job made. The service gives ids only; a link without a builder is left out. */
export interface JobLinks {
  /** From the id of the test run. */
  testRun?: LinkBuilder | undefined
  /** From the id of the comparison. */
  comparison?: LinkBuilder | undefined
  /** From the id of the version that the job made. */
  optimizedVersion?: LinkBuilder | undefined
}

/** Components of the app's own, in place of those of the card. */
export interface JobComponents {
  /** A router's link. @default 'a' */
  Link?: ComponentType<{ href: string; className: string; children: ReactNode }> | undefined
  /** What draws the changes summary, such as `MarkdownSummary`; its children are the text. @default plain text */
  Summary?: ComponentType<{ children: string }> | undefined
}
