import type { StoredJob } from './createJobStore.js'
import { snapshotAt } from './snapshotAt.js'
import type { WireJob, WireJobSummary } from './wire.js'

/** The response of `getJob` at `now` (epoch milliseconds). */
export function toWireJob(job: StoredJob, now: number): WireJob {
  const { timeline } = job
  const { status, outcome, completedAt, progress, dataSourcesUsed } = snapshotAt(
    timeline,
    job.createdAt,
    job.cancelledAt,
    now,
  )
  const isCompleted = outcome === 'completed'
  const { ending } = timeline
  return {
    job_id: job.jobId,
    status,
    prompt_template_id: job.promptTemplateId,
    original_version_id: job.originalVersionId,
    run_test_after_optimization: timeline.runsTest,
    created_at: new Date(job.createdAt).toISOString(),
    optimized_version_id: isCompleted ? getNewVersionId(job) : null,
    test_run_id: isCompleted && timeline.runsTest ? job.testRunId : null,
    comparison_id: isCompleted && timeline.runsTest ? job.comparisonId : null,
    changes_summary: ending.outcome === 'completed' && isCompleted ? ending.changesSummary : null,
    error_message: ending.outcome === 'failed' && outcome === 'failed' ? ending.errorMessage : null,
    data_sources_used: dataSourcesUsed,
    completed_at: completedAt === null ? null : new Date(completedAt).toISOString(),
    progress,
  }
}

function getNewVersionId({ timeline, originalVersionId, optimizedVersionId }: StoredJob): string {
  return timeline.results.version === 'identical' ? originalVersionId : optimizedVersionId
}

export function toWireSummary({
  job_id,
  status,
  prompt_template_id,
  original_version_id,
  created_at,
  completed_at,
  optimized_version_id,
}: WireJob): WireJobSummary {
  return {
    job_id,
    status,
    prompt_template_id,
    original_version_id,
    created_at,
    completed_at,
    optimized_version_id,
  }
}
