'use client'

import { useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import type { OptimizationClient } from '../core/createOptimizationClient.js'
import type { SharedOptimizationClient } from '../core/shareAcrossTabs.js'
import type { JobLabels } from '../labels/JobLabels.js'
import { optimizationKeys } from '../query/optimizationKeys.js'
import { type Announcer, createAnnouncer } from './createAnnouncer.js'

interface OptimizationContextValue {
  client: OptimizationClient
  labels: Partial<JobLabels> | undefined
  locale: string | undefined
  announce: Announcer['announce']
}

const OptimizationContext = createContext<OptimizationContextValue | null>(null)

/** Props of {@link OptimizationProvider}. */
export interface OptimizationProviderProps {
  /** Made once, outside of rendering, with `createOptimizationClient`, and perhaps `shareAcrossTabs`. */
  client: OptimizationClient | SharedOptimizationClient
  /** Words for the components below, in place of the English ones. */
  labels?: Partial<JobLabels> | undefined
  /** For numbers, durations and dates, as a BCP 47 tag. @default the browser's */
  locale?: string | undefined
  /** The app, or the part of it that uses the hooks and components. */
  children?: ReactNode
}

/**
 * Gives the hooks and components below it their client, words and locale, and holds the one live region that tells
 * assistive technology of steps and outcomes. It stands inside TanStack Query's `QueryClientProvider`.
 *
 * @throws Error without a `QueryClientProvider` above it
 *
 * @example
 * const queryClient = new QueryClient()
 * const client = createOptimizationClient({ baseUrl: '/api/v2' })
 * return (
 *   <QueryClientProvider client={queryClient}>
 *     <OptimizationProvider client={client}>
 *       <App />
 *     </OptimizationProvider>
 *   </QueryClientProvider>
 * )
 */
export function OptimizationProvider({ client, labels, locale, children }: OptimizationProviderProps) {
  const queryClient = useQueryClient()
  // What another tab has learnt of a job, its query here fetches in this very call, and without a request. A request of
  // its own that is under way is one that was given up by the other tabs, so the news is newer.
  useEffect(() => {
    if (!('subscribe' in client)) return
    return client.subscribe((job) => {
      queryClient.refetchQueries({ queryKey: optimizationKeys.job(job), exact: true, type: 'active' })
    })
  }, [client, queryClient])
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

/**
 * The client of the nearest {@link OptimizationProvider}, for calls of your own.
 *
 * @throws Error without an `OptimizationProvider` above it
 */
export function useOptimizationClient(): OptimizationClient {
  const context = useContext(OptimizationContext)
  if (context) return context.client
  throw new Error(
    'No OptimizationProvider above this component. Add one near the root of the app: ' +
      '<OptimizationProvider client={createOptimizationClient({ baseUrl })}>…',
  )
}

/** What the nearest provider says of words, locale and announcements. Components work without one. */
export function useOptimizationContext(): Partial<Omit<OptimizationContextValue, 'client'>> {
  return useContext(OptimizationContext) ?? {}
}
