import type { OptimizationJobSummary } from './job.js'
import { isJobPhase } from './phase.js'

const TEXTS = ['jobId', 'status', 'promptTemplateId', 'createdAt'] as const

/** Whether a job from a cache has what is read of it: it may be of another deployment. */
export function isJobSummary(job: OptimizationJobSummary | null | undefined): boolean {
  if (!job || !isJobPhase(job.phase) || TEXTS.some((key) => typeof job[key] !== 'string')) return false
  return isTime(job.createdAt) && (job.completedAt === null || isTime(job.completedAt))
}

function isTime(time: unknown): boolean {
  return typeof time === 'string' && !Number.isNaN(Date.parse(time))
}
