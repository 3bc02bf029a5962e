import { HttpError } from './HttpError.js'
import type { ProxyCall, ProxySettings } from './options.js'

// The service's ids are UUIDs. Letters that mean something in a URL are in none of them, so nothing is ever decoded or
// encoded, and no two parsers can read a path in two ways: `%2f`, `%252e`, `;`, `\` and dots do not match.
const PATH =
  /^\/projects\/([A-Za-z0-9_-]{1,128})\/prompt-optimization-jobs(?:\/([A-Za-z0-9_-]{1,128})(\/cancel)?)?$/

const ROUTES = [
  { resource: 'jobs', method: 'GET', operation: 'listJobs' },
  { resource: 'jobs', method: 'POST', operation: 'startJob' },
  { resource: 'job', method: 'GET', operation: 'getJob' },
  { resource: 'cancel', method: 'POST', operation: 'cancelJob' },
] as const

/**
 * Finds which call a request is. Only its shape counts: whether a job exists is not looked at.
 *
 * @throws HttpError 404 for a path that no call has, or only one that is not allowed
 * @throws HttpError 405 for a path that has a call, with another method (RFC 9110, section 15.5.6)
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

/** What follows `basePath` in the path of a URL, which the parser has freed of dot segments; nothing if it is elsewhere. */
function stripBasePath(basePath: string, url: string): string {
  try {
    const { pathname } = new URL(url)
    return pathname.startsWith(basePath) ? pathname.slice(basePath.length) : ''
  } catch {
    return ''
  }
}
