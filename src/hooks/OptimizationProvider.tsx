'use client'

import { type ReactElement, type ReactNode, useMemo, useState } from 'react'
import type { OptimizationClient } from '../core/createOptimizationClient.js'
import type { SharedOptimizationClient } from '../core/shareAcrossTabs.js'
import { createAnnouncer } from './createAnnouncer.js'
import { LiveRegion } from './LiveRegion.js'
import { OptimizationContext, type OptimizationDefaults } from './OptimizationContext.js'
import { type JobEvents, useJobEvents } from './useJobEvents.js'
import { useTabSync } from './useTabSync.js'

/** Props of {@link OptimizationProvider}. */
export interface OptimizationProviderProps extends OptimizationDefaults, JobEvents {
  /** Create it once, outside of rendering, with `createOptimizationClient` and optionally `shareAcrossTabs`. */
  client: OptimizationClient | SharedOptimizationClient
  /** The app, or the part of it that uses the hooks and components. */
  children?: ReactNode
}

/**
 * Provides the client and defaults to the hooks and components below it, and renders the live region that announces
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
export function OptimizationProvider(props: OptimizationProviderProps): ReactElement {
  const { client, labels, locale, links, components, getTitle, polling, children } = props
  useTabSync(client)
  useJobEvents(props)
  const [announcer] = useState(createAnnouncer)
  const context = useMemo(
    () => ({ client, labels, locale, links, components, getTitle, polling, announcer }),
    [client, labels, locale, links, components, getTitle, polling, announcer],
  )
  return (
    <OptimizationContext.Provider value={context}>
      {children}
      <LiveRegion announcer={announcer} />
    </OptimizationContext.Provider>
  )
}
