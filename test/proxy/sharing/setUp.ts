import { vi } from 'vitest'
import type { ProxyHandlerOptions } from '../../../src/server.js'
import { buildJob } from '../../../src/testing.js'
import { respond } from '../../support/respond.js'
import { JOB_ID, JOBS, PROJECT_ID, request, setUp, start } from '../setUp.js'

export const JOB = `${JOBS}/${JOB_ID}`
export const OTHER_PROJECT = '0b6e7c1e-6a39-4a1b-9d2c-999999999999'
const TEMPLATE = `/api/v2/projects/${PROJECT_ID}/prompt-templates/id/0b6e7c1e-6a39-4a1b-9d2c-333333333333`
export const VERSIONS = `${TEMPLATE}/versions`
export const VERSION = `${VERSIONS}/0b6e7c1e-6a39-4a1b-9d2c-444444444444`

/** A request to the service, to which the test responds when it wants. */
interface PendingCall {
  url: string
  signal: AbortSignal
  respond: (response: Response) => void
  fail: (error: Error) => void
}

/** A service that responds only when the test says so. */
export function createPendingService() {
  const calls: PendingCall[] = []
  const fetch = ({ url, signal }: Request) =>
    new Promise<Response>((respondToCall, fail) => {
      calls.push({ url, signal, respond: respondToCall, fail })
    })
  return { calls, fetch }
}

export const job = (fields: Parameters<typeof buildJob>[0] = {}) =>
  respond(buildJob({ job_id: JOB_ID, ...fields }))

/** Proxy whose service numbers its responses, so that a test sees which one it got. */
export function setUpNumbered(options: Partial<ProxyHandlerOptions> = {}) {
  let count = 0
  const authorize = vi.fn(options.authorize ?? (() => true))
  const proxy = setUp({
    allow: ['startJob', 'cancelJob', 'getPromptVersion', 'listPromptVersions', 'deployPromptVersion'],
    fetch: async () => respond({ number: ++count, status: 'running' }),
    ...options,
    authorize,
  })
  const read = async (path = JOB, init: RequestInit = {}) => {
    const response = await proxy.handler(request('GET', path, init))
    const body = await response.json()
    return { status: response.status, body, retryAfter: response.headers.get('Retry-After') }
  }
  return {
    ...proxy,
    authorize,
    read,
    /** The number of the response that a read gets. */
    readNumber: async (path = JOB) => (await read(path)).body.number as number,
    start: () => proxy.handler(start('{}')),
    post: (path: string, body?: unknown) =>
      proxy.handler(
        request('POST', path, {
          headers: { 'Content-Type': 'application/json' },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      ),
  }
}
