'use client'

import { type ComponentPropsWithRef, createContext, useContext, useId, useMemo } from 'react'
import type { OptimizationJobState } from '../hooks/jobState.js'
import type { OptimizationJob } from '../service/job.js'
import { englishLabels, type JobLabels } from './labels.js'

/** Builds a link from an id: a URL, or nothing where the app has no page for it. */
export type LinkBuilder = (id: string, job: OptimizationJob) => string | null | undefined

/** Where the app shows what a job made. The service gives ids only; a link without a builder is left out. */
export interface JobLinks {
  testRun?: LinkBuilder | undefined
  comparison?: LinkBuilder | undefined
  optimizedVersion?: LinkBuilder | undefined
}

interface JobStatusContextValue {
  state: OptimizationJobState
  labels: JobLabels
  locale: string | undefined
  links: JobLinks
  titleId: string
}

const JobStatusContext = createContext<JobStatusContextValue | null>(null)

/** What the parts of one card share. */
export function useJobStatus(part: string): JobStatusContextValue {
  const context = useContext(JobStatusContext)
  if (context) return context
  throw new Error(`<JobStatus.${part}> needs to stand inside <JobStatus.Root state={state}>.`)
}

/** Props of {@link JobStatusRoot}. */
export interface JobStatusRootProps extends ComponentPropsWithRef<'article'> {
  /** What `useOptimizationJob` returned. */
  state: OptimizationJobState
  links?: JobLinks | undefined
  /** Words to use instead of the English ones. */
  labels?: Partial<JobLabels> | undefined
  /** For numbers, durations and dates, as a BCP 47 tag. @default the browser's */
  locale?: string | undefined
}

const NO_LINKS: JobLinks = {}

/** The frame of a card; gives its parts their state. Shows it as `data-kind` and `data-connection`. */
export function JobStatusRoot({
  state,
  links = NO_LINKS,
  labels,
  locale,
  className,
  ...props
}: JobStatusRootProps) {
  const titleId = useId()
  const context = useMemo(
    () => ({ state, links, labels: { ...englishLabels, ...labels }, locale, titleId }),
    [state, links, labels, locale, titleId],
  )
  return (
    <JobStatusContext.Provider value={context}>
      <article
        aria-labelledby={titleId}
        {...props}
        className={className ? `rpo-card ${className}` : 'rpo-card'}
        data-kind={state.kind}
        data-connection={state.connection}
      />
    </JobStatusContext.Provider>
  )
}
