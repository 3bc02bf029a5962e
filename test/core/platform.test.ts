import { runInNewContext } from 'node:vm'
import { AbortController } from 'abort-controller'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createOptimizationClient } from '../../src/api.js'
import { createTestApp } from '../../src/testingReact.js'
import { getRejection, respond } from '../support/respond.js'

afterEach(() => vi.unstubAllGlobals())

const BASE_URL = 'https://service.test/api/v2'
const JOB = { projectId: 'p', jobId: 'j' }
const fetch = async () => respond({})
const ERROR_PAGE = 'docs/errors/missing-platform-feature.md'

describe.each(['Request', 'AbortController', 'URL', 'URLSearchParams', 'fetch'])(
  'a runtime without %s',
  (name) => {
    it('is reported when the client is created', () => {
      vi.stubGlobal(name, undefined)
      expect(() => createOptimizationClient({ baseUrl: BASE_URL })).toThrow(
        new RegExp(`can’t send requests in this runtime: ${name} is not defined.*${ERROR_PAGE}`),
      )
    })
  },
)

it('a runtime without fetch needs none if it is an option', () => {
  vi.stubGlobal('fetch', undefined)
  expect(() => createOptimizationClient({ baseUrl: BASE_URL, fetch })).not.toThrow()
})

it('a test environment without Request is reported when the test app is created', () => {
  vi.stubGlobal('Request', undefined)
  expect(() => createTestApp({ fetch })).toThrow(/Request .*docs\/errors\/missing-platform-feature/)
})

it('everything that is missing is named at once', () => {
  for (const name of ['fetch', 'Request']) vi.stubGlobal(name, undefined)
  expect(() => createOptimizationClient({ baseUrl: BASE_URL })).toThrow(/fetch, Request is not defined/)
})

it('a test environment whose Request rejects the signals of its AbortController is reported', () => {
  const NativeRequest = Request
  const NativeSignal = AbortSignal
  vi.stubGlobal('document', {})
  vi.stubGlobal('Request', function StrictRequest(url: string, init: RequestInit) {
    if (init.signal instanceof NativeSignal) return new NativeRequest(url, init)
    throw new TypeError('Expected signal ("AbortSignal {}") to be an instance of AbortSignal.')
  })
  vi.stubGlobal('AbortController', AbortController)
  expect(() => createOptimizationClient({ baseUrl: BASE_URL, fetch })).toThrow(
    /TypeError: Expected signal .* instance of AbortSignal/,
  )
})

it('a client can be created at module scope of a worker, where AbortController is disallowed', () => {
  vi.stubGlobal('AbortController', function DisallowedController() {
    throw new Error('Disallowed operation called within global scope.')
  })
  expect(() => createOptimizationClient({ baseUrl: BASE_URL, fetch })).not.toThrow()
})

it.each(['secret-key-\u{1f511}', 'abc\nd', ' x\ny '])(
  'a request that cannot be built keeps and names the cause, without the token %j',
  async (token) => {
    const client = createOptimizationClient({ baseUrl: BASE_URL, fetch, getToken: () => token })
    const error = (await getRejection(client.getJob(JOB))) as Error
    const cause = error.cause as Error
    expect(error).toMatchObject({ kind: 'invalid-request', isRetryable: false })
    expect(cause.name).toBe('TypeError')
    expect(error.message).toContain(`the request could not be built: ${cause.message}`)
    expect(`${error.stack} ${cause.stack}`).not.toContain(token.trim())
  },
)

it('the cause of an error from another realm, as Jest has them, is kept', async () => {
  const client = createOptimizationClient({
    baseUrl: BASE_URL,
    getToken: () => 'secret-key',
    fetch: async () => runInNewContext("throw new TypeError('socket hang up')"),
  })
  const error = (await getRejection(client.getJob(JOB))) as Error
  expect(error.cause).toMatchObject({ name: 'TypeError', message: 'socket hang up' })
})

it('a runtime whose Request has no cache option is not given one', async () => {
  const NativeRequest = Request
  vi.stubGlobal('Request', function WorkerRequest(url: string, init: RequestInit) {
    if ('cache' in init) throw new Error('The cache field is not implemented.')
    return new NativeRequest(url, init)
  })
  const client = createOptimizationClient({ baseUrl: BASE_URL, fetch })
  await expect(client.cancelJob(JOB)).resolves.toBeUndefined()
})
