import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createProxyHandler, type ProxyHandlerOptions } from '../../src/server.js'
import { listen } from '../support/listen.js'
import { JOB_ID, JOBS, KEY, OPTIONS, PROJECT_ID, request, setUp, start } from './setUp.js'

const CALL = { operation: 'getJob', projectId: PROJECT_ID, jobId: JOB_ID }
const UNUSABLE = { status: 502, body: { message: 'The service gave no usable answer' } }
const GET = (init?: RequestInit) => request('GET', `${JOBS}/${JOB_ID}`, init)
const hang = () => new Promise<never>(() => {})

describe('a service that cannot be reached', () => {
  it.each<[string, Parameters<typeof listen>[0]]>([
    ['hangs up', (incoming) => incoming.socket.destroy()],
    [
      'breaks off',
      (incoming, response) => {
        response.writeHead(200, { 'Content-Length': '1000' })
        response.write('{"job_id":')
        incoming.socket.destroySoon()
      },
    ],
  ])('because it %s is a 502, and onError learns why', async (_, listener) => {
    const onError = vi.fn()
    const handler = createProxyHandler({ ...OPTIONS, baseUrl: await listen(listener), onError })
    const response = await handler(GET())
    expect({ status: response.status, body: await response.json() }).toEqual(UNUSABLE)
    const [error, call] = onError.mock.calls[0] ?? []
    expect(error).toMatchObject({ name: 'ProxyError', status: 502, cause: { name: 'TypeError' } })
    expect(error.cause.cause).toHaveProperty('code')
    expect(call).toEqual(CALL)
  })
})

describe('the key', () => {
  const library = (message: string) =>
    Object.assign(new Error(message), { config: { headers: { Authorization: `Bearer ${KEY}` } } })
  const circle = library(KEY)
  circle.cause = circle

  it.each<[string, Partial<ProxyHandlerOptions>]>([
    [
      'fetch quotes it',
      { fetch: () => Promise.reject(new TypeError(`"Bearer ${KEY}" is an invalid header value`)) },
    ],
    ['a library hangs it on its error', { fetch: () => Promise.reject(library('Request failed')) }],
    [
      'it is in a cause',
      { fetch: () => Promise.reject(new Error('failed', { cause: library(`for ${KEY}`) })) },
    ],
    ['causes go in a circle', { fetch: () => Promise.reject(circle) }],
    ['the error is no error', { fetch: () => Promise.reject({ key: KEY }) }],
    ['it is thrown as a text', { fetch: () => Promise.reject(KEY) }],
    [
      'the body breaks off with it',
      { fetch: async () => new Response(new ReadableStream({ pull: () => Promise.reject(library(KEY)) })) },
    ],
    ['the service quotes it', { fetch: async () => Response.json({ message: KEY }, { status: 401 }) }],
    ['the service answers with it', { fetch: async () => new Response(KEY) }],
    [
      'the service redirects to it',
      {
        fetch: async () =>
          new Response(null, { status: 302, headers: { Location: `https://evil.test/${KEY}` } }),
      },
    ],
    ['it cannot be sent', { apiKey: () => `${KEY}\n${KEY}` }],
    ['it cannot be read', { apiKey: () => JSON.parse(KEY) }],
    ['it comes with a failure', { apiKey: () => Promise.reject(library(`vault: ${KEY}`)) }],
    [
      'it came with a line break',
      { apiKey: () => `${KEY}\n`, fetch: () => Promise.reject(new TypeError(`"Bearer ${KEY}" is invalid`)) },
    ],
  ])('shows neither in the answer nor in the error when %s', async (_, options) => {
    const { send, onError } = setUp(options)
    const { status, body, response } = await send(GET())
    expect({ status, body }).toEqual(UNUSABLE)
    const [error] = onError.mock.calls[0] ?? []
    expect(error).toMatchObject({ name: 'ProxyError', status: 502 })
    const shown = inspect([error, error?.stack, [...response.headers]], { depth: 20, showHidden: true })
    expect(shown).not.toContain('canary')
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
    ['holds a line break', () => 'a\r\nX-Evil: 1', 'not fit for a header'],
  ])('that %s is a 502, and nothing is sent', async (_, apiKey, message) => {
    const { send, fetch, onError } = setUp({ apiKey: apiKey as () => string })
    expect(await send(GET())).toMatchObject(UNUSABLE)
    expect(fetch).not.toHaveBeenCalled()
    expect(onError.mock.calls[0]?.[0].message).toContain(message)
  })
})

describe('a fault of the proxy itself', () => {
  it('is a 500, and never a rejection', async () => {
    const odd = new Proxy(start('{}'), {
      get(target, name) {
        if (name === 'headers') throw new Error('odd')
        return Reflect.get(target, name, target)
      },
    })
    const { send, onError } = setUp()
    expect(await send(odd)).toMatchObject({ status: 500, body: { message: 'The proxy failed' } })
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ status: 500, cause: new Error('odd') })
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
  ])('that %s changes nothing', async (_, onError) => {
    // Without a mock: that would handle the rejection, which must not be left to end the process.
    const handler = createProxyHandler({
      ...OPTIONS,
      fetch: () => Promise.reject(new Error('down')),
      onError,
    })
    expect((await handler(GET())).status).toBe(502)
  })

  it('is not needed, and nothing is logged without it', async () => {
    const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name))
    const handler = createProxyHandler({ ...OPTIONS, fetch: () => Promise.reject(new Error('down')) })
    expect((await handler(GET())).status).toBe(502)
    for (const spy of spies) expect(spy).not.toHaveBeenCalled()
    vi.restoreAllMocks()
  })
})

describe('the time limit', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it.each<[string, Partial<ProxyHandlerOptions>]>([
    ['the service', { fetch: hang }],
    ['its body', { fetch: async () => new Response(new ReadableStream()) }],
    ['apiKey', { apiKey: hang }],
  ])('ends a call after 30 s when %s hangs', async (_, options) => {
    const { send, onError } = setUp(options)
    const settled = vi.fn()
    const answer = send(GET())
    void answer.then(settled)
    await vi.advanceTimersByTimeAsync(29_999)
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(await answer).toMatchObject({
      status: 504,
      body: { message: 'The service did not answer in time' },
    })
    expect(onError.mock.calls[0]?.[0]).toMatchObject({
      status: 504,
      message: expect.stringContaining('30 s'),
    })
  })

  it('aborts the request that it ends', async () => {
    const { handler, fetch } = setUp({ fetch: hang, timeoutMs: 500 })
    const answer = handler(GET())
    await vi.advanceTimersByTimeAsync(500)
    expect((await answer).status).toBe(504)
    expect(fetch.mock.calls[0]?.[0].signal.aborted).toBe(true)
  })

  it('that ends the wait for the key sends nothing afterwards', async () => {
    let give: (key: string) => void = () => {}
    const { handler, fetch } = setUp({
      apiKey: () =>
        new Promise((resolve) => {
          give = resolve
        }),
    })
    const answer = handler(start('{}'))
    await vi.advanceTimersByTimeAsync(30_000)
    expect((await answer).status).toBe(504)
    give(KEY)
    await vi.advanceTimersByTimeAsync(0)
    expect(fetch).not.toHaveBeenCalled()
  })

  it('does not count the time that authorize takes', async () => {
    const authorize = () => new Promise<boolean>((resolve) => setTimeout(resolve, 60_000, true))
    const answer = setUp({ authorize }).handler(GET())
    await vi.advanceTimersByTimeAsync(60_000)
    expect((await answer).status).toBe(200)
  })

  it('leaves no timer behind, whatever the outcome', async () => {
    await setUp().handler(GET())
    await setUp({ fetch: () => Promise.reject(new Error('down')) }).handler(GET())
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a browser that goes away', () => {
  it('takes the call to the service with it, and nobody is alarmed', async () => {
    const controller = new AbortController()
    const { handler, fetch, onError } = setUp({ fetch: hang })
    const answer = handler(GET({ signal: controller.signal }))
    await vi.waitFor(() => expect(fetch).toHaveBeenCalled())
    controller.abort()
    expect((await answer).status).toBe(499)
    expect(fetch.mock.calls[0]?.[0].signal.aborted).toBe(true)
    expect(onError).not.toHaveBeenCalled()
  })

  it('closes the real connection', async () => {
    const closed = vi.fn()
    const opened = vi.fn()
    const origin = await listen((incoming) => {
      incoming.socket.once('close', closed)
      opened()
    })
    const controller = new AbortController()
    const answer = createProxyHandler({ ...OPTIONS, baseUrl: origin })(GET({ signal: controller.signal }))
    await vi.waitFor(() => expect(opened).toHaveBeenCalled())
    controller.abort()
    await answer
    await vi.waitFor(() => expect(closed).toHaveBeenCalled())
  })

  it('while it is looked up starts nothing', async () => {
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
