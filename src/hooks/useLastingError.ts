'use client'

import { useState } from 'react'
import type { OptimizationError } from '../core/OptimizationError.js'

/** TanStack Query forgets the error of a query without data when it asks again; what is on the screen should stay. */
export function useLastingError(
  queryHash: string,
  error: OptimizationError | null,
  failures: number,
): OptimizationError | null {
  const [last, setLast] = useState({ queryHash, error })
  if (error && (error !== last.error || queryHash !== last.queryHash)) setLast({ queryHash, error })
  if (error || failures === 0) return error
  return last.queryHash === queryHash ? last.error : null
}
