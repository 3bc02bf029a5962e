import * as z from 'zod/v4/mini'
import { uuid } from './fields.js'
import type { StartOptimizationJobInput } from './job.js'

const flag = z.optional(z.boolean())

const startInputSchema = z.object({
  promptTemplateVersionId: uuid,
  datasetId: uuid,
  userInstructions: z.nullish(z.string()),
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

/** Validates the input and converts it to the request body, with defaults. */
export const startBodySchema: z.ZodMiniType<Record<string, unknown>, StartOptimizationJobInput> = z.pipe(
  startInputSchema,
  z.transform((input: z.output<typeof startInputSchema>) => ({
    prompt_template_version_id: input.promptTemplateVersionId,
    dataset_id: input.datasetId,
    user_instructions: input.userInstructions ?? null,
    use_best_practices: input.useBestPractices ?? true,
    use_labels: input.useLabels ?? true,
    use_customer_feedback: input.useCustomerFeedback ?? true,
    run_test_after_optimization: input.runTestAfterOptimization ?? true,
  })),
)
