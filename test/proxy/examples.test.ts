import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
// @ts-expect-error: this alias of Express 4 has no types.
import express4 from 'express4'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { app as expressApp } from '../../examples/proxy/express.js'
import { handler } from '../../examples/proxy/handler.js'
import { app as honoApp } from '../../examples/proxy/hono.js'
import * as nextRoute from '../../examples/proxy/next-route.js'
import { server as nodeServer } from '../../examples/proxy/node.js'
import { createJobSimulator } from '../../src/testing.js'
import { listen } from '../support/listen.js'

const KEY = 'an-account-wide-key'
const PROJECT_ID = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const PATH = `/api/v2/projects/${PROJECT_ID}/prompt-optimization-jobs`
const START_BODY = {
  prompt_template_version_id: 'b2d0c6a4-7e1f-4c53-8f7e-4a9d3b6c5e22',
  dataset_id: '8f2c1d4e-6a0b-4c57-9e21-3b7d50a9c684',
}

// The examples read their environment on import, so it must be set first.
const service = vi.hoisted(() => {
  process.env.OPTIMIZATION_API_KEY = 'an-account-wide-key'
  process.env.OPTIMIZATION_API_URL = 'http://service.invalid/api/v2'
  return { fetch: globalThis.fetch }
})

beforeEach(() => {
  const simulator = createJobSimulator({ token: KEY })
  const passThrough = service.fetch
  vi.stubGlobal('fetch', (input: Request | string | URL, init?: RequestInit) => {
    const request = new Request(input, init)
    return request.url.startsWith('http://service.invalid/') ? simulator(request) : passThrough(request)
  })
})
afterEach(() => void vi.unstubAllGlobals())

/** As the comment in the Express example says. */
function createExpress4App(): RequestListener {
  const source = readFileSync(new URL('../../examples/proxy/express.ts', import.meta.url), 'utf8')
  const [, path] = /\/\/ Express 4: app\.all\('(.+)', getRequestListener\(handler\)\)/.exec(source) ?? []
  const app = express4()
  app.all(path, getRequestListener(handler))
  return app
}

const nodeListener = nodeServer.listeners('request')[0] as RequestListener

describe.each<[string, RequestListener]>([
  [
    'Next.js route',
    getRequestListener((request) => (request.method === 'GET' ? nextRoute.GET : nextRoute.POST)(request)),
  ],
  ['Hono', getRequestListener(honoApp.fetch)],
  ['Express 5', expressApp],
  ['Express 4', createExpress4App()],
  ['Node http', nodeListener],
])('the %s example', (_, listener) => {
  it('lets a signed-in user start and poll a job without the API key', async () => {
    const origin = await listen(listener)
    const headers = { Cookie: 'session=ada', Origin: origin, 'Content-Type': 'application/json' }
    const started = await fetch(origin + PATH, { method: 'POST', headers, body: JSON.stringify(START_BODY) })
    expect(started.status).toBe(202)
    const { job_id } = await started.json()
    const job = await fetch(`${origin}${PATH}/${job_id}`, { headers })
    expect(await job.json()).toMatchObject({ job_id, status: 'pending' })
  })

  it('responds with 403 to other users', async () => {
    const origin = await listen(listener)
    const response = await fetch(origin + PATH)
    expect([response.status, await response.text()]).toEqual([403, '{"message":"Forbidden"}'])
  })

  it('responds with 404 to other paths', async () => {
    const origin = await listen(listener)
    const response = await fetch(`${origin}/api/v2/projects`, { headers: { Cookie: 'session=ada' } })
    expect(response.status).toBe(404)
  })
})
