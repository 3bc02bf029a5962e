import type { ListInput } from '../core/catalog.js'
import type { PromptVersionReference } from '../core/promptVersion.js'
import type { TestRunReference } from '../core/testRun.js'
import { optimizationKeys } from './optimizationKeys.js'

/**
 * The query keys of what comes after a job. They begin with that of the project.
 *
 * @example
 * queryClient.invalidateQueries({ queryKey: outcomeKeys.testRun({ projectId, testRunId }) })
 */
export const outcomeKeys = {
  /** One prompt version; its data is a `PromptVersion`. */
  promptVersion: ({ projectId, promptTemplateId, versionId }: PromptVersionReference) =>
    [...optimizationKeys.project(projectId), 'prompt-version', promptTemplateId, versionId] as const,
  /** One test run; its data is a `TestRun`. */
  testRun: ({ projectId, testRunId }: TestRunReference) =>
    [...optimizationKeys.project(projectId), 'test-run', testRunId] as const,
  /** One page of test runs; its data is a `TestRunPage`. */
  testRunPage: ({ projectId, page = 1, pageSize }: ListInput) =>
    [...optimizationKeys.project(projectId), 'test-runs', { page, pageSize }] as const,
}
