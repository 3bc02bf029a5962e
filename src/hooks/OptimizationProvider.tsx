'use client'

import { QueryClientContext } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext } from 'react'
import type { OptimizationClient } from '../service/createOptimizationClient.js'

const ClientContext = createContext<OptimizationClient | null>(null)

/** Props of {@link OptimizationProvider}. */
export interface OptimizationProviderProps {
  /** Made once, outside of rendering, with `createOptimizationClient`. */
  client: OptimizationClient
  children?: ReactNode
}

/**
 * Gives the hooks below it their client. It stands inside TanStack Query's `QueryClientProvider`.
 *
 * @example
 * <QueryClientProvider client={queryClient}>
 *   <OptimizationProvider client={client}>
 *     <App />
 *   </OptimizationProvider>
 * </QueryClientProvider>
 */
export function OptimizationProvider({ client, children }: OptimizationProviderProps) {
  if (!useContext(QueryClientContext)) {
    throw new Error(
      'OptimizationProvider found no QueryClient. Wrap it in TanStack Query’s provider: ' +
        '<QueryClientProvider client={queryClient}><OptimizationProvider client={client}>…',
    )
  }
  return <ClientContext.Provider value={client}>{children}</ClientContext.Provider>
}

/** The client of the nearest {@link OptimizationProvider}. Throws where there is none. */
export function useOptimizationClient(): OptimizationClient {
  const client = useContext(ClientContext)
  if (client) return client
  throw new Error(
    'No OptimizationProvider above this component. Add one near the root of the app: ' +
      '<OptimizationProvider client={createOptimizationClient({ baseUrl })}>…',
  )
}
