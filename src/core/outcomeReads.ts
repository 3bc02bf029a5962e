import type { ListInput } from './catalog.js'
import type { CallOptions, OptimizationClient } from './createOptimizationClient.js'
import type { PromptVersion, PromptVersionReference } from './promptVersion.js'
import { promptVersionSchema } from './promptVersionSchema.js'
import type { TestRun, TestRunPage, TestRunReference } from './testRun.js'
import { testRunPageSchema, testRunSchema } from './testRunSchema.js'

type Reader = Pick<OptimizationClient, 'read'>

/**
 * Fetches a version of a prompt. A function and not a method, so that an app that never reads versions does not load it.
 *
 * @throws OptimizationError
 *
 * @example
 * const version = await getPromptVersion(client, { projectId, promptTemplateId, versionId })
 */
export function getPromptVersion(
  client: Reader,
  { projectId, promptTemplateId, versionId }: PromptVersionReference,
  options?: CallOptions,
): Promise<PromptVersion> {
  const path = ['prompt-templates', 'id', promptTemplateId, 'versions', versionId]
  return client.read({ projectId, path, schema: promptVersionSchema }, options)
}

/**
 * Fetches a test run with its figures.
 *
 * @throws OptimizationError
 *
 * @example
 * const testRun = await getTestRun(client, { projectId, testRunId })
 */
export function getTestRun(
  client: Reader,
  { projectId, testRunId }: TestRunReference,
  options?: CallOptions,
): Promise<TestRun> {
  return client.read({ projectId, path: ['test-runs', 'id', testRunId], schema: testRunSchema }, options)
}

/**
 * Fetches a page of a project's test runs: with their status, which a single test run lacks, and without figures.
 *
 * @throws OptimizationError
 *
 * @example
 * const { testRuns } = await listTestRuns(client, { projectId })
 */
export function listTestRuns(
  client: Reader,
  { projectId, page, pageSize }: ListInput,
  options?: CallOptions,
): Promise<TestRunPage> {
  const query = { page, page_size: pageSize }
  return client.read({ projectId, path: ['test-runs'], query, schema: testRunPageSchema }, options)
}
