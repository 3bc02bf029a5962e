import { catalog } from './catalog.js'
import type { StoredJob } from './createJobStore.js'
import { HttpError } from './HttpError.js'
import type { SimulatedService } from './handleRequest.js'
import type { Route } from './matchRoute.js'
import { paginate } from './paginate.js'
import { readObject } from './readStartBody.js'
import { toWireJob } from './toWireJob.js'
import { toWirePromptVersion } from './toWirePromptVersion.js'
import type { WireDataset, WirePage, WirePromptTemplate, WirePromptVersion } from './wire.js'

type Query = URLSearchParams

/** The versions of a prompt, newest first: those that jobs created, and those of the catalog. */
function listVersions(projectId: string, templateId: string, service: SimulatedService): WirePromptVersion[] {
  const template = catalog.promptTemplates.find(({ id }) => id === templateId.toLowerCase())
  if (!template) throw new HttpError(404, 'Prompt template not found')
  const isCreated = (job: StoredJob) =>
    job.promptTemplateId === template.id &&
    job.timeline.results.version === 'changed' &&
    toWireJob(job, service.now()).optimized_version_id
  // An identical version gives back the existing one. Of those with the same name, the newest.
  const created = service.store
    .list(projectId)
    .filter(isCreated)
    .filter(({ generation }, index, jobs) => jobs.findIndex((job) => job.generation === generation) === index)
    .sort((a, b) => b.generation - a.generation)
  return [
    ...created.map((job) => toWirePromptVersion(job, 'optimized')),
    ...template.versions.map(({ id, name, description, content }) => ({
      prompt_template_id: template.id,
      prompt_template_version_id: id,
      prompt_template_name: template.name,
      version_name: name,
      version_description: description,
      metadata: { provider: 'openai', flavor: 'openai_chat', model: 'gpt-4o', params: { temperature: 0.7 } },
      format_version: '3',
      project_id: projectId,
      content,
      tool_schema: null,
      output_schema: null,
    })),
  ]
}

function toWireTemplate(projectId: string, id: string, service: SimulatedService): WirePromptTemplate {
  const versions = listVersions(projectId, id, service)
  return {
    id,
    name: versions[0]?.prompt_template_name ?? '',
    latest_template_version_id: versions[0]?.prompt_template_version_id ?? null,
  }
}

/** A version of the catalog, if it is one. */
export function findCatalogVersion(
  projectId: string,
  { template_id: templateId = '', version_id: versionId = '' }: Route['ids'],
  service: SimulatedService,
): WirePromptVersion | undefined {
  if (!catalog.promptTemplates.some(({ id }) => id === templateId.toLowerCase())) return undefined
  const isFound = ({ prompt_template_version_id: id }: WirePromptVersion) => id === versionId.toLowerCase()
  return listVersions(projectId, templateId, service).find(isFound)
}

export function listPromptTemplates(
  projectId: string,
  query: Query,
  service: SimulatedService,
): WirePage<WirePromptTemplate> {
  const all = catalog.promptTemplates.map(({ id }) => toWireTemplate(projectId, id, service))
  return toPage(all, query, service)
}

export function getPromptTemplate(
  projectId: string,
  { template_id: templateId = '' }: Route['ids'],
  service: SimulatedService,
): WirePromptTemplate {
  return toWireTemplate(projectId, templateId.toLowerCase(), service)
}

export function listPromptVersions(
  projectId: string,
  { template_id: templateId = '' }: Route['ids'],
  query: Query,
  service: SimulatedService,
): WirePage<WirePromptVersion> {
  return toPage(listVersions(projectId, templateId, service), query, service)
}

export function listDatasets(query: Query, service: SimulatedService): WirePage<WireDataset> {
  return toPage(catalog.datasets, query, service)
}

export function getDataset({ dataset_id: datasetId = '' }: Route['ids']): WireDataset {
  const dataset = catalog.datasets.find(({ id }) => id === datasetId.toLowerCase())
  if (dataset) return dataset
  throw new HttpError(404, 'Dataset not found')
}

export function listEnvironments(query: Query, service: SimulatedService) {
  return toPage(catalog.environments, query, service)
}

/** Records the deployment. The service documents no fields of the response. */
export async function deployPromptVersion(
  projectId: string,
  ids: Route['ids'],
  request: Request,
  service: SimulatedService,
): Promise<Record<string, never>> {
  const { environments } = await readObject(request)
  if (!Array.isArray(environments) || environments.length === 0)
    throw new HttpError(400, 'environments must be a list of names')
  for (const name of environments) {
    if (!catalog.environments.some((environment) => environment.name === name))
      throw new HttpError(400, `Unknown environment: ${name}`)
  }
  const { template_id: promptTemplateId = '', version_id: versionId = '' } = ids
  service.deployments.push({ projectId, promptTemplateId, versionId, environments })
  return {}
}

function toPage<Row>(all: readonly Row[], query: Query, service: SimulatedService): WirePage<Row> {
  const { rows, pagination } = paginate(all, query, service.pageSize)
  return { data: rows, pagination }
}
