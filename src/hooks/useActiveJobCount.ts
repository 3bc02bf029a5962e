'use client'

import { isTerminalPhase } from '../core/phase.js'
import { getListedJobs } from '../query/jobListData.js'
import { useJobListQuery } from './useJobListQuery.js'
import type { UseOptimizationJobListOptions } from './useOptimizationJobList.js'

const RENDERED_PROPS = ['data', 'error'] as const

/**
 * Counts the queued and running jobs of a project, for example for a navigation bar; null until known. It counts among the
 * jobs that are loaded, and shares its requests with `useOptimizationJobList` and `JobList` of the same project, `status`
 * and `pageSize`. Renders when the number changes, not with every change of the list.
 *
 * @throws Error without an `OptimizationProvider`, or a `QueryClientProvider`, above it
 *
 * @example
 * const count = useActiveJobCount({ projectId })
 * return <a href="/jobs">Jobs {count !== null && count > 0 && `(${count} active)`}</a>
 */
export function useActiveJobCount(options: UseOptimizationJobListOptions): number | null {
  return useJobListQuery(options, countActiveJobs, RENDERED_PROPS).result.data ?? null
}

function countActiveJobs(data: unknown): number | null {
  const active = getListedJobs(data)?.filter(({ phase }) => !isTerminalPhase(phase))
  // A job started between two requests shifts the pages, so that a row appears on two of them.
  return active ? new Set(active.map(({ jobId }) => jobId)).size : null
}
