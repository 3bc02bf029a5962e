import { parseUrl } from '../http/parseUrl.js'
import { HttpError } from './HttpError.js'
import type { ProxyCall, ProxySettings } from './ProxyHandlerOptions.js'

// IDs are UUIDs, so nothing has to be decoded. `%2f`, `%252e`, `;`, `\` and dots do not match, so no two parsers can
// disagree about a path.
const PATH =
  /^\/projects\/([A-Za-z0-9_-]{1,128})\/prompt-optimization-jobs(?:\/([A-Za-z0-9_-]{1,128})(\/cancel)?)?$/

const ROUTES = [
  { resource: 'jobs', method: 'GET', operation: 'listJobs' },
  { resource: 'jobs', method: 'POST', operation: 'startJob' },
  { resource: 'job', method: 'GET', operation: 'getJob' },
  { resource: 'cancel', method: 'POST', operation: 'cancelJob' },
] as const

/**
 * Matches a request to an operation by its method and path.
 *
 * @throws HttpError 404 for an unknown path, or one whose operations are disabled
 * @throws HttpError 405 for an unsupported method (RFC 9110, section 15.5.6)
 */
export function matchCall(
  { method, url }: { method: string; url: string },
  { basePath, allow }: Pick<ProxySettings, 'basePath' | 'allow'>,
): ProxyCall {
  const [isFound, projectId = '', jobId, cancel] = PATH.exec(stripBasePath(basePath, url)) ?? []
  const resource = cancel ? 'cancel' : jobId ? 'job' : 'jobs'
  const routes = ROUTES.filter(
    (route) => route.resource === resource && (route.method === 'GET' || allow.includes(route.operation)),
  )
  if (isFound === undefined || routes.length === 0) throw new HttpError(404, 'Not found')
  const match = routes.find((route) => route.method === method)
  if (match) return { operation: match.operation, projectId, jobId }
  throw new HttpError(405, 'Method not allowed', { Allow: routes.map((route) => route.method).join(', ') })
}

/** The path after `basePath`, with dot segments resolved by the parser; empty if the path is outside it. */
function stripBasePath(basePath: string, url: string): string {
  const pathname = parseUrl(url)?.pathname ?? ''
  return pathname.startsWith(basePath) ? pathname.slice(basePath.length) : ''
}
