import * as z from 'zod/v4/mini'
import { uuid } from './fields.js'
import type { OptimizationJobInput, StartOptimizationJobInput } from './job.js'

const flag = z.pipe(
  z.optional(z.boolean()),
  z.transform((isOn: boolean | undefined) => isOn ?? true),
)

/** Validates an input and adds its defaults. */
export const startInputSchema: z.ZodMiniType<OptimizationJobInput, StartOptimizationJobInput> = z.object({
  promptTemplateVersionId: uuid,
  datasetId: uuid,
  userInstructions: z.pipe(
    z.nullish(z.string()),
    z.transform((text: string | null | undefined) => text ?? null),
  ),
  useBestPractices: flag,
  useLabels: flag,
  useCustomerFeedback: flag,
  runTestAfterOptimization: flag,
})

/** Returns the names of the invalid fields. */
export function validateStartInput(
  input: StartOptimizationJobInput,
): ReadonlySet<keyof StartOptimizationJobInput> {
  const { error } = z.safeParse(startInputSchema, input)
  return new Set(error?.issues.map(({ path }) => path[0] as keyof StartOptimizationJobInput))
}

/** Reads an input; null if it is invalid. It may be cached data, which an app has persisted with another version of this package. */
export function asJobInput(data: unknown): OptimizationJobInput | null {
  return z.safeParse(startInputSchema, data).data ?? null
}

/** The body of the request that starts a job. */
export function toStartBody(input: OptimizationJobInput): Record<string, unknown> {
  return {
    prompt_template_version_id: input.promptTemplateVersionId,
    dataset_id: input.datasetId,
    user_instructions: input.userInstructions,
    use_best_practices: input.useBestPractices,
    use_labels: input.useLabels,
    use_customer_feedback: input.useCustomerFeedback,
    run_test_after_optimization: input.runTestAfterOptimization,
  }
}
