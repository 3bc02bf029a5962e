'use client'

import { createContext, useContext } from 'react'
import type { OptimizationClient } from '../core/createOptimizationClient.js'
import type { JobLabels } from '../labels/JobLabels.js'
import type { Announcer } from './createAnnouncer.js'

interface OptimizationContextValue {
  client: OptimizationClient
  labels: Partial<JobLabels> | undefined
  locale: string | undefined
  announce: Announcer['announce']
}

/** Null outside an `OptimizationProvider`. */
export const OptimizationContext = createContext<OptimizationContextValue | null>(null)

/**
 * The client of the nearest `OptimizationProvider`, for calls of your own.
 *
 * @throws Error without an `OptimizationProvider` above it
 */
export function useOptimizationClient(): OptimizationClient {
  const context = useContext(OptimizationContext)
  if (context) return context.client
  throw new Error(
    'No OptimizationProvider found. Wrap the app in <OptimizationProvider client={createOptimizationClient({ baseUrl })}>.',
  )
}

/** Labels, locale and announcer of the nearest provider; empty without one, since components work without a provider. */
export function useOptimizationContext(): Partial<Omit<OptimizationContextValue, 'client'>> {
  return useContext(OptimizationContext) ?? {}
}
