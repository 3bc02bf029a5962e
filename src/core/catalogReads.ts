import type { Dataset, Environment, ListInput, Page, PromptTemplate } from './catalog.js'
import {
  datasetPageSchema,
  datasetSchema,
  environmentPageSchema,
  promptTemplatePageSchema,
  promptTemplateSchema,
  promptVersionPageSchema,
} from './catalogSchema.js'
import type { CallOptions, OptimizationClient } from './createOptimizationClient.js'
import type { PromptVersion, PromptVersionReference } from './promptVersion.js'

type Reader = Pick<OptimizationClient, 'read'>

const toQuery = ({ page, pageSize }: Pick<ListInput, 'page' | 'pageSize'>) => ({ page, page_size: pageSize })

/**
 * Fetches a page of a project's prompts.
 *
 * @throws OptimizationError
 *
 * @example
 * const { items } = await listPromptTemplates(client, { projectId })
 */
export function listPromptTemplates(
  client: Reader,
  input: ListInput,
  options?: CallOptions,
): Promise<Page<PromptTemplate>> {
  const { projectId } = input
  const schema = promptTemplatePageSchema
  return client.read({ projectId, path: ['prompt-templates'], query: toQuery(input), schema }, options)
}

/**
 * Fetches a prompt.
 *
 * @throws OptimizationError
 *
 * @example
 * const { name } = await getPromptTemplate(client, { projectId, promptTemplateId })
 */
export function getPromptTemplate(
  client: Reader,
  { projectId, promptTemplateId }: { projectId: string; promptTemplateId: string },
  options?: CallOptions,
): Promise<PromptTemplate> {
  const path = ['prompt-templates', 'id', promptTemplateId]
  return client.read({ projectId, path, schema: promptTemplateSchema }, options)
}

/** Input of {@link listPromptVersions}. */
export interface ListPromptVersionsInput extends ListInput {
  /** The prompt template's ID (a UUID). */
  promptTemplateId: string
}

/**
 * Fetches a page of the versions of a prompt.
 *
 * @throws OptimizationError
 *
 * @example
 * const { items } = await listPromptVersions(client, { projectId, promptTemplateId })
 */
export function listPromptVersions(
  client: Reader,
  input: ListPromptVersionsInput,
  options?: CallOptions,
): Promise<Page<PromptVersion>> {
  const { projectId, promptTemplateId } = input
  const path = ['prompt-templates', 'id', promptTemplateId, 'versions']
  return client.read({ projectId, path, query: toQuery(input), schema: promptVersionPageSchema }, options)
}

/**
 * Fetches a page of a project's datasets.
 *
 * @throws OptimizationError
 *
 * @example
 * const { items } = await listDatasets(client, { projectId })
 */
export function listDatasets(
  client: Reader,
  input: ListInput,
  options?: CallOptions,
): Promise<Page<Dataset>> {
  const { projectId } = input
  const schema = datasetPageSchema
  return client.read({ projectId, path: ['prompt-datasets'], query: toQuery(input), schema }, options)
}

/**
 * Fetches a dataset.
 *
 * @throws OptimizationError
 *
 * @example
 * const { inputNames } = await getDataset(client, { projectId, datasetId })
 */
export function getDataset(
  client: Reader,
  { projectId, datasetId }: { projectId: string; datasetId: string },
  options?: CallOptions,
): Promise<Dataset> {
  const path = ['prompt-datasets', datasetId]
  return client.read({ projectId, path, schema: datasetSchema }, options)
}

/**
 * Fetches a page of the account's environments.
 *
 * @throws OptimizationError
 *
 * @example
 * const { items } = await listEnvironments(client)
 */
export function listEnvironments(
  client: Reader,
  input: Omit<ListInput, 'projectId'> = {},
  options?: CallOptions,
): Promise<Page<Environment>> {
  const schema = environmentPageSchema
  return client.read({ projectId: null, path: ['environments'], query: toQuery(input), schema }, options)
}

/** Input of {@link deployPromptVersion}. */
export interface DeployPromptVersionInput extends PromptVersionReference {
  /** The names of the environments, such as `['staging']`. */
  environments: readonly string[]
}

/**
 * Deploys a version of a prompt, which changes what the environments run. The request is never resent: after a `network`, `timeout`
 * or server error, the version may have been deployed.
 *
 * @throws OptimizationError
 *
 * @example
 * await deployPromptVersion(client, { projectId, promptTemplateId, versionId, environments: ['staging'] })
 */
export function deployPromptVersion(
  client: Pick<OptimizationClient, 'send'>,
  { projectId, promptTemplateId, versionId, environments }: DeployPromptVersionInput,
  options?: CallOptions,
): Promise<void> {
  const path = ['prompt-templates', 'id', promptTemplateId, 'versions', versionId, 'environments']
  return client.send({ projectId, path, body: { environments: [...environments] } }, options)
}
