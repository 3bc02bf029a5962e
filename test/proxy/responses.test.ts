import { inspect } from 'node:util'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createProxyHandler } from '../../src/server.js'
import { listen } from '../support/listen.js'
import { respond } from '../support/respond.js'
import { JOB_ID, JOBS, KEY, OPTIONS, PROJECT_ID, request, setUp, start } from './setUp.js'

const CALL = { operation: 'getJob', projectId: PROJECT_ID, jobId: JOB_ID }
const UNUSABLE = { status: 502, body: { message: 'Invalid response from the service' } }
const GET = () => request('GET', `${JOBS}/${JOB_ID}`)
const CANCEL = () => request('POST', `${JOBS}/${JOB_ID}/cancel`)
const setUpResponse = (getResponse: () => Response) => setUp({ fetch: async () => getResponse() })

describe('a response of the service', () => {
  it('is reduced to its status, JSON body and Retry-After', async () => {
    const headers = {
      'Set-Cookie': 'a=b',
      Server: 'nginx',
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'public, max-age=600',
      'Content-Type': 'text/html',
      'Content-Encoding': 'identity',
      ETag: '"1"',
      Connection: 'close',
      'Retry-After': '7',
      'WWW-Authenticate': 'Basic',
    }
    const { send } = setUpResponse(
      () => new Response('{"a": 12345678901234567890}', { status: 202, headers }),
    )
    const response = await send(GET()).then(({ response }) => response)
    expect(response.status).toBe(202)
    expect(Object.fromEntries(response.headers)).toEqual({
      'cache-control': 'no-store',
      'content-type': 'application/json',
      'retry-after': '7',
      'x-content-type-options': 'nosniff',
    })
  })

  it('keeps its body byte for byte, so that no number is rounded', async () => {
    const { handler } = setUpResponse(() => new Response('{"a": 12345678901234567890}'))
    expect(await (await handler(GET())).text()).toBe('{"a": 12345678901234567890}')
  })

  it.each([400, 403, 404, 408, 409, 422, 429, 500, 503, 599])(
    'with status %i keeps its status, message and Retry-After',
    async (status) => {
      const { send, onError } = setUpResponse(() =>
        respond({ message: 'because', detail: 'internal' }, { status, headers: { 'Retry-After': '30' } }),
      )
      const { response, ...rest } = await send(GET())
      expect(rest).toEqual({ status, body: { message: 'because' } })
      expect(response.headers.get('Retry-After')).toBe('30')
      expect(response.headers.get('Cache-Control')).toBe('no-store')
      expect(onError).not.toHaveBeenCalled()
    },
  )

  it('has its message truncated to 1,000 characters', async () => {
    const { send } = setUpResponse(() => respond({ message: 'x'.repeat(100_000) }, { status: 400 }))
    expect((await send(GET())).body.message).toBe('x'.repeat(1000))
  })

  it('has the API key redacted from its message', async () => {
    const { send } = setUpResponse(() =>
      respond({ message: `Bearer ${KEY} is over its limit` }, { status: 429 }),
    )
    expect((await send(GET())).body.message).toBe('Bearer [redacted] is over its limit')
  })

  const escaped = Array.from(KEY, (character) => `\\u00${character.charCodeAt(0).toString(16)}`).join('')
  it.each<[string, () => Response]>([
    ['a body', () => respond({ changes_summary: `used ${KEY}` })],
    ['the escapes of a body', () => new Response(`{"changes_summary":"used ${escaped}"}`)],
    ['a URL in a body', () => respond({ next: `/jobs?key=${KEY.replace('-', '%2d')}` })],
    ['a name in a body', () => respond({ [KEY]: 1 })],
    [
      'a message of which only the percent signs are escaped',
      () => new Response(`{"message":"${KEY.replaceAll('-', '\\u00252D')}"}`, { status: 400 }),
    ],
    ['an escaped message', () => new Response(`{"message":"${escaped}"}`, { status: 400 })],
    ['Retry-After', () => respond({}, { status: 503, headers: { 'Retry-After': KEY } })],
    ['the content type', () => new Response('<html>', { headers: { 'Content-Type': `text/${KEY}` } })],
  ])('that echoes the API key in %s passes nothing of it', async (_, getResponse) => {
    const { handler, onError } = setUpResponse(getResponse)
    const response = await handler(GET())
    const text = await response.text()
    const seen = [
      decodeURIComponent(text),
      JSON.stringify(JSON.parse(text)),
      [...response.headers],
      onError.mock.calls.map(([error]) => inspect(error, { depth: 9 })),
    ]
    expect(seen.join()).not.toContain(KEY)
  })

  it.each([
    ['30', '30'],
    ['00000120', '120'],
    ['99999999999', '31536000'],
    ['Thu, 15 Jan 2026 09:32:00 GMT', 'Thu, 15 Jan 2026 09:32:00 GMT'],
    ['Thursday, 15-Jan-26 09:32:00 GMT', 'Thu, 15 Jan 2026 09:32:00 GMT'],
    ['soon', null],
    ['1.5', null],
  ])('with a Retry-After of %s passes %s', async (retryAfter, passed) => {
    const { handler } = setUpResponse(() =>
      respond({}, { status: 503, headers: { 'Retry-After': retryAfter } }),
    )
    expect((await handler(GET())).headers.get('Retry-After')).toBe(passed)
  })

  it.each(['<html>Bad gateway</html>', '', '{"message":7}', '{"mess', 'null', '[]', '"message"'])(
    'with status 503 and the invalid body %j keeps its status',
    async (body) => {
      const { send } = setUpResponse(() => new Response(body, { status: 503 }))
      expect(await send(GET())).toMatchObject({
        status: 503,
        body: { message: 'The service responded with 503' },
      })
    },
  )

  it('with status 401 results in a 502, because the API key is wrong and not the session', async () => {
    const { send, onError } = setUpResponse(() => respond({ message: `no ${KEY}` }, { status: 401 }))
    expect(await send(GET())).toMatchObject(UNUSABLE)
    const [error, call] = onError.mock.calls[0] ?? []
    expect(error).toMatchObject({
      name: 'ProxyError',
      status: 502,
      code: 'api-key-rejected',
      message: expect.stringContaining('API key'),
    })
    expect(call).toEqual(CALL)
  })

  it.each([
    ['an HTML page', () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } })],
    ['empty', () => new Response('')],
    ['truncated', () => new Response('{"job_id": "a", "stat')],
    ['a 204', () => new Response(null, { status: 204 })],
    ['a 205', () => new Response(null, { status: 205 })],
  ])('that is %s results in a 502', async (_, getResponse) => {
    const { send, onError } = setUpResponse(getResponse)
    expect(await send(GET())).toMatchObject(UNUSABLE)
    expect(onError).toHaveBeenCalledTimes(1)
  })

  it('with an invalid status code results in a 502', async () => {
    const origin = await listen((_, response) => response.writeHead(999).end('{}'))
    const { send, onError } = setUp({ baseUrl: origin, fetch: (sent) => fetch(sent) })
    expect(await send(GET())).toMatchObject(UNUSABLE)
    expect(onError.mock.calls[0]?.[0].message).toContain('responded with 999')
  })

  it('to cancelJob can be empty, because its body is not documented', async () => {
    for (const getResponse of [() => new Response(null, { status: 204 }), () => new Response('')]) {
      expect(await setUpResponse(getResponse).send(CANCEL())).toMatchObject({ status: 200, body: {} })
    }
    expect(await setUpResponse(() => new Response('<html>')).send(CANCEL())).toMatchObject(UNUSABLE)
  })

  it.each([
    ['', undefined],
    [', also on a server with a global document', {}],
  ])('of more than 10 MB results in a 502 and is not read to its end%s', async (_, document) => {
    vi.stubGlobal('document', document)
    onTestFinished(() => void vi.unstubAllGlobals())
    let chunkCount = 0
    let isCancelled = false
    const mebibyte = new Uint8Array(1024 * 1024).fill(32)
    const endless = new ReadableStream({
      pull(controller) {
        chunkCount++
        controller.enqueue(mebibyte)
      },
      cancel() {
        isCancelled = true
      },
    })
    const { send, onError } = setUpResponse(() => new Response(endless))
    expect(await send(GET())).toMatchObject(UNUSABLE)
    expect(chunkCount).toBeLessThan(14)
    expect(isCancelled).toBe(true)
    expect(onError.mock.calls[0]?.[0].message).toContain('10000000 bytes')
  })

  it('of 10 MB is forwarded', async () => {
    const body = `{}${' '.repeat(10_000_000 - 2)}`
    expect(await setUpResponse(() => new Response(body)).send(GET())).toMatchObject({ status: 200 })
  })
})

describe('a redirect by the service', () => {
  it.each([301, 302, 303, 307, 308])(
    'with status %i is not followed, so the API key is not sent elsewhere',
    async (status) => {
      const redirected: string[] = []
      const elsewhere = await listen((incoming, response) => {
        redirected.push(`elsewhere: ${incoming.url}`)
        response.end('{}')
      })
      const origin = await listen((incoming, response) => {
        if (incoming.url === '/here') {
          redirected.push('here')
          return response.end('{}')
        }
        const location = incoming.method === 'POST' ? '/here' : `${elsewhere}/there`
        response.writeHead(status, { Location: location }).end('{}')
      })
      const errors: unknown[] = []
      const handler = createProxyHandler({
        ...OPTIONS,
        baseUrl: origin,
        onError: (error) => errors.push(error),
      })
      for (const sent of [GET(), CANCEL(), start('{}')]) {
        const response = await handler(sent)
        expect({ status: response.status, body: await response.json() }).toEqual(UNUSABLE)
        expect(response.headers.has('Location')).toBe(false)
      }
      expect(redirected).toEqual([])
      expect(errors).toHaveLength(3)
      expect(errors[0]).toMatchObject({ status: 502, message: expect.stringContaining('baseUrl') })
    },
  )

  it('has its body canceled to release the connection', async () => {
    const cancel = vi.fn()
    const moved = new Response(new ReadableStream({ cancel }), { status: 302 })
    expect(await setUpResponse(() => moved).send(GET())).toMatchObject(UNUSABLE)
    expect(cancel).toHaveBeenCalled()
  })

  it('that is opaque results in a 502', async () => {
    const hidden = new Proxy(new Response('{}'), {
      get: (target, name) => (name === 'type' ? 'opaqueredirect' : Reflect.get(target, name, target)),
    })
    expect(await setUpResponse(() => hidden).send(GET())).toMatchObject(UNUSABLE)
  })

  it('is not followed by a custom fetch, which receives redirect: manual', async () => {
    const { get, fetch } = setUp()
    await get()
    expect(fetch.mock.calls[0]?.[0].redirect).toBe('manual')
  })
})
