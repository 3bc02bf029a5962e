import { parseUrl } from '../http/parseUrl.js'
import { HttpError } from './HttpError.js'
import type { ProxyCall, ProxySettings } from './ProxyHandlerOptions.js'

interface Route {
  operation: ProxyCall['operation']
  method: 'GET' | 'POST'
  /** Each name in it is that of an ID. */
  path: string
  /** The query parameters that are forwarded. */
  parameters?: readonly string[]
  /** The paths whose responses it changes. */
  touches?: readonly string[]
}

const JOBS = '/projects/:projectId/prompt-optimization-jobs'
const JOB = `${JOBS}/:jobId`
const TEMPLATES = '/projects/:projectId/prompt-templates'
const TEMPLATE = `${TEMPLATES}/id/:promptTemplateId`
const VERSIONS = `${TEMPLATE}/versions`
const VERSION = `${VERSIONS}/:versionId`
const DATASETS = '/projects/:projectId/prompt-datasets'
const TEST_RUNS = '/projects/:projectId/test-runs'
const PAGE = ['page', 'page_size']

const ROUTES: readonly Route[] = [
  { operation: 'listJobs', method: 'GET', path: JOBS, parameters: [...PAGE, 'status'] },
  { operation: 'getJob', method: 'GET', path: JOB },
]

const OPTIONAL_ROUTES: readonly Route[] = [
  { operation: 'startJob', method: 'POST', path: JOBS, touches: [JOBS] },
  { operation: 'cancelJob', method: 'POST', path: `${JOB}/cancel`, touches: [JOBS, JOB] },
  { operation: 'listPromptTemplates', method: 'GET', path: TEMPLATES, parameters: PAGE },
  { operation: 'getPromptTemplate', method: 'GET', path: TEMPLATE },
  { operation: 'listPromptVersions', method: 'GET', path: VERSIONS, parameters: PAGE },
  { operation: 'getPromptVersion', method: 'GET', path: VERSION },
  // It touches nothing that can be read: no response says where a version is deployed.
  { operation: 'deployPromptVersion', method: 'POST', path: `${VERSION}/environments` },
  { operation: 'listEnvironments', method: 'GET', path: '/environments', parameters: PAGE },
  { operation: 'listDatasets', method: 'GET', path: DATASETS, parameters: PAGE },
  { operation: 'getDataset', method: 'GET', path: `${DATASETS}/:datasetId` },
  { operation: 'listTestRuns', method: 'GET', path: TEST_RUNS, parameters: PAGE },
  { operation: 'getTestRun', method: 'GET', path: `${TEST_RUNS}/id/:testRunId` },
]

/** The operations that `allow` may list. */
export const OPTIONAL_OPERATIONS = OPTIONAL_ROUTES.map(({ operation }) => operation)

export interface MatchedCall {
  call: ProxyCall
  method: 'GET' | 'POST'
  /** The path and the query to forward: the same for requests that ask for the same. */
  path: string
  /** The paths, without queries, whose responses the request changes. */
  touches: readonly string[]
}

/** Matches requests to operations by their method and path. */
export type CallMatcher = (request: { method: string; url: string }) => MatchedCall

/**
 * Creates the matcher for the enabled operations.
 *
 * It throws an HttpError: 404 for an unknown path, or one whose operations are disabled, and 405 for an unsupported method
 * (RFC 9110, section 15.5.6).
 */
export function createCallMatcher({
  basePath,
  allow,
}: Pick<ProxySettings, 'basePath' | 'allow'>): CallMatcher {
  // IDs are UUIDs, so nothing has to be decoded. `%2f`, `%252e`, `;`, `\` and dots do not match, so no two parsers can
  // disagree about a path.
  const allowed = OPTIONAL_ROUTES.filter(({ operation }) => allow.some((name) => name === operation))
  const patterns = [...ROUTES, ...allowed].map((route) => ({
    route,
    pattern: new RegExp(`^${route.path}$`.replace(/:(\w+)/g, '(?<$1>[A-Za-z0-9_-]{1,128})')),
  }))

  return ({ method, url }) => {
    const parsedUrl = parseUrl(url)
    const path = stripBasePath(basePath, parsedUrl)
    const matches = patterns.flatMap(({ route, pattern }) => {
      const found = pattern.exec(path)
      return found ? [{ route, ids: found.groups ?? {} }] : []
    })
    if (matches.length === 0) throw new HttpError(404, 'Not found')
    const match = matches.find(({ route }) => route.method === method)
    if (!match)
      throw new HttpError(405, 'Method not allowed', {
        Allow: matches.map(({ route }) => route.method).join(', '),
      })
    const { route, ids } = match
    const { projectId = '', jobId, promptTemplateId, versionId, datasetId, testRunId } = ids
    return {
      call: {
        operation: route.operation,
        projectId,
        jobId,
        promptTemplateId,
        versionId,
        datasetId,
        testRunId,
        environments: undefined,
      },
      method: route.method,
      path: path + pickQuery(parsedUrl?.searchParams, route.parameters),
      touches: (route.touches ?? []).map((touched) =>
        touched.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? ''),
      ),
    }
  }
}

/** The path after `basePath`, with dot segments resolved by the parser; empty if the path is outside it. */
function stripBasePath(basePath: string, url: URL | null): string {
  const pathname = url?.pathname ?? ''
  return pathname.startsWith(basePath) ? pathname.slice(basePath.length) : ''
}

/** In a fixed order, and of a repeated parameter the first: so what is shared is what the service was asked for. */
function pickQuery(requested: URLSearchParams | undefined, parameters: readonly string[] = []): string {
  const query = new URLSearchParams()
  for (const name of parameters) {
    const value = requested?.get(name) ?? null
    if (value !== null) query.set(name, value)
  }
  const text = query.toString()
  return text && `?${text}`
}
