import * as z from 'zod/mini'
import type {
  OptimizationJob,
  OptimizationJobPage,
  OptimizationJobSummary,
  StartedOptimizationJob,
  StartOptimizationJobInput,
} from './job.js'
import { phaseOf } from './phase.js'
import { toUtcDateTime } from './utcDateTime.js'

// The contract with the service, in one file. Unknown keys are ignored and optional fields may be null or absent, so
// that the service can grow; a required field that is missing or mistyped refuses the whole answer, so that nobody
// acts on half a job.

const dateTime = z.pipe(
  z.string(),
  z.transform((value: string, context) => {
    const utc = toUtcDateTime(value)
    if (utc !== null) return utc
    context.issues.push({ code: 'custom', message: 'expected an ISO 8601 date-time', input: value })
    return z.NEVER
  }),
)

function orNull<T extends z.core.$ZodType>(schema: T) {
  return z.pipe(
    z.nullish(schema),
    z.transform((value: z.output<T> | null | undefined) => value ?? null),
  )
}

const summaryFields = {
  job_id: z.string().check(z.minLength(1, 'expected an id, received an empty string')),
  status: z.string(),
  prompt_template_id: z.string(),
  original_version_id: z.string(),
  optimized_version_id: orNull(z.string()),
  created_at: dateTime,
  completed_at: orNull(dateTime),
}

const wireSummary = z.object(summaryFields)

const wireJob = z.object({
  ...summaryFields,
  run_test_after_optimization: z.boolean(),
  test_run_id: orNull(z.string()),
  comparison_id: orNull(z.string()),
  changes_summary: orNull(z.string()),
  error_message: orNull(z.string()),
  data_sources_used: orNull(z.object({ human_labels_count: z.int(), customer_feedback_count: z.int() })),
  progress: orNull(z.object({ step: z.int(), total_steps: z.int(), step_name: z.string() })),
})

function readSummary(
  wire: z.output<typeof wireSummary>,
  errorMessage: string | null,
): OptimizationJobSummary {
  return {
    jobId: wire.job_id,
    status: wire.status,
    phase: phaseOf(wire.status, wire.completed_at, errorMessage),
    promptTemplateId: wire.prompt_template_id,
    originalVersionId: wire.original_version_id,
    optimizedVersionId: wire.optimized_version_id,
    createdAt: wire.created_at,
    completedAt: wire.completed_at,
  }
}

function readJob(wire: z.output<typeof wireJob>): OptimizationJob {
  const { data_sources_used: sources, progress } = wire
  return {
    ...readSummary(wire, wire.error_message),
    runTestAfterOptimization: wire.run_test_after_optimization,
    testRunId: wire.test_run_id,
    comparisonId: wire.comparison_id,
    changesSummary: wire.changes_summary,
    errorMessage: wire.error_message,
    dataSourcesUsed: sources && {
      humanLabelsCount: sources.human_labels_count,
      customerFeedbackCount: sources.customer_feedback_count,
    },
    progress: progress && {
      step: progress.step,
      totalSteps: progress.total_steps,
      stepName: progress.step_name,
    },
  }
}

/** Reads the answer to a status call: wire in, {@link OptimizationJob} out. */
export const optimizationJobSchema: z.ZodMiniType<OptimizationJob, z.input<typeof wireJob>> = z.pipe(
  wireJob,
  z.transform(readJob),
)

const wirePage = z.object({
  data: z.array(
    z.pipe(
      wireSummary,
      z.transform((row: z.output<typeof wireSummary>) => readSummary(row, null)),
    ),
  ),
  pagination: z.object({ page: z.int(), page_size: z.int(), has_next: z.boolean() }),
})

/** Reads the answer to a list call: wire in, {@link OptimizationJobPage} out. */
export const optimizationJobPageSchema: z.ZodMiniType<OptimizationJobPage, z.input<typeof wirePage>> = z.pipe(
  wirePage,
  z.transform(({ data, pagination }: z.output<typeof wirePage>) => ({
    jobs: data,
    page: pagination.page,
    pageSize: pagination.page_size,
    hasNext: pagination.has_next,
  })),
)

const wireStarted = z.pick(wireSummary, { job_id: true, status: true, created_at: true })

/** Reads the answer to a start call: wire in, {@link StartedOptimizationJob} out. */
export const startedOptimizationJobSchema: z.ZodMiniType<
  StartedOptimizationJob,
  z.input<typeof wireStarted>
> = z.pipe(
  wireStarted,
  z.transform((wire: z.output<typeof wireStarted>) => ({
    jobId: wire.job_id,
    status: wire.status,
    phase: phaseOf(wire.status, null, null),
    createdAt: wire.created_at,
  })),
)

/** Reads the body of an error. */
export const errorBodySchema = z.object({ message: z.string() })

const byDefault = z._default(z.boolean(), true)

const startInput = z.object({
  promptTemplateVersionId: z.guid('expected a UUID'),
  datasetId: z.guid('expected a UUID'),
  userInstructions: orNull(z.string()),
  useBestPractices: byDefault,
  useLabels: byDefault,
  useCustomerFeedback: byDefault,
  runTestAfterOptimization: byDefault,
})

/** The fields of a start input that cannot be right. */
export function invalidStartFields(
  input: StartOptimizationJobInput,
): ReadonlySet<keyof StartOptimizationJobInput> {
  const { error } = z.safeParse(startInput, input)
  return new Set(error?.issues.map(({ path }) => path[0] as keyof StartOptimizationJobInput))
}

/** Checks what a job is asked to do, fills in the defaults, and writes the body of the start call. */
export const startBodySchema: z.ZodMiniType<Record<string, unknown>, StartOptimizationJobInput> = z.pipe(
  startInput,
  z.transform((input: z.output<typeof startInput>) => ({
    prompt_template_version_id: input.promptTemplateVersionId,
    dataset_id: input.datasetId,
    user_instructions: input.userInstructions,
    use_best_practices: input.useBestPractices,
    use_labels: input.useLabels,
    use_customer_feedback: input.useCustomerFeedback,
    run_test_after_optimization: input.runTestAfterOptimization,
  })),
)

/** What does not fit, field by field: `progress.step: expected int`. The values themselves are left out. */
export function describeIssues(error: z.core.$ZodError): string {
  return error.issues
    .map((issue) => {
      const field = pathOf(issue.path) || 'body'
      return `${field}: ${issue.code === 'invalid_type' ? `expected ${issue.expected}` : issue.message}`
    })
    .join('; ')
}

/** `data[1].status`. zod's own `toDotPath` would bring all of zod's core with it. */
function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text ? `${text}.${String(key)}` : String(key)
  }, '')
}
