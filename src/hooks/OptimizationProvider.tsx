'use client'

import { type ReactNode, useMemo, useState } from 'react'
import type { OptimizationClient } from '../core/createOptimizationClient.js'
import type { SharedOptimizationClient } from '../core/shareAcrossTabs.js'
import type { JobLabels } from '../labels/JobLabels.js'
import { createAnnouncer } from './createAnnouncer.js'
import { LiveRegion } from './LiveRegion.js'
import { OptimizationContext } from './OptimizationContext.js'
import { useTabSync } from './useTabSync.js'

/** Props of {@link OptimizationProvider}. */
export interface OptimizationProviderProps {
  /** Create it once, outside of rendering, with `createOptimizationClient` and optionally `shareAcrossTabs`. */
  client: OptimizationClient | SharedOptimizationClient
  /** Labels that replace the English ones. */
  labels?: Partial<JobLabels> | undefined
  /** A BCP 47 tag that formats numbers, durations and dates. @default the browser's locale */
  locale?: string | undefined
  /** The app, or the part of it that uses the hooks and components. */
  children?: ReactNode
}

/**
 * Provides the client, labels and locale to the hooks and components below it, and renders the live region that announces
 * steps and outcomes. Place it inside TanStack Query's `QueryClientProvider`.
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
  useTabSync(client)
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
