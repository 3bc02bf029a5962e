import type { OptimizationJobSummary } from '../core/job.js'
import type { CardLabels } from './CardLabels.js'

/** The title of a job: that of the app, or else "Job" and the first characters of its ID. */
export function getJobTitle(
  job: OptimizationJobSummary,
  getTitle: ((job: OptimizationJobSummary) => string | undefined) | undefined,
  labels: CardLabels,
): string {
  return getTitle?.(job) || labels.defaultJobTitle(job.jobId.slice(0, 8))
}
