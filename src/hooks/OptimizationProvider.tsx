'use client'

import { QueryClientContext } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useMemo, useState, useSyncExternalStore } from 'react'
import type { JobLabels } from '../labels/JobLabels.js'
import type { OptimizationClient } from '../service/createOptimizationClient.js'
import { type Announcer, createAnnouncer } from './announcer.js'

interface OptimizationContextValue {
  client: OptimizationClient
  labels: Partial<JobLabels> | undefined
  locale: string | undefined
  announce: Announcer['announce']
}

const OptimizationContext = createContext<OptimizationContextValue | null>(null)

/** Props of {@link OptimizationProvider}. */
export interface OptimizationProviderProps {
  /** Made once, outside of rendering, with `createOptimizationClient`. */
  client: OptimizationClient
  /** Words for the components below, in place of the English ones. */
  labels?: Partial<JobLabels> | undefined
  /** For numbers, durations and dates, as a BCP 47 tag. @default the browser's */
  locale?: string | undefined
  children?: ReactNode
}

/**
 * Gives the hooks and components below it their client, words and locale, and holds the one live region that tells
 * assistive technology of steps and outcomes. It stands inside TanStack Query's `QueryClientProvider`.
 *
 * @throws Error without a `QueryClientProvider` above it
 *
 * @example
 * <QueryClientProvider client={queryClient}>
 *   <OptimizationProvider client={client}>
 *     <App />
 *   </OptimizationProvider>
 * </QueryClientProvider>
 */
export function OptimizationProvider({ client, labels, locale, children }: OptimizationProviderProps) {
  if (!useContext(QueryClientContext)) {
    throw new Error(
      'OptimizationProvider found no QueryClient. Wrap it in TanStack Query’s provider: ' +
        '<QueryClientProvider client={queryClient}><OptimizationProvider client={client}>…',
    )
  }
  const [announcer] = useState(createAnnouncer)
  const context = useMemo(
    () => ({ client, labels, locale, announce: announcer.announce }),
    [client, labels, locale, announcer],
  )
  return (
    <OptimizationContext.Provider value={context}>
      {children}
      <LiveRegion announcer={announcer} />
    </OptimizationContext.Provider>
  )
}

function LiveRegion({ announcer: { subscribe, getMessage } }: { announcer: Announcer }) {
  const message = useSyncExternalStore(subscribe, getMessage, () => '')
  return (
    <div className="rpo-live-region" role="status">
      {message}
    </div>
  )
}

/** The client of the nearest {@link OptimizationProvider}. Throws where there is none. */
export function useOptimizationClient(): OptimizationClient {
  const context = useContext(OptimizationContext)
  if (context) return context.client
  throw new Error(
    'No OptimizationProvider above this component. Add one near the root of the app: ' +
      '<OptimizationProvider client={createOptimizationClient({ baseUrl })}>…',
  )
}

/** What the nearest provider says of words, locale and announcements. Components work without one. */
export function useOptimizationSurroundings(): Partial<Omit<OptimizationContextValue, 'client'>> {
  return useContext(OptimizationContext) ?? {}
}
