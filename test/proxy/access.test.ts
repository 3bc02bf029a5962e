import { describe, expect, it, vi } from 'vitest'
import type { ProxyCall, ProxyHandlerOptions } from '../../src/server.js'
import { JOB_ID, JOBS, ORIGIN, PROJECT_ID, request, setUp, start } from './setUp.js'

const CANCEL = `${JOBS}/${JOB_ID}/cancel`
/** Start request whose body never ends. */
function endlessStart() {
  let chunkCount = 0
  const chunk = new TextEncoder().encode('x'.repeat(1024))
  const body = new ReadableStream(
    {
      pull(controller) {
        // Bounds the test: an unlimited reader must not run out of memory.
        if (chunkCount++ < 1000) controller.enqueue(chunk)
        else controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  return { sent: start(body, { duplex: 'half' } as RequestInit), chunkCount: () => chunkCount }
}

const FORBIDDEN = { status: 403, body: { message: 'Forbidden' } }

describe('authorize', () => {
  it('is called for every call with the IDs that are forwarded to the service', async () => {
    const authorizedCalls: [string, ProxyCall][] = []
    const { handler } = setUp({
      authorize: async (sent, call) => {
        authorizedCalls.push([sent.headers.get('Cookie') ?? '', call])
        return true
      },
    })
    const headers = { Cookie: 'session=1' }
    await handler(request('GET', `${JOBS}/${JOB_ID}`, { headers }))
    await handler(request('GET', JOBS, { headers }))
    await handler(start('{}', { headers }))
    await handler(request('POST', CANCEL, { headers }))
    const expectedCall = (operation: string, jobId?: string) => [
      'session=1',
      { operation, projectId: PROJECT_ID, jobId },
    ]
    expect(authorizedCalls).toEqual([
      expectedCall('getJob', JOB_ID),
      expectedCall('listJobs'),
      expectedCall('startJob'),
      expectedCall('cancelJob', JOB_ID),
    ])
  })

  it.each([
    false,
    undefined,
    null,
    0,
    '',
    1,
    'true',
    {},
    { userId: 1 },
    Promise.resolve(false),
    Promise.resolve(1),
  ])('that returns %j rejects the request with a bare 403', async (result) => {
    const { send, fetch, onError } = setUp({ authorize: () => result as boolean })
    expect(await send(request('GET', JOBS))).toMatchObject(FORBIDDEN)
    expect(await send(start('{}'))).toMatchObject(FORBIDDEN)
    expect(fetch).not.toHaveBeenCalled()
    expect(onError).not.toHaveBeenCalled()
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('the session store is down')
      },
    ],
    ['rejects', () => Promise.reject(new Error('the session store is down'))],
  ])('that %s rejects the request with a bare 403 and calls onError', async (_, authorize) => {
    const { send, fetch, onError } = setUp({ authorize })
    expect(await send(request('GET', JOBS))).toEqual({ response: expect.anything(), ...FORBIDDEN })
    expect(fetch).not.toHaveBeenCalled()
    const [error, call] = onError.mock.calls[0] ?? []
    expect(error).toMatchObject({
      name: 'ProxyError',
      status: 403,
      code: 'authorize-failed',
      cause: new Error('the session store is down'),
    })
    expect(call).toEqual({ operation: 'listJobs', projectId: PROJECT_ID, jobId: undefined })
  })

  it('cannot change the call by mutating its argument', async () => {
    const { get, fetch } = setUp({
      authorize: (_, call) => {
        call.projectId = '../../admin'
        return true
      },
    })
    await get()
    expect(fetch.mock.calls[0]?.[0].url).toBe(`https://service.test${JOBS}/${JOB_ID}`)
  })

  it('is not called for an unknown path', async () => {
    const authorize = vi.fn(() => true)
    await setUp({ authorize }).get('/api/v2/other')
    expect(authorize).not.toHaveBeenCalled()
  })

  it('runs before the body is read', async () => {
    const body = new ReadableStream({ pull: () => expect.fail('the body was read') }, { highWaterMark: 0 })
    const sent = start(body, { duplex: 'half' } as RequestInit)
    expect(await setUp({ authorize: () => false }).send(sent)).toMatchObject(FORBIDDEN)
  })

  it('can read a clone of the body', async () => {
    const { send, fetch } = setUp({ authorize: async (sent) => (await sent.clone().json()).ok })
    expect(await send(start('{"ok":true}'))).toMatchObject({ status: 200 })
    expect(await fetch.mock.calls[0]?.[0].text()).toBe('{"ok":true}')
  })

  describe.each<[string, (sent: Request) => Promise<unknown>]>([
    ['text()', (sent) => sent.text()],
    ['arrayBuffer()', (sent) => sent.arrayBuffer()],
    ['clone().json()', (sent) => sent.clone().json()],
    ['clone().clone().text()', (sent) => sent.clone().clone().text()],
    ['new Request(url, request)', (sent) => new Request(sent.url, sent).text()],
    ['new Request(request)', async (sent) => new Request(sent).text()],
  ])('that reads %s', (_, read) => {
    it('cannot read more than maxBodyBytes', async () => {
      const { sent, chunkCount } = endlessStart()
      const errors: unknown[] = []
      const authorize = async (received: Request) => {
        await read(received).catch((error) => errors.push(error))
        return false
      }
      expect(await setUp({ authorize }).send(sent)).toMatchObject(FORBIDDEN)
      expect(errors).toEqual([expect.any(Error)])
      expect(chunkCount()).toBeLessThan(70)
    })
  })

  it.each<[string, ProxyHandlerOptions['authorize']]>([
    ['rejects with the error of the body', async (sent) => (await sent.clone().json()).ok],
    [
      'ignores the error of the body',
      (sent) =>
        sent
          .clone()
          .text()
          .then(
            () => true,
            () => true,
          ),
    ],
  ])('that %s causes a 413 without an onError call', async (_, authorize) => {
    const { send, fetch, onError } = setUp({ authorize })
    expect(await send(endlessStart().sent)).toMatchObject({
      status: 413,
      body: { message: 'The body must not exceed 65536 bytes' },
    })
    expect(fetch).not.toHaveBeenCalled()
    expect(onError).not.toHaveBeenCalled()
  })

  it.each([
    ['startJob', JOBS],
    ['cancelJob', CANCEL],
  ])('is not called for a %s with a Content-Length above maxBodyBytes', async (_, path) => {
    const authorize = vi.fn(() => true)
    const headers = { 'Content-Type': 'application/json', 'Content-Length': '65537' }
    const sent = request('POST', path, { headers, body: '{}' })
    expect(await setUp({ authorize }).send(sent)).toMatchObject({ status: 413 })
    expect(authorize).not.toHaveBeenCalled()
  })

  it('gets the request of the framework, with its own members, signal and headers', async () => {
    class FrameworkRequest extends Request {
      readonly #user = 'ada'
      get user() {
        return this.#user
      }
    }
    const sent = new FrameworkRequest(start('{"ok":true}', { headers: { Cookie: 'a=b' } }))
    const authorize = vi.fn(async (received: Request) => {
      expect(received).toBe(sent)
      expect((received as FrameworkRequest).user).toBe('ada')
      expect(received.clone()).toMatchObject({ url: sent.url, method: 'POST' })
      expect(received.clone().headers.get('Cookie')).toBe('a=b')
      return true
    })
    expect(await setUp({ authorize }).send(sent)).toMatchObject({ status: 200 })
    expect(authorize).toHaveBeenCalled()
  })

  it('gets clones whose signal aborts with that of the request', async () => {
    const controller = new AbortController()
    const authorize = async (received: Request) => {
      const { signal } = received.clone()
      controller.abort()
      expect(signal.aborted).toBe(true)
      return true
    }
    const sent = start('{}', { signal: controller.signal })
    expect((await setUp({ authorize }).handler(sent)).status).toBe(499)
  })

  it('that consumes the body causes a 500 whose error suggests request.clone()', async () => {
    const { send, fetch, onError } = setUp({ authorize: async (sent) => (await sent.json()).ok })
    expect(await send(start('{"ok":true}'))).toMatchObject({ status: 500 })
    expect(onError.mock.calls[0]?.[0].message).toContain('request.clone()')
    expect(fetch).not.toHaveBeenCalled()
  })
})

describe('startJob and cancelJob', () => {
  it('are disabled by default, as if the routes did not exist', async () => {
    const { send, fetch } = setUp({ allow: undefined })
    const started = await send(start('{}'))
    expect(started).toMatchObject({ status: 405, body: { message: 'Method not allowed' } })
    expect(started.response.headers.get('Allow')).toBe('GET')
    expect(await send(request('POST', CANCEL))).toMatchObject({ status: 404, body: { message: 'Not found' } })
    expect(await send(request('GET', CANCEL))).toMatchObject({ status: 404 })
    expect(fetch).not.toHaveBeenCalled()
  })

  it('are enabled separately by allow', async () => {
    const onlyStart = setUp({ allow: ['startJob'] })
    expect(await onlyStart.send(start('{}'))).toMatchObject({ status: 200 })
    expect(await onlyStart.send(request('POST', CANCEL))).toMatchObject({ status: 404 })
    const onlyCancel = setUp({ allow: ['cancelJob'] })
    expect(await onlyCancel.send(start('{}'))).toMatchObject({ status: 405 })
    expect(await onlyCancel.send(request('POST', CANCEL))).toMatchObject({ status: 200 })
  })

  const calls: [string, (headers: Record<string, string>) => Request][] = [
    [
      'startJob',
      (headers) =>
        new Request(`${ORIGIN}${JOBS}`, {
          method: 'POST',
          body: '{}',
          headers: { 'Content-Type': 'application/json', ...headers },
        }),
    ],
    ['cancelJob', (headers) => new Request(`${ORIGIN}${CANCEL}`, { method: 'POST', headers })],
  ]
  const crossOriginHeaders: Record<string, string>[] = [
    {},
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'none' },
    { 'Sec-Fetch-Site': '' },
    { 'Sec-Fetch-Site': 'same-origin, cross-site' },
    { 'Sec-Fetch-Site': 'cross-site', Origin: ORIGIN },
    { Origin: 'https://evil.test' },
    { Origin: 'http://app.test' },
    { Origin: 'https://app.test:8443' },
    { Origin: 'https://app.test.evil.test' },
    { Origin: 'null' },
    { Origin: '' },
    { Referer: `${ORIGIN}/jobs` },
  ]
  const sameOriginHeaders: Record<string, string>[] = [
    { 'Sec-Fetch-Site': 'same-origin' },
    { Origin: ORIGIN },
    // Behind a reverse proxy request.url may not be the public URL, so Sec-Fetch-Site takes precedence.
    { 'Sec-Fetch-Site': 'same-origin', Origin: 'https://public.test' },
  ]

  describe.each(calls)('%s', (_, build) => {
    it.each(crossOriginHeaders)('is rejected with the cross-origin headers %j', async (headers) => {
      const { send, fetch } = setUp()
      expect(await send(build(headers))).toMatchObject(FORBIDDEN)
      expect(fetch).not.toHaveBeenCalled()
    })

    it.each(sameOriginHeaders)('is forwarded with the same-origin headers %j', async (headers) => {
      expect(await setUp().send(build(headers))).toMatchObject({ status: 200 })
    })
  })

  it('from another origin are rejected before authorize is called', async () => {
    const authorize = vi.fn(() => true)
    await setUp({ authorize }).handler(
      request('POST', CANCEL, { headers: { 'Sec-Fetch-Site': 'cross-site' } }),
    )
    expect(authorize).not.toHaveBeenCalled()
  })
})

it('createProxyHandler sends no CORS headers', async () => {
  const { handler } = setUp()
  const headers = { Origin: 'https://evil.test', 'Sec-Fetch-Site': 'cross-site' }
  for (const method of ['GET', 'OPTIONS']) {
    const response = await handler(request(method, JOBS, { headers }))
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  }
})
