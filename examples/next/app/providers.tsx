'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { OptimizationProvider } from 'react-prompt-optimization'
import { createOptimizationClient } from 'react-prompt-optimization/api'
import { getQueryClient } from '@/queryClient'

// The route handler of this app adds the API key.
const client = createOptimizationClient({ baseUrl: '/api/v2' })

export function Providers({ children }: { children: ReactNode }) {
  return (
    <QueryClientProvider client={getQueryClient()}>
      <OptimizationProvider client={client}>{children}</OptimizationProvider>
    </QueryClientProvider>
  )
}
