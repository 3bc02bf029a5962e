import type { InfiniteData } from '@tanstack/react-query'
import type { OptimizationJobPage, OptimizationJobSummary } from '../core/job.js'
import { isJobPhase } from '../core/phase.js'

/** The data of a list's query. */
export type JobListData = InfiniteData<OptimizationJobPage, number>

const TEXTS = ['jobId', 'status', 'promptTemplateId', 'createdAt'] as const

/** Returns cached data if it is that of a list: it may be persisted by another deployment, hydrated or set by the app. */
export function asJobListData(data: unknown): JobListData | undefined {
  const { pages, pageParams } = (data ?? {}) as Partial<JobListData>
  const isList = Array.isArray(pages) && Array.isArray(pageParams) && pages.every(isPage)
  return isList ? (data as JobListData) : undefined
}

/** The rows of all pages; null if the data is not that of a list. */
export function getListedJobs(data: unknown): OptimizationJobSummary[] | null {
  return asJobListData(data)?.pages.flatMap(({ jobs }) => jobs) ?? null
}

function isPage(page: OptimizationJobPage | undefined): boolean {
  return Array.isArray(page?.jobs) && page.jobs.every(isRow)
}

function isRow(row: OptimizationJobSummary | undefined): boolean {
  return TEXTS.every((key) => typeof row?.[key] === 'string') && isJobPhase(row?.phase)
}
