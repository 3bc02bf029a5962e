import type { Query, QueryCache } from '@tanstack/react-query'
import type { JobReference, OptimizationJobSummary } from '../core/job.js'
import { asJobRecord } from '../core/jobRecord.js'
import { type JobPhase, phaseRank } from '../core/phase.js'
import { getListedJobs } from './jobListData.js'
import { optimizationKeys } from './optimizationKeys.js'

type Listener = (
  job: OptimizationJobSummary,
  /** Undefined for a job that was not observed before. */
  previousPhase: JobPhase | undefined,
  reference: JobReference,
) => void

/**
 * Calls the listener for each job in the cache and, from the cache's events, for each change of a job's phase: a render may
 * skip a response, or replace the component because of it. Returns the unsubscribe function.
 *
 * @param queryHash that of the only query to observe; null for all
 */
export function observePhases(cache: QueryCache, queryHash: string | null, listener: Listener): () => void {
  // Also remembers the jobs of a cache that is reset.
  const phases = new Map<string, JobPhase>()

  const observe = (query: Query) => {
    const [root, projectId] = query.queryKey
    if (root !== optimizationKeys.all[0] || typeof projectId !== 'string') return
    for (const job of getJobs(query.state.data)) {
      const key = queryHash ?? `${projectId}/${job.jobId}`
      const previousPhase = phases.get(key)
      // A list may lag behind a job.
      if (previousPhase && phaseRank(job.phase) <= phaseRank(previousPhase)) continue
      phases.set(key, job.phase)
      listener(job, previousPhase, { projectId, jobId: job.jobId })
    }
  }
  const known = queryHash === null ? cache.getAll() : [cache.get(queryHash)]
  for (const query of known) if (query) observe(query)
  return cache.subscribe(({ type, query }) => {
    if (queryHash !== null && queryHash !== query.queryHash) return
    if (type === 'added' || type === 'updated') observe(query)
  })
}

/** The jobs in the data of a job's query or of a list. */
function getJobs(data: unknown): readonly OptimizationJobSummary[] {
  const record = asJobRecord(data)
  return record ? [record.job] : (getListedJobs(data) ?? [])
}
