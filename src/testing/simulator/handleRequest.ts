import type { JobStore, StoredJob } from './createJobStore.js'
import { HttpError } from './HttpError.js'
import { isUuid } from './isUuid.js'
import type { Route } from './matchRoute.js'
import { paginate } from './paginate.js'
import {
  deployPromptVersion,
  getDataset,
  getPromptTemplate,
  listDatasets,
  listEnvironments,
  listPromptTemplates,
  listPromptVersions,
} from './readCatalog.js'
import { getPromptVersion, getTestRun, listTestRuns } from './readResults.js'
import { readStartBody } from './readStartBody.js'
import { toWireJob, toWireSummary } from './toWireJob.js'
import type { WireJobSummary, WirePage, WireStartBody, WireStartedJob } from './wire.js'

/** A logged deployment. */
export interface SimulatedDeployment {
  /** The project's ID. */
  projectId: string
  /** The prompt template's ID. */
  promptTemplateId: string
  /** The version's ID. */
  versionId: string
  /** The names of the environments. */
  environments: readonly string[]
}

export interface SimulatedService {
  store: JobStore
  now: () => number
  startJob: (projectId: string, body: WireStartBody) => StoredJob
  /** Without a trailing slash. */
  basePath: string
  token: string | undefined
  pageSize: number
  /** In the order of their requests. */
  deployments: SimulatedDeployment[]
  /** In lower case; undefined if every project exists. */
  projectIds: ReadonlySet<string> | undefined
}

export interface ParsedRequest {
  request: Request
  url: URL | null
  route: Route | null
}

/**
 * Returns the status and body of a successful response.
 *
 * @throws HttpError for an error response
 */
export async function handleRequest(
  { request, url, route }: ParsedRequest,
  service: SimulatedService,
): Promise<[number, unknown]> {
  if (!url) throw new HttpError(400, 'Invalid URL')
  if (!route) throw new HttpError(404, 'Not found')
  const { operation, methods, ids } = route
  if (!operation)
    throw new HttpError(405, `${request.method} is not allowed here`, { Allow: methods.join(', ') })
  authorizeRequest(request, route, service)

  const query = url.searchParams
  if (operation === 'listEnvironments') return [200, listEnvironments(query, service)]
  const projectId = route.projectId ?? ''
  if (operation === 'listPromptTemplates') return [200, listPromptTemplates(projectId, query, service)]
  if (operation === 'getPromptTemplate') return [200, getPromptTemplate(projectId, ids, service)]
  if (operation === 'listPromptVersions') return [200, listPromptVersions(projectId, ids, query, service)]
  if (operation === 'listDatasets') return [200, listDatasets(query, service)]
  if (operation === 'getDataset') return [200, getDataset(ids)]
  if (operation === 'deployPromptVersion')
    return [200, await deployPromptVersion(projectId, ids, request, service)]
  if (operation === 'listJobs') return [200, listJobs(projectId, query, service)]
  if (operation === 'startJob') return [202, await startJob(projectId, request, service)]
  if (operation === 'getPromptVersion') return [200, getPromptVersion(projectId, ids, service)]
  if (operation === 'getTestRun') return [200, getTestRun(projectId, ids.test_run_id ?? '', service)]
  if (operation === 'listTestRuns') return [200, listTestRuns(projectId, query, service)]
  const job = service.store.find(projectId, ids.job_id ?? '')
  if (!job) throw new HttpError(404, 'Prompt optimization job not found')
  if (operation === 'getJob') return [200, toWireJob(job, service.now())]
  cancelJob(job, service.now())
  return [200, {}]
}

function authorizeRequest(request: Request, { projectId, ids }: Route, service: SimulatedService): void {
  if (service.token !== undefined) {
    const token = /^bearer +(.*)$/i.exec(request.headers.get('Authorization') ?? '')?.[1]
    // Always the same message: it must not reveal what is wrong with the token.
    if (token !== service.token) throw new HttpError(401, 'Invalid or missing API key')
  }
  for (const [name, id] of Object.entries({ project_id: projectId, ...ids })) {
    if (id !== null && !isUuid(id)) throw new HttpError(400, `${name} must be a UUID`)
  }
  if (projectId === null) return
  const isKnown = service.projectIds?.has(projectId.toLowerCase()) ?? true
  if (!isKnown) throw new HttpError(404, 'Project not found')
}

function listJobs(
  projectId: string,
  query: URLSearchParams,
  service: SimulatedService,
): WirePage<WireJobSummary> {
  const status = query.get('status')
  const now = service.now()
  const jobs = service.store.list(projectId).map((job) => toWireJob(job, now))
  const matching = status === null ? jobs : jobs.filter((job) => job.status === status)
  const { rows, pagination } = paginate(matching, query, service.pageSize)
  return { data: rows.map(toWireSummary), pagination }
}

async function startJob(
  projectId: string,
  request: Request,
  service: SimulatedService,
): Promise<WireStartedJob> {
  const job = service.startJob(projectId, await readStartBody(request))
  const { job_id, status, created_at } = toWireJob(job, service.now())
  return { job_id, status, created_at }
}

function cancelJob(job: StoredJob, now: number): void {
  const { status, completed_at } = toWireJob(job, now)
  if (completed_at !== null) throw new HttpError(400, `The job is already ${status} and cannot be cancelled`)
  job.cancelledAt ??= now
}
