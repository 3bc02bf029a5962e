'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { JobReference, OptimizationJobInput } from '../core/job.js'
import { asJobInput } from '../core/startInput.js'
import { jobInputKeys } from '../query/jobInputKeys.js'
import { IGNORED_APP_DEFAULTS } from './ignoredAppDefaults.js'

/**
 * What a job was started with, if it was started by `useStartOptimizationJob` with this query client; otherwise null, because the
 * service does not report it. It is cached for as long as the page, and longer if the app persists the cache.
 *
 * @throws Error without a `QueryClientProvider` above it
 *
 * @example
 * const input = useOptimizationJobInput({ projectId, jobId })
 */
export function useOptimizationJobInput(reference: JobReference): OptimizationJobInput | null {
  const { data } = useQuery<unknown>({
    queryKey: jobInputKeys.job(reference),
    queryFn: skipToken,
    ...IGNORED_APP_DEFAULTS,
  })
  return useMemo(() => asJobInput(data), [data])
}
