import type { Query, QueryCache, QueryClient } from '@tanstack/react-query'
import { readClock } from '../core/deviceClock.js'
import type { JobReference, OptimizationJobSummary } from '../core/job.js'
import { asJobRecord, type JobRecord } from '../core/jobRecord.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import { isNewer, isTerminalPhase } from '../core/phase.js'
import { getQuery } from './getQuery.js'
import { asJobListData, getListedJobs, type JobListData } from './jobListData.js'
import { optimizationKeys } from './optimizationKeys.js'

// A job is cached in its own query and as a row of lists. Whatever copy is behind is updated, so that a card and its rows
// never disagree. Only what has lists imports this file.

type ListKey = ReturnType<typeof optimizationKeys.list>
type Update = (row: OptimizationJobSummary) => OptimizationJobSummary

const syncedCaches = new WeakSet<QueryCache>()

/** Keeps the jobs and lists of a query client in sync for as long as it lives; does nothing the second time. */
export function installSync(queryClient: QueryClient): void {
  const cache = queryClient.getQueryCache()
  if (syncedCaches.has(cache)) return
  syncedCaches.add(cache)
  cache.subscribe((event) => {
    if (event.type !== 'updated' || event.query.queryKey[0] !== optimizationKeys.all[0]) return
    const [, projectId, kind] = event.query.queryKey as [string, string, string]
    const isResponse = event.action.type === 'success'
    if (kind === 'job' && (isResponse || event.action.type === 'setState')) {
      const job = asJobRecord(event.query.state.data)?.job
      updateRows(queryClient, projectId, (row) => catchUp(row, job))
    } else if (kind === 'list' && isResponse) {
      syncFromList(queryClient, projectId, event.query as Query<JobListData>)
    }
  })
}

/** Invalidates the lists of a project. One that is loading another page is invalidated after it, so that the page is not lost. */
export function invalidateLists(queryClient: QueryClient, projectId: string): void {
  for (const list of queryClient.getQueryCache().findAll({ queryKey: optimizationKeys.lists(projectId) })) {
    const invalidate = () => void queryClient.invalidateQueries({ queryKey: list.queryKey, exact: true })
    if (list.state.fetchMeta?.fetchMore && list.promise) list.promise.then(invalidate, invalidate)
    else invalidate()
  }
}

/** Sets whether an active job is being cancelled, in its query and in its rows. */
export function setCancelling(
  queryClient: QueryClient,
  job: JobReference,
  getIsCancelling: (job: OptimizationJobSummary) => boolean,
): void {
  const set = <Job extends OptimizationJobSummary>(current: Job): Job => {
    const isCancelling = getIsCancelling(current)
    return isTerminalPhase(current.phase) || current.isCancelling === isCancelling
      ? current
      : { ...current, isCancelling }
  }
  const query = getQuery<JobRecord>(queryClient, optimizationKeys.job(job))
  const record = asJobRecord(query?.state.data)
  if (query && record && set(record.job) !== record.job) updateRecord(query, { job: set(record.job) })
  updateRows(queryClient, job.projectId, (row) => (row.jobId === job.jobId ? set(row) : row))
}

function syncFromList(queryClient: QueryClient, projectId: string, list: Query<JobListData>): void {
  const rows = getListedJobs(list.state.data) ?? []
  const latest = new Map(
    rows.map((row) => [row.jobId, syncJobFromRow(queryClient, { projectId, jobId: row.jobId }, row)]),
  )
  updateRows(queryClient, projectId, (row) => catchUp(row, latest.get(row.jobId)), list)
}

/** Updates the query of a row's job if it is behind; returns the row, updated if the query is ahead. */
function syncJobFromRow(
  queryClient: QueryClient,
  reference: JobReference,
  row: OptimizationJobSummary,
): OptimizationJobSummary {
  const queryKey = optimizationKeys.job(reference)
  const query = getQuery<JobRecord>(queryClient, queryKey)
  const nowMs = readClock()
  const record = asJobRecord(query?.state.data)
  if (!query || !record || !isNewer(row, record.job)) return catchUp(row, record?.job)
  if (!isTerminalPhase(row.phase)) {
    const { status, phase, isCancelling } = row
    const job = { ...record.job, status, phase, isCancelling }
    updateRecord(query, { job, changedAt: nowMs, observedAt: nowMs, stalledSince: null })
  } else if (!query.state.error) {
    // Rows have no results, so the job refetches if it is in use. While its requests fail, the next retry will see it.
    void queryClient.invalidateQueries({ queryKey, exact: true })
  }
  return row
}

/** Not `setQueryData`, which would count as a response. */
function updateRecord(query: Query<JobRecord, OptimizationError>, changes: Partial<JobRecord>): void {
  const { data } = query.state
  const record = asJobRecord(data)
  // The time of a response by another clock means nothing beside times by this one.
  if (record)
    query.setState({ data: { ...record, ...changes }, ...(record !== data && { dataUpdatedAt: 0 }) })
}

/** Returns the row itself if the job is another one or not newer. */
function catchUp(
  row: OptimizationJobSummary,
  job: OptimizationJobSummary | undefined,
): OptimizationJobSummary {
  if (job?.jobId !== row.jobId || !isNewer(job, row)) return row
  const { status, phase, isCancelling, optimizedVersionId, completedAt } = job
  return { ...row, status, phase, isCancelling, optimizedVersionId, completedAt }
}

function updateRows(
  queryClient: QueryClient,
  projectId: string,
  update: Update,
  /** The list that has just responded; fetching it again would return the same rows. */
  responded?: Query<JobListData>,
): void {
  const lists = queryClient.getQueryCache().findAll({ queryKey: optimizationKeys.lists(projectId) })
  for (const list of lists as Query<JobListData>[]) {
    const data = asJobListData(list.state.data)
    const changed = data?.pages.flatMap(({ jobs }) => jobs.filter((row) => update(row) !== row)) ?? []
    if (!data || changed.length === 0) continue
    const { queryKey } = list
    const [, , , filter] = queryKey as ListKey
    const isStatusChanged = changed.some((row) => update(row).status !== row.status)
    if (list !== responded && filter.status !== undefined && isStatusChanged) {
      // The job may no longer match the filter.
      void queryClient.invalidateQueries({ queryKey, exact: true })
      continue
    }
    const pages = data.pages.map((page) => ({ ...page, jobs: page.jobs.map(update) }))
    list.setState({ data: { ...data, pages } })
  }
}
