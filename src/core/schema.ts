import * as z from 'zod/mini'
import type {
  OptimizationJob,
  OptimizationJobPage,
  OptimizationJobSummary,
  StartedOptimizationJob,
  StartOptimizationJobInput,
} from './job.js'
import { toPhase } from './phase.js'
import { toUtcDateTime } from './toUtcDateTime.js'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

// The contract with the service, in one file. Unknown keys are ignored and optional fields may be null or absent, so
// that the service can grow; a required field that is missing or mistyped refuses the whole answer, so that nobody
// acts on half a job.

// Checks of our own, and not zod's: they are a fraction of the bytes.

/** Goes on with what `read` makes of a value, or says what was expected where it makes nothing of it. */
function readWith<Value>(read: (value: Value) => Value | null, expected: string) {
  return (payload: z.core.ParsePayload<Value>) => {
    const value = read(payload.value)
    if (value === null)
      payload.issues.push({ code: 'custom', message: `expected ${expected}`, input: payload.value })
    else payload.value = value
  }
}

const id = z.string().check(readWith((value) => value || null, 'an id, received an empty string'))
const uuid = z.string().check(readWith((value) => (UUID.test(value) ? value : null), 'a UUID'))
const integer = z.number().check(readWith((value) => (Number.isInteger(value) ? value : null), 'an integer'))
const dateTime = z.string().check(readWith(toUtcDateTime, 'an ISO 8601 date-time'))

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

/** Reads the answer to a status call: wire in, {@link OptimizationJob} out. */
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

const wireStarted = z.object(startedFields)

/** Reads the answer to a start call: wire in, {@link StartedOptimizationJob} out. */
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

/** Reads the body of an error. */
export const errorBodySchema = z.object({ message: z.string() })

const flag = z.optional(z.boolean())

const startInput = z.object({
  promptTemplateVersionId: uuid,
  datasetId: uuid,
  userInstructions: z.nullish(z.string()),
  useBestPractices: flag,
  useLabels: flag,
  useCustomerFeedback: flag,
  runTestAfterOptimization: flag,
})

/** The fields of a start input that cannot be right. */
export function validateStartInput(
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
    user_instructions: input.userInstructions ?? null,
    use_best_practices: input.useBestPractices ?? true,
    use_labels: input.useLabels ?? true,
    use_customer_feedback: input.useCustomerFeedback ?? true,
    run_test_after_optimization: input.runTestAfterOptimization ?? true,
  })),
)

/** What does not fit, field by field: `progress.step: expected an integer`. The values themselves are left out. */
export function formatIssues(error: z.core.$ZodError): string {
  return error.issues
    .map((issue) => {
      const field = formatPath(issue.path) || 'body'
      return `${field}: ${issue.code === 'invalid_type' ? `expected ${issue.expected}` : issue.message}`
    })
    .join('; ')
}

/** `data[1].status`. zod's own `toDotPath` would bring all of zod's core with it. */
function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text ? `${text}.${String(key)}` : String(key)
  }, '')
}
