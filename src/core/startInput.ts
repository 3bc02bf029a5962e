import * as z from 'zod/v4/mini'
import { uuid } from './fields.js'
import type { OptimizationJobInput, StartOptimizationJobInput } from './job.js'

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

/**
 * Reads an input and adds its defaults; null if it is invalid. It may be cached data, which an app has persisted with another version
 * of this package.
 */
export function asJobInput(data: unknown): OptimizationJobInput | null {
  const { data: input } = z.safeParse(startInputSchema, data)
  if (!input) return null
  const isOn = (flag: boolean | undefined) => flag ?? true
  return {
    promptTemplateVersionId: input.promptTemplateVersionId,
    datasetId: input.datasetId,
    userInstructions: input.userInstructions ?? null,
    useBestPractices: isOn(input.useBestPractices),
    useLabels: isOn(input.useLabels),
    useCustomerFeedback: isOn(input.useCustomerFeedback),
    runTestAfterOptimization: isOn(input.runTestAfterOptimization),
  }
}
