'use client'

import {
  type ComponentPropsWithoutRef,
  type ComponentType,
  createContext,
  forwardRef,
  type ReactNode,
  useId,
  useMemo,
} from 'react'
import type { OptimizationJobState } from '../hooks/jobState.js'
import { useOptimizationSurroundings } from '../hooks/OptimizationProvider.js'
import type { CardLabels } from '../labels/JobLabels.js'
import type { OptimizationJob } from '../service/job.js'
import { useAnnouncements } from './useAnnouncements.js'
import { useWords, type Words } from './useWords.js'

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

/** What the parts of one card share. */
export interface JobStatusContextValue {
  state: OptimizationJobState
  links: JobLinks
  components: JobComponents
  labels: CardLabels
  locale: string | undefined
  titleId: string
}

/** Null outside of a card. */
export const JobStatusContext = createContext<JobStatusContextValue | null>(null)

/** The props that the frame and every part has: the app's, with a class before the app's, and the state. */
export function partProps<Props extends { className?: string | undefined }>(
  partClass: string,
  { kind, connection }: OptimizationJobState,
  props: Props,
) {
  return {
    ...props,
    className: props.className ? `${partClass} ${props.className}` : partClass,
    'data-kind': kind,
    'data-connection': connection,
  }
}

/** Props of {@link JobStatusRoot}, beside those of an `article`. */
export interface JobStatusRootProps extends ComponentPropsWithoutRef<'article'>, Words {
  /** What to show: what `useOptimizationJob` returned. */
  state: OptimizationJobState
  /** Where the app shows what a job made. @default no links */
  links?: JobLinks | undefined
  /** Components of the app's own. @default those of the card */
  components?: JobComponents | undefined
}

const NONE = {}

/** The frame of a card; gives its parts their state. Shows it as `data-kind` and `data-connection`, as every part does. */
export const JobStatusRoot = forwardRef<HTMLElement, JobStatusRootProps>(function JobStatusRoot(
  { state, links = NONE, components = NONE, labels: ownLabels, locale: ownLocale, ...props },
  ref,
) {
  const titleId = useId()
  const { announce } = useOptimizationSurroundings()
  const { labels, locale } = useWords({ labels: ownLabels, locale: ownLocale })
  useAnnouncements(state, labels, locale, announce)

  const context = useMemo(
    () => ({ state, links, components, labels, locale, titleId }),
    [state, links, components, labels, locale, titleId],
  )
  return (
    <JobStatusContext.Provider value={context}>
      <article aria-labelledby={titleId} {...partProps('rpo-card', state, props)} ref={ref} />
    </JobStatusContext.Provider>
  )
})
