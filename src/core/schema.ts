import * as z from 'zod/v4/mini'
import { dateTime, id, integer } from './fields.js'
import type {
  OptimizationJob,
  OptimizationJobPage,
  OptimizationJobSummary,
  StartedOptimizationJob,
} from './job.js'
import { isCancellingStatus, toPhase } from './phase.js'

// Tolerant so that the service can grow: unknown keys are ignored, optional fields may be null or absent. A missing
// required field, or a mistyped field of any kind, rejects the whole response.

const startedFields = { job_id: id, status: z.string(), created_at: dateTime }

const summaryFields = {
  ...startedFields,
  prompt_template_id: z.string(),
  original_version_id: z.string(),
  optimized_version_id: z.nullish(z.string()),
  completed_at: z.nullish(dateTime),
}

const wireSummary = z.object(summaryFields)

const wireJob = z.object({
  ...summaryFields,
  run_test_after_optimization: z.boolean(),
  test_run_id: z.nullish(z.string()),
  comparison_id: z.nullish(z.string()),
  changes_summary: z.nullish(z.string()),
  error_message: z.nullish(z.string()),
  data_sources_used: z.nullish(z.object({ human_labels_count: integer, customer_feedback_count: integer })),
  progress: z.nullish(z.object({ step: integer, total_steps: integer, step_name: z.string() })),
})

function toSummary(wire: z.output<typeof wireSummary>, errorMessage: string | null): OptimizationJobSummary {
  return {
    jobId: wire.job_id,
    status: wire.status,
    phase: toPhase(wire.status, wire.completed_at ?? null, errorMessage),
    isCancelling: isCancellingStatus(wire.status),
    promptTemplateId: wire.prompt_template_id,
    originalVersionId: wire.original_version_id,
    optimizedVersionId: wire.optimized_version_id ?? null,
    createdAt: wire.created_at,
    completedAt: wire.completed_at ?? null,
  }
}

function toJob(wire: z.output<typeof wireJob>): OptimizationJob {
  const { data_sources_used: sources, progress } = wire
  return {
    ...toSummary(wire, wire.error_message ?? null),
    runTestAfterOptimization: wire.run_test_after_optimization,
    testRunId: wire.test_run_id ?? null,
    comparisonId: wire.comparison_id ?? null,
    changesSummary: wire.changes_summary ?? null,
    errorMessage: wire.error_message ?? null,
    dataSourcesUsed: sources
      ? {
          humanLabelsCount: sources.human_labels_count,
          customerFeedbackCount: sources.customer_feedback_count,
        }
      : null,
    progress: progress
      ? { step: progress.step, totalSteps: progress.total_steps, stepName: progress.step_name }
      : null,
  }
}

export const optimizationJobSchema: z.ZodMiniType<OptimizationJob, z.input<typeof wireJob>> = z.pipe(
  wireJob,
  z.transform(toJob),
)

const wirePage = z.object({
  data: z.array(
    z.pipe(
      wireSummary,
      z.transform((row: z.output<typeof wireSummary>) => toSummary(row, null)),
    ),
  ),
  pagination: z.object({ page: integer, page_size: integer, has_next: z.boolean() }),
})

export const optimizationJobPageSchema: z.ZodMiniType<OptimizationJobPage, z.input<typeof wirePage>> = z.pipe(
  wirePage,
  z.transform(({ data, pagination }: z.output<typeof wirePage>) => ({
    jobs: data,
    page: pagination.page,
    pageSize: pagination.page_size,
    hasNext: pagination.has_next,
  })),
)

const wireStarted = z.object(startedFields)

export const startedOptimizationJobSchema: z.ZodMiniType<
  StartedOptimizationJob,
  z.input<typeof wireStarted>
> = z.pipe(
  wireStarted,
  z.transform((wire: z.output<typeof wireStarted>) => ({
    jobId: wire.job_id,
    status: wire.status,
    phase: toPhase(wire.status, null, null),
    createdAt: wire.created_at,
  })),
)

export const errorBodySchema = z.object({ message: z.string() })
