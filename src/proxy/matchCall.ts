import { Refusal } from './HttpError.js'
import type { ProxyCall, ProxySettings } from './options.js'

// The service's ids are UUIDs. Letters that mean something in a URL are in none of them, so nothing is ever decoded or
// encoded, and no two parsers can read a path in two ways: `%2f`, `%252e`, `;`, `\` and dots do not match.
const PATH =
  /^\/projects\/([A-Za-z0-9_-]{1,128})\/prompt-optimization-jobs(?:\/([A-Za-z0-9_-]{1,128})(\/cancel)?)?$/

const CALLS = [
  { resource: 'jobs', method: 'GET', call: 'listJobs' },
  { resource: 'jobs', method: 'POST', call: 'startJob' },
  { resource: 'job', method: 'GET', call: 'getJob' },
  { resource: 'cancel', method: 'POST', call: 'cancelJob' },
] as const

/**
 * Finds which call a request is. Only its shape counts: whether a job exists is not looked at.
 *
 * @throws Refusal 404 for a path that no call has, or only one that is not allowed
 * @throws Refusal 405 for a path that has a call, with another method (RFC 9110, section 15.5.6)
 */
export function matchCall(
  { method, url }: { method: string; url: string },
  { basePath, allow }: Pick<ProxySettings, 'basePath' | 'allow'>,
): ProxyCall {
  const [isFound, projectId = '', jobId, cancel] = PATH.exec(pathBelow(basePath, url)) ?? []
  const resource = cancel ? 'cancel' : jobId ? 'job' : 'jobs'
  const calls = CALLS.filter(
    (entry) => entry.resource === resource && (entry.method === 'GET' || allow.includes(entry.call)),
  )
  if (isFound === undefined || calls.length === 0) throw new Refusal(404, 'Not found')
  const match = calls.find((entry) => entry.method === method)
  if (match) return { call: match.call, projectId, jobId }
  throw new Refusal(405, 'Method not allowed', { Allow: calls.map((entry) => entry.method).join(', ') })
}

/** What follows `basePath` in the path of a URL, which the parser has freed of dot segments; nothing if it is elsewhere. */
function pathBelow(basePath: string, url: string): string {
  try {
    const { pathname } = new URL(url)
    return pathname.startsWith(basePath) ? pathname.slice(basePath.length) : ''
  } catch {
    return ''
  }
}
