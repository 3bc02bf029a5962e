import type { OptimizationJobSummary } from '../../core/job.js'
import type { CardAndListLabels } from '../../labels/JobLabels.js'

interface TitleOptions {
  getTitle?: ((job: OptimizationJobSummary) => string | undefined) | undefined
  labels: CardAndListLabels
}

export function getRowTitle(job: OptimizationJobSummary, { getTitle, labels }: TitleOptions): string {
  return getTitle?.(job) || labels.defaultJobTitle(job.jobId.slice(0, 8))
}
