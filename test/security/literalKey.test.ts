import { afterEach, expect, it, vi } from 'vitest'
import type { OptimizationClientOptions } from '../../src/api.js'
import { buildJob } from '../../src/testing.js'
import { respond } from '../support/respond.js'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

async function getWarnings(
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

it('a hardcoded key on a public page causes one warning that does not include the key', async () => {
  const warnings = await getWarnings('app.example', () => 'sk-literal-key')
  expect(warnings).toEqual([expect.stringContaining('createProxyHandler')])
  expect(warnings[0]).not.toContain('sk-literal-key')
})

it.each<[string, string | null, OptimizationClientOptions['getToken']]>([
  ['on localhost', 'localhost', () => 'sk-literal-key'],
  ['on 127.0.0.1', '127.0.0.1', () => 'sk-literal-key'],
  ['for a client without getToken', 'app.example', undefined],
  ['outside a browser', null, () => 'sk-literal-key'],
  ['for a fetched token', 'app.example', async () => ['sk', 'fetched'].join('-')],
])('no hardcoded-key warning %s', async (_, hostname, getToken) => {
  expect(await getWarnings(hostname, getToken)).toEqual([])
})

it('no hardcoded-key warning in production', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  expect(await getWarnings('app.example', () => 'sk-literal-key')).toEqual([])
})
