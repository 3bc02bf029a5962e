'use client'

import { createContext, useContext } from 'react'
import type { OptimizationClient } from '../core/createOptimizationClient.js'
import type { OptimizationJobSummary } from '../core/job.js'
import type { JobLabels } from '../labels/JobLabels.js'
import type { JobPollingOptions } from '../query/optimizationJobOptions.js'
import type { Announcer } from './createAnnouncer.js'
import type { JobComponents, JobLinks } from './JobComponents.js'

/** What a provider sets for the components and hooks below it. */
export interface OptimizationDefaults {
  /** Labels that replace the English ones, for example `de` of `react-prompt-optimization/locales/de`. */
  labels?: Partial<JobLabels> | undefined
  /** A BCP 47 tag that formats numbers and dates. @default that of the labels */
  locale?: string | undefined
  /** Link builders for the results. @default no links */
  links?: JobLinks | undefined
  /** Custom components, such as a router link. @default those of the card */
  components?: JobComponents | undefined
  /** Returns the title of a job, such as the name of its prompt; undefined where it is not known. @default that of the labels */
  getTitle?: ((job: OptimizationJobSummary) => string | undefined) | undefined
  /** How jobs are polled. `pollInBackground` also applies to lists. @default as for `useOptimizationJob` */
  polling?: JobPollingOptions | undefined
}

interface OptimizationContextValue extends OptimizationDefaults {
  client: OptimizationClient
  announcer: Announcer
}

// Constant, so that what depends on it is memoized.
const NO_DEFAULTS = {}

/** Null outside an `OptimizationProvider`. */
export const OptimizationContext = createContext<OptimizationContextValue | null>(null)

/**
 * The client of the nearest `OptimizationProvider`, for calls of your own.
 *
 * @throws Error without an `OptimizationProvider` above it
 */
export function useOptimizationClient(): OptimizationClient {
  return useRequiredContext().client
}

/** The context of the nearest provider, for hooks, which need one. */
export function useRequiredContext(): OptimizationContextValue {
  const context = useContext(OptimizationContext)
  if (context) return context
  throw new Error(
    'No OptimizationProvider found. Wrap the app in <OptimizationProvider client={client}>. ' +
      'See node_modules/react-prompt-optimization/docs/errors/missing-provider.md',
  )
}

/** The defaults and the announcer of the nearest provider; empty without one, since components work without a provider. */
export function useOptimizationContext(): Partial<Omit<OptimizationContextValue, 'client'>> {
  return useContext(OptimizationContext) ?? NO_DEFAULTS
}
