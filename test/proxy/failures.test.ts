import { getEventListeners } from 'node:events'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createProxyHandler, type ProxyHandlerOptions } from '../../src/server.js'
import { listen } from '../support/listen.js'
import { JOB_ID, JOBS, KEY, OPTIONS, PROJECT_ID, request, setUp, start } from './setUp.js'

const CALL = { operation: 'getJob', projectId: PROJECT_ID, jobId: JOB_ID }
const UNUSABLE = { status: 502, body: { message: 'Invalid response from the service' } }
const GET = (init?: RequestInit) => request('GET', `${JOBS}/${JOB_ID}`, init)
const hang = () => new Promise<never>(() => {})

describe('a connection failure', () => {
  it.each<[string, Parameters<typeof listen>[0]]>([
    ['closes the connection', (incoming) => incoming.socket.destroy()],
    [
      'breaks off the response',
      (incoming, response) => {
        response.writeHead(200, { 'Content-Length': '1000' })
        response.write('{"job_id":')
        incoming.socket.destroySoon()
      },
    ],
  ])('results in a 502 and an onError call when the service %s', async (_, listener) => {
    const onError = vi.fn()
    const handler = createProxyHandler({ ...OPTIONS, baseUrl: await listen(listener), onError })
    const response = await handler(GET())
    expect({ status: response.status, body: await response.json() }).toEqual(UNUSABLE)
    const [error, call] = onError.mock.calls[0] ?? []
    expect(error).toMatchObject({
      name: 'ProxyError',
      status: 502,
      code: 'service-unreachable',
      cause: { name: 'TypeError' },
    })
    expect(error.cause.cause).toHaveProperty('code')
    expect(call).toEqual(CALL)
  })
})

describe('apiKey', () => {
  const libraryError = (message: string) =>
    Object.assign(new Error(message), { config: { headers: { Authorization: `Bearer ${KEY}` } } })
  const circularError = libraryError(KEY)
  circularError.cause = circularError

  it.each<[string, Partial<ProxyHandlerOptions>]>([
    [
      'fetch includes the key in its error',
      { fetch: () => Promise.reject(new TypeError(`"Bearer ${KEY}" is an invalid header value`)) },
    ],
    [
      'a library attaches the key to its error',
      { fetch: () => Promise.reject(libraryError('Request failed')) },
    ],
    [
      'an error cause contains the key',
      { fetch: () => Promise.reject(new Error('failed', { cause: libraryError(`for ${KEY}`) })) },
    ],
    ['error causes are circular', { fetch: () => Promise.reject(circularError) }],
    ['a non-Error object is thrown', { fetch: () => Promise.reject({ key: KEY }) }],
    ['the key is thrown as a string', { fetch: () => Promise.reject(KEY) }],
    [
      'the response stream fails with the key',
      {
        fetch: async () =>
          new Response(new ReadableStream({ pull: () => Promise.reject(libraryError(KEY)) })),
      },
    ],
    [
      'the service includes the key in an error',
      { fetch: async () => Response.json({ message: KEY }, { status: 401 }) },
    ],
    ['the service responds with the key', { fetch: async () => new Response(KEY) }],
    [
      'the service redirects to a URL with the key',
      {
        fetch: async () =>
          new Response(null, { status: 302, headers: { Location: `https://evil.test/${KEY}` } }),
      },
    ],
    ['the key is not a valid header value', { apiKey: () => `${KEY}\n${KEY}` }],
    ['reading the key throws', { apiKey: () => JSON.parse(KEY) }],
    ['reading the key rejects', { apiKey: () => Promise.reject(libraryError(`vault: ${KEY}`)) }],
    [
      'the key has a trailing line break',
      { apiKey: () => `${KEY}\n`, fetch: () => Promise.reject(new TypeError(`"Bearer ${KEY}" is invalid`)) },
    ],
  ])('does not leak into the response or the error when %s', async (_, options) => {
    const { send, onError } = setUp(options)
    const { status, body, response } = await send(GET())
    expect({ status, body }).toEqual(UNUSABLE)
    const [error] = onError.mock.calls[0] ?? []
    expect(error).toMatchObject({ name: 'ProxyError', status: 502 })
    const output = inspect([error, error?.stack, [...response.headers]], { depth: 20, showHidden: true })
    expect(output).not.toContain('canary')
  })

  it.each<[string, unknown, string]>([
    [
      'throws',
      () => {
        throw new RangeError('no')
      },
      'apiKey failed (RangeError)',
    ],
    ['rejects', () => Promise.reject(new Error('vault is down')), 'apiKey failed (Error)'],
    ['is empty', () => '', 'apiKey is missing or empty'],
    ['is blank', async () => ' \n', 'apiKey is missing or empty'],
    ['is missing', () => undefined, 'apiKey is missing or empty'],
    ['holds a line break', () => 'a\r\nX-Evil: 1', 'not valid in a header'],
  ])('that %s results in a 502 without a request to the service', async (_, apiKey, message) => {
    const { send, fetch, onError } = setUp({ apiKey: apiKey as () => string })
    expect(await send(GET())).toMatchObject(UNUSABLE)
    expect(fetch).not.toHaveBeenCalled()
    expect(onError.mock.calls[0]?.[0]).toMatchObject({
      code: 'api-key-failed',
      message: expect.stringContaining(message),
    })
  })
})

describe('an internal error of the proxy', () => {
  it('results in a 500 and not in a rejection', async () => {
    const broken = new Proxy(start('{}'), {
      get(target, name) {
        if (name === 'headers') throw new Error('internal')
        return Reflect.get(target, name, target)
      },
    })
    const { send, onError } = setUp()
    expect(await send(broken)).toMatchObject({ status: 500, body: { message: 'The proxy failed' } })
    expect(onError.mock.calls[0]?.[0]).toMatchObject({
      status: 500,
      code: 'proxy-failed',
      cause: new Error('internal'),
    })
  })
})

describe('onError', () => {
  it.each([
    [
      'throws',
      () => {
        throw new Error('the log is full')
      },
    ],
    ['rejects', () => Promise.reject(new Error('the log is full'))],
  ])('that %s does not change the response', async (_, onError) => {
    // Not a mock: vi.fn would handle the rejection, and an unhandled rejection must fail this test.
    const handler = createProxyHandler({
      ...OPTIONS,
      fetch: () => Promise.reject(new Error('down')),
      onError,
    })
    expect((await handler(GET())).status).toBe(502)
  })

  it('is optional, and without it nothing is logged', async () => {
    const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name))
    const handler = createProxyHandler({ ...OPTIONS, fetch: () => Promise.reject(new Error('down')) })
    expect((await handler(GET())).status).toBe(502)
    for (const spy of spies) expect(spy).not.toHaveBeenCalled()
    vi.restoreAllMocks()
  })
})

describe('timeoutMs', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it.each<[string, Partial<ProxyHandlerOptions>, string]>([
    ['the service', { fetch: hang }, 'service-timeout'],
    ['the response body', { fetch: async () => new Response(new ReadableStream()) }, 'service-timeout'],
    ['apiKey', { apiKey: hang }, 'api-key-failed'],
  ])('results in a 504 after 30 s by default when %s hangs', async (_, options, code) => {
    const { send, onError } = setUp(options)
    const settled = vi.fn()
    const response = send(GET())
    void response.then(settled)
    await vi.advanceTimersByTimeAsync(29_999)
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(await response).toMatchObject({
      status: 504,
      body: { message: 'The service took too long to respond' },
    })
    expect(onError.mock.calls[0]?.[0]).toMatchObject({
      status: 504,
      code,
      message: expect.stringContaining('30 s'),
    })
  })

  it('aborts the request to the service', async () => {
    const { handler, fetch } = setUp({ fetch: hang, timeoutMs: 500 })
    const response = handler(GET())
    await vi.advanceTimersByTimeAsync(500)
    expect((await response).status).toBe(504)
    expect(fetch.mock.calls[0]?.[0].signal.aborted).toBe(true)
  })

  it('prevents the request if it elapses while apiKey is pending', async () => {
    let resolveKey: (key: string) => void = () => {}
    const { handler, fetch } = setUp({
      apiKey: () =>
        new Promise((resolve) => {
          resolveKey = resolve
        }),
    })
    const response = handler(start('{}'))
    await vi.advanceTimersByTimeAsync(30_000)
    expect((await response).status).toBe(504)
    resolveKey(KEY)
    await vi.advanceTimersByTimeAsync(0)
    expect(fetch).not.toHaveBeenCalled()
  })

  it('does not include the time that authorize takes', async () => {
    const authorize = () => new Promise<boolean>((resolve) => setTimeout(resolve, 60_000, true))
    const response = setUp({ authorize }).handler(GET())
    await vi.advanceTimersByTimeAsync(60_000)
    expect((await response).status).toBe(200)
  })

  it('leaves no timer behind after success or failure', async () => {
    await setUp().handler(GET())
    await setUp({ fetch: () => Promise.reject(new Error('down')) }).handler(GET())
    expect(vi.getTimerCount()).toBe(0)
  })

  it('leaves no listener on the signal of the request after success or failure', async () => {
    const sent = GET({ signal: new AbortController().signal })
    const countListeners = () => getEventListeners(sent.signal, 'abort').length
    const count = countListeners()
    await setUp().handler(sent)
    await setUp({ fetch: () => Promise.reject(new Error('down')) }).handler(sent)
    expect(countListeners()).toBe(count)
  })
})

describe('a browser that disconnects', () => {
  it('aborts the request to the service without calling onError', async () => {
    const controller = new AbortController()
    const { handler, fetch, onError } = setUp({ fetch: hang })
    const response = handler(GET({ signal: controller.signal }))
    await vi.waitFor(() => expect(fetch).toHaveBeenCalled())
    controller.abort()
    expect((await response).status).toBe(499)
    expect(fetch.mock.calls[0]?.[0].signal.aborted).toBe(true)
    expect(onError).not.toHaveBeenCalled()
  })

  it('closes the connection to the service', async () => {
    const closed = vi.fn()
    const opened = vi.fn()
    const origin = await listen((incoming) => {
      incoming.socket.once('close', closed)
      opened()
    })
    const controller = new AbortController()
    const response = createProxyHandler({ ...OPTIONS, baseUrl: origin })(GET({ signal: controller.signal }))
    await vi.waitFor(() => expect(opened).toHaveBeenCalled())
    controller.abort()
    await response
    await vi.waitFor(() => expect(closed).toHaveBeenCalled())
  })

  it('during authorize prevents the request to the service', async () => {
    const controller = new AbortController()
    const { handler, fetch } = setUp({
      authorize: () => {
        controller.abort()
        return true
      },
    })
    await handler(start('{}', { signal: controller.signal }))
    await handler(GET({ signal: controller.signal }))
    expect(fetch).not.toHaveBeenCalled()
  })
})
