import type { InfiniteData } from '@tanstack/react-query'
import { isJobSummary } from '../core/isJobSummary.js'
import type { OptimizationJobPage, OptimizationJobSummary } from '../core/job.js'

/** The data of a list's query. */
export type JobListData = InfiniteData<OptimizationJobPage, number>

/** What replaces data that is not a list's: without data, a persister would restore the same again. */
export const NO_PAGES: JobListData = { pages: [], pageParams: [] }

/** Returns cached data if it is that of a list: it may be persisted by another deployment, hydrated or set by the app. */
export function asJobListData(data: unknown): JobListData | undefined {
  const { pages, pageParams } = (data ?? {}) as Partial<JobListData>
  const isList =
    Array.isArray(pages) &&
    Array.isArray(pageParams) &&
    pages.length > 0 &&
    pages.every((page, index) => pageParams[index] === index + 1 && isPage(page))
  return isList ? (data as JobListData) : undefined
}

/** The rows of all pages; null if the data is not that of a list. */
export function getListedJobs(data: unknown): OptimizationJobSummary[] | null {
  return asJobListData(data)?.pages.flatMap(({ jobs }) => jobs) ?? null
}

function isPage(page: OptimizationJobPage | undefined): boolean {
  return Array.isArray(page?.jobs) && page.jobs.every(isJobSummary)
}
