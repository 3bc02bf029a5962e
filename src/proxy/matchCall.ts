import { parseUrl } from '../http/parseUrl.js'
import { HttpError } from './HttpError.js'
import type { ProxyCall, ProxySettings } from './ProxyHandlerOptions.js'

interface Route {
  operation: ProxyCall['operation']
  method: 'GET' | 'POST'
  /** The path below the project; each name in it is that of an ID. */
  path: string
  /** Whether it must be listed in `allow`. */
  isOptional?: true
  /** The query parameters that are forwarded. */
  parameters?: readonly string[]
}

const JOBS = '/prompt-optimization-jobs'
const VERSION = '/prompt-templates/id/:promptTemplateId/versions/:versionId'

const ROUTES: readonly Route[] = [
  { operation: 'listJobs', method: 'GET', path: JOBS, parameters: ['page', 'page_size', 'status'] },
  { operation: 'startJob', method: 'POST', path: JOBS, isOptional: true },
  { operation: 'getJob', method: 'GET', path: `${JOBS}/:jobId` },
  { operation: 'cancelJob', method: 'POST', path: `${JOBS}/:jobId/cancel`, isOptional: true },
  { operation: 'getPromptVersion', method: 'GET', path: VERSION, isOptional: true },
  { operation: 'getTestRun', method: 'GET', path: '/test-runs/id/:testRunId', isOptional: true },
  {
    operation: 'listTestRuns',
    method: 'GET',
    path: '/test-runs',
    isOptional: true,
    parameters: ['page', 'page_size'],
  },
]

/** The operations that `allow` may list. */
export const OPTIONAL_OPERATIONS = ROUTES.filter(({ isOptional }) => isOptional).map(
  ({ operation }) => operation,
)

// IDs are UUIDs, so nothing has to be decoded. `%2f`, `%252e`, `;`, `\` and dots do not match, so no two parsers can
// disagree about a path.
const PATTERNS = ROUTES.map((route) => ({
  route,
  pattern: new RegExp(
    `^/projects/:projectId${route.path}$`.replace(/:(\w+)/g, '(?<$1>[A-Za-z0-9_-]{1,128})'),
  ),
}))

export interface MatchedCall {
  call: ProxyCall
  method: 'GET' | 'POST'
  /** The path and the query to forward. */
  path: string
}

/**
 * Matches a request to an operation by its method and path.
 *
 * @throws HttpError 404 for an unknown path, or one whose operations are disabled
 * @throws HttpError 405 for an unsupported method (RFC 9110, section 15.5.6)
 */
export function matchCall(
  { method, url }: { method: string; url: string },
  { basePath, allow }: Pick<ProxySettings, 'basePath' | 'allow'>,
): MatchedCall {
  const path = stripBasePath(basePath, url)
  const found = PATTERNS.flatMap(({ route, pattern }) => {
    const isEnabled = !route.isOptional || allow.some((operation) => operation === route.operation)
    const ids = isEnabled && pattern.exec(path)?.groups
    return ids ? [{ route, ids }] : []
  })
  if (found.length === 0) throw new HttpError(404, 'Not found')
  const match = found.find(({ route }) => route.method === method)
  if (!match)
    throw new HttpError(405, 'Method not allowed', {
      Allow: found.map(({ route }) => route.method).join(', '),
    })
  const { route, ids } = match
  const { projectId = '', jobId, promptTemplateId, versionId, testRunId } = ids
  return {
    call: { operation: route.operation, projectId, jobId, promptTemplateId, versionId, testRunId },
    method: route.method,
    path: path + pickQuery(url, route.parameters ?? []),
  }
}

/** The path after `basePath`, with dot segments resolved by the parser; empty if the path is outside it. */
function stripBasePath(basePath: string, url: string): string {
  const pathname = parseUrl(url)?.pathname ?? ''
  return pathname.startsWith(basePath) ? pathname.slice(basePath.length) : ''
}

function pickQuery(url: string, parameters: readonly string[]): string {
  const query = new URLSearchParams()
  for (const name of parameters) {
    const value = new URL(url).searchParams.get(name)
    if (value !== null) query.set(name, value)
  }
  const text = query.toString()
  return text && `?${text}`
}
