import { afterEach, expect, it, vi } from 'vitest'
import type { OptimizationClientOptions } from '../../src/api.js'
import { buildJob } from '../../src/testing.js'
import { respond } from '../support/respond.js'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

async function warningsOn(
  hostname: string | null,
  getToken: OptimizationClientOptions['getToken'],
): Promise<string[]> {
  vi.stubGlobal('document', hostname === null ? undefined : { location: { hostname } })
  vi.resetModules()
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const api = await import('../../src/api.js')
  const fetch = async () => respond(buildJob())
  const client = api.createOptimizationClient({ baseUrl: 'https://service.test', getToken, fetch })
  await client.getJob({ projectId: 'p', jobId: 'j' })
  await client.getJob({ projectId: 'p', jobId: 'j' })
  return warn.mock.calls.map(([message]) => String(message))
}

it('a key in the code of a page that others can open is warned of, once, without showing it', async () => {
  const warnings = await warningsOn('app.example', () => 'sk-literal-key')
  expect(warnings).toEqual([expect.stringContaining('createProxyHandler')])
  expect(warnings[0]).not.toContain('sk-literal-key')
})

it.each<[string, string | null, OptimizationClientOptions['getToken']]>([
  ['on this machine', 'localhost', () => 'sk-literal-key'],
  ['on this machine, by number', '127.0.0.1', () => 'sk-literal-key'],
  ['for a client without a token', 'app.example', undefined],
  ['outside of a browser', null, () => 'sk-literal-key'],
  ['for a token that the page has asked for', 'app.example', async () => ['sk', 'fetched'].join('-')],
])('nothing is said %s', async (_, hostname, getToken) => {
  expect(await warningsOn(hostname, getToken)).toEqual([])
})

it('nothing is said in production', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  expect(await warningsOn('app.example', () => 'sk-literal-key')).toEqual([])
})
