import { vi } from 'vitest'
import { createProxyHandler, type ProxyHandlerOptions } from '../../src/server.js'
import { createJobSimulator } from '../../src/testing.js'
import { respond } from '../support/respond.js'

export const KEY = 'fp-canary-key'
export const ORIGIN = 'https://app.test'
export const PROJECT_ID = '0b6e7c1e-6a39-4a1b-9d2c-111111111111'
export const JOB_ID = '0b6e7c1e-6a39-4a1b-9d2c-222222222222'
export const JOBS = `/api/v2/projects/${PROJECT_ID}/prompt-optimization-jobs`

/** Valid body of a startJob request. */
export const START_BODY = {
  prompt_template_version_id: 'b2d0c6a4-7e1f-4c53-8f7e-4a9d3b6c5e22',
  dataset_id: '8f2c1d4e-6a0b-4c57-9e21-3b7d50a9c684',
}

export const OPTIONS: ProxyHandlerOptions = {
  baseUrl: 'https://service.test/api/v2',
  apiKey: KEY,
  authorize: () => true,
  allow: ['startJob', 'cancelJob'],
}

/** Same-origin request of a browser. */
export function request(method: string, path: string, init: RequestInit = {}): Request {
  const headers = new Headers({ 'Sec-Fetch-Site': 'same-origin' })
  for (const [name, value] of new Headers(init.headers)) headers.set(name, value)
  return new Request(`${ORIGIN}${path}`, { ...init, method, headers })
}

export function start(body: BodyInit, init: RequestInit = {}): Request {
  const headers = { 'Content-Type': 'application/json', ...init.headers }
  return request('POST', JOBS, { ...init, body, headers })
}

/** Proxy in front of a mock service. */
export function setUp(options: Partial<ProxyHandlerOptions> = {}) {
  const fetch = vi.fn(options.fetch ?? (async () => respond({ ok: true })))
  const onError = vi.fn(options.onError ?? (() => {}))
  const handler = createProxyHandler({ ...OPTIONS, ...options, fetch, onError })
  return {
    handler,
    fetch,
    onError,
    /** Sends a request and parses the response, which must always be JSON. */
    async send(sent: Request) {
      const response = await handler(sent)
      return { response, status: response.status, body: await response.json() }
    },
    get: (path = `${JOBS}/${JOB_ID}`) => handler(request('GET', path)),
  }
}

/** Proxy in front of the simulator, which requires the key and has one completed job. */
export function setUpService(options: Partial<ProxyHandlerOptions> = {}) {
  const simulator = createJobSimulator({ token: KEY })
  simulator.addJob({ projectId: PROJECT_ID, jobId: JOB_ID, ageMs: 3_600_000 })
  return { simulator, ...setUp({ fetch: simulator, ...options }) }
}
