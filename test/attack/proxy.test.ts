import { request as httpRequest } from 'node:http'
import { connect, type Socket } from 'node:net'
import { describe, expect, it, vi } from 'vitest'
import { FAULTS, respondWithJob, TIMEOUT_MS } from '../faults/faultServer.js'
import { JOB_ID, JOBS, KEY } from '../proxy/setUp.js'
import { COOKIE, raw, rawStart, START_HEADERS, serveProxy } from './setUp.js'

const JOB = `${JOBS}/${JOB_ID}`
const SMUGGLED = raw(`GET ${JOBS}/smuggled`)
const statusesIn = (response: string) =>
  [...response.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => Number(status))

describe('request smuggling', () => {
  const chunked = 'Transfer-Encoding: chunked'

  it.each<[string, string[], string]>([
    ['both lengths', ['Content-Length: 5', chunked], '0\r\n\r\n'],
    ['two lengths', ['Content-Length: 2', 'Content-Length: 200'], '{}'],
    ['a list of lengths', ['Content-Length: 2, 2'], '{}'],
    ['a signed length', ['Content-Length: +2'], '{}'],
    ['a hexadecimal length', ['Content-Length: 0x2'], '{}'],
    ['a space before the colon', ['Content-Length : 2'], '{}'],
    ['an unknown encoding', ['Transfer-Encoding: xchunked'], '0\r\n\r\n'],
    ['chunked that is not last', ['Transfer-Encoding: chunked, identity'], '0\r\n\r\n'],
    ['a huge chunk size', [chunked], 'fffffffffffffffff\r\n{}\r\n0\r\n\r\n'],
    ['an invalid chunk size', [chunked], '0x2\r\n{}\r\n0\r\n\r\n'],
    ['a bare line feed after a chunk', [chunked], '2\r\n{}\n0\r\n\r\n'],
    ['a null byte in a header', ['X-A: a\0b', 'Content-Length: 2'], '{}'],
    ['a bare carriage return in a header', ['X-A: a\rContent-Length: 2'], '{}'],
  ])('with %s reaches no service', async (_, headers, body) => {
    const { send, service } = await serveProxy()
    const response = await send(raw(`POST ${JOBS}`, [...START_HEADERS, ...headers], body) + SMUGGLED)
    expect(statusesIn(response)).toEqual([400])
    expect(service.paths).toEqual([])
  })

  it('in the body of a GET or cancelJob request is not interpreted', async () => {
    const { send, service } = await serveProxy()
    const length = `Content-Length: ${SMUGGLED.length}`
    expect(statusesIn(await send(raw(`GET ${JOB}`, [length], SMUGGLED)))).toEqual([200])
    const cancel = raw(`POST ${JOB}/cancel`, ['Sec-Fetch-Site: same-origin', length], SMUGGLED)
    expect(statusesIn(await send(cancel))).toEqual([200])
    expect(service.paths).toEqual([JOB, `${JOB}/cancel`])
  })

  it('by pipelining does not share the authorization of the first request', async () => {
    const { send, service } = await serveProxy()
    const first = raw(`GET ${JOB}`).replace('Connection: close\r\n', '')
    const second = raw(`GET ${JOBS}`).replace(`Cookie: ${COOKIE}\r\n`, '')
    expect(statusesIn(await send(first + second))).toEqual([200, 403])
    expect(service.paths).toEqual([JOB])
  })
})

describe('path confusion', () => {
  it.each([
    `${JOB}\0`,
    `${JOB}%00`,
    `${JOB}%0d%0aX-Evil:1`,
    `${JOB}%2f..%2f..%2fadmin`,
    `${JOB}%252f..%252fadmin`,
    `${JOB}\\..\\admin`,
    `${JOB}/..;/admin`,
    `${JOB}/%2e%2e%2fadmin`,
    `${JOB}/../../../../../../etc/passwd`,
    `/api/v2/../admin`,
    `//service.test${JOB}/x`,
    `http://evil.test/admin`,
    `http://evil.test@service.test/`,
    `file:///etc/passwd`,
    '*',
    'service.test:443',
  ])('with the target %j reaches no service', async (target) => {
    const { send, service } = await serveProxy()
    expect(statusesIn(await send(raw(`GET ${target}`)))).toEqual([
      expect.toSatisfy((status) => status === 400 || status === 404),
    ])
    expect(service.paths).toEqual([])
  })

  it.each([
    ['Host: evil.test', JOB],
    ['X-Forwarded-Host: evil.test', JOB],
    ['X-Original-URL: /admin', JOB],
    ['X-Rewrite-URL: /admin', JOB],
    ['X-HTTP-Method-Override: POST', JOB],
    ['X-Absolute-Form: 1', `http://evil.test${JOB}`],
  ])('with %j changes neither the path nor the method', async (header, target) => {
    const methods: (string | undefined)[] = []
    const { send, service } = await serveProxy({
      service: (incoming, response) => {
        methods.push(incoming.method)
        respondWithJob()(incoming, response)
      },
    })
    await send(raw(`GET ${target}`, [header]))
    expect([methods, service.paths]).toEqual([['GET'], [JOB]])
  })
})

it.each([
  [[]],
  [['Origin: http://evil.test']],
  [['Origin: null']],
  [['Origin: http://app.test.evil.test']],
  [['Origin: http://app.test', 'Origin: http://evil.test']],
  [['Sec-Fetch-Site: cross-site', 'Origin: http://app.test']],
  [['Sec-Fetch-Site: same-site']],
  [['Sec-Fetch-Site: none']],
  [['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Site: cross-site']],
  [['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Site: same-origin']],
  [['Sec-Fetch-Site:']],
])('a cross-origin POST with %j is rejected before authorize', async (headers) => {
  const { send, service, authorize } = await serveProxy()
  const length = 'Content-Length: 2'
  const type = 'Content-Type: application/json'
  expect(statusesIn(await send(raw(`POST ${JOBS}`, [...headers, type, length], '{}')))).toEqual([403])
  expect(statusesIn(await send(raw(`POST ${JOB}/cancel`, [...headers, 'Content-Length: 0'])))).toEqual([403])
  expect(authorize).not.toHaveBeenCalled()
  expect(service.paths).toEqual([])
})

describe('an upload of 400 MB', () => {
  const UPLOAD_BYTES = 400_000_000

  /** Uploads in chunks until the server responds or closes the connection. */
  function upload(origin: string, headers: Record<string, string>): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const chunk = Buffer.alloc(64 * 1024, 'x')
      const sent = httpRequest(`${origin}${JOBS}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', ...headers },
      })
      let left = UPLOAD_BYTES / chunk.length
      const write = () => {
        while (!sent.destroyed && left-- > 0) if (!sent.write(chunk)) return
        sent.end()
      }
      sent.on('drain', write).on('error', reject)
      sent.on('response', (response) => {
        resolve(response.statusCode)
        sent.destroy()
      })
      write()
    })
  }

  it.each<[string, (request: Request) => Promise<unknown>, number]>([
    ['is not read by the proxy', async () => {}, 413],
    ['is not read by an authorize that clones the request', (sent) => sent.clone().text(), 413],
    ['is not read by an authorize that parses the request', (sent) => sent.json(), 413],
    ['is not read by an authorize that copies the request', (sent) => new Request(sent).text(), 403],
  ])('%s', async (_, read, status) => {
    const proxy = await serveProxy({ authorize: async (sent) => read(sent).then(() => true) })
    expect(await upload(proxy.origin, {})).toBe(status)
    await expect.poll(proxy.bytesReceived, { interval: 5 }).toBeGreaterThan(0)
    expect(proxy.bytesReceived()).toBeLessThan(UPLOAD_BYTES / 10)
    expect(proxy.service.paths).toEqual([])
    expect(await upload(proxy.origin, { 'Content-Length': String(UPLOAD_BYTES) })).toBe(413)
  })

  it('by a stranger is not read', async () => {
    const proxy = await serveProxy()
    expect(await upload(proxy.origin, {})).toBe(403)
    await expect.poll(proxy.bytesReceived, { interval: 5 }).toBeGreaterThan(0)
    expect(proxy.bytesReceived()).toBeLessThan(UPLOAD_BYTES / 10)
  })
})

describe('a service that', () => {
  it.each(FAULTS.map((fault) => [fault.name, fault] as const))(
    '%s results in an error without its text or the key, and a closed connection',
    async (_, { handler, error, isEndless }) => {
      const { send, service, isAlive } = await serveProxy({
        service: handler,
        timeoutMs: error.kind === 'timeout' ? TIMEOUT_MS : 20_000,
      })
      const status = error.status && error.status >= 400 && !isEndless ? error.status : 502
      const response = await send(raw(`GET ${JOB}`))
      // JSON that is not a job is checked by the client.
      const isJson = response.includes('"Hello"')
      expect(statusesIn(response)).toEqual([isJson ? 200 : error.kind === 'timeout' ? 504 : status])
      expect(response).not.toContain(KEY)
      expect(response).not.toContain('<')
      expect(response.length).toBeLessThan(1000)
      await expect.poll(service.open, { interval: 5 }).toBe(0)
      expect(await isAlive()).toBeGreaterThan(0)
    },
  )

  it.each([
    ['100 KB of headers', `X-A: ${'a'.repeat(100_000)}`],
    ['10,000 headers', Array.from({ length: 10_000 }, (_, index) => `X-${index}: a`).join('\r\n')],
    ['a bare carriage return in a header', 'Retry-After: 1\rX-Evil: 1'],
    ['both lengths', 'Content-Length: 2\r\nTransfer-Encoding: chunked'],
  ])('sends %s results in a 502', async (_, headers) => {
    const { send, isAlive } = await serveProxy({
      service: ({ socket }) => socket.end(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n{}`),
    })
    expect(statusesIn(await send(raw(`GET ${JOB}`)))).toEqual([502])
    expect(await isAlive()).toBe(502)
  })

  it('sends headers, a reason phrase and HTML of its own gets none of them through', async () => {
    const { send } = await serveProxy({
      service: (_, response) =>
        response
          .writeHead(503, '<script>', {
            'Set-Cookie': 'session=eve',
            'X-Evil': '1',
            'Content-Type': 'text/html',
          })
          .end('{"message":"<script>\\r\\nX-Evil: 1","__proto__":{"message":"x"}}'),
    })
    const [head = '', body] = (await send(raw(`GET ${JOB}`))).split('\r\n\r\n')
    expect(head).toMatch(/^HTTP\/1\.1 503 Service Unavailable\r\n/)
    expect(head).not.toMatch(/evil|eve|html|script/i)
    expect(head).toMatch(/^content-type: application\/json$/im)
    expect(head).toMatch(/^x-content-type-options: nosniff$/im)
    expect(body).toBe('{"message":"<script>\\r\\nX-Evil: 1"}')
  })
})

describe('a client that disconnects', () => {
  const open = (origin: string, text: string): Socket => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1')
    socket.on('error', () => {})
    socket.write(text)
    return socket
  }

  it('in the middle of a header leaves nothing behind', async () => {
    const proxy = await serveProxy()
    const socket = open(proxy.origin, raw(`GET ${JOB}`).slice(0, 60))
    await new Promise((resolve) => socket.once('connect', resolve))
    socket.destroy()
    expect(await proxy.isAlive()).toBe(200)
    expect(proxy.authorize).toHaveBeenCalledTimes(1)
  })

  it('during authorize causes no request to the service', async () => {
    let allow = (_: boolean) => {}
    const pending = new Promise<boolean>((resolve) => {
      allow = resolve
    })
    const proxy = await serveProxy({ authorize: () => pending })
    for (const text of [raw(`GET ${JOB}`), rawStart('{}')]) {
      const calls = proxy.authorize.mock.calls.length
      const socket = open(proxy.origin, text)
      await expect.poll(() => proxy.authorize.mock.calls.length, { interval: 5 }).toBe(calls + 1)
      socket.destroy()
      await expect.poll(() => proxy.authorize.mock.lastCall?.[0].signal.aborted, { interval: 5 }).toBe(true)
    }
    allow(true)
    await expect.poll(() => proxy.statuses, { interval: 5 }).toHaveLength(2)
    expect(proxy.service.paths).toEqual([])
    expect(proxy.onError).not.toHaveBeenCalled()
    expect(await proxy.isAlive()).toBe(200)
  })

  it('during the upload causes no request to the service', async () => {
    const proxy = await serveProxy()
    const socket = open(proxy.origin, rawStart('{"a":"b"}').slice(0, -3))
    await expect.poll(() => proxy.authorize.mock.calls.length, { interval: 5 }).toBe(1)
    socket.destroy()
    await expect.poll(() => proxy.statuses, { interval: 5 }).toHaveLength(1)
    expect(proxy.service.paths).toEqual([])
    expect(proxy.onError).not.toHaveBeenCalled()
    expect(await proxy.isAlive()).toBe(200)
  })

  it.each<[string, Parameters<typeof serveProxy>[0] & object]>([
    ['while the service is pending', { service: () => {} }],
    ['while the service responds', { service: (_, response) => response.writeHead(200).write('{') }],
  ])('%s closes the connection to the service', async (_, options) => {
    const proxy = await serveProxy(options)
    const socket = open(proxy.origin, raw(`GET ${JOB}`))
    await expect.poll(proxy.service.open, { interval: 5 }).toBe(1)
    socket.destroy()
    await expect.poll(proxy.service.open, { interval: 5 }).toBe(0)
    await expect.poll(() => proxy.statuses, { interval: 5 }).toEqual([499])
    expect(proxy.onError).not.toHaveBeenCalled()
  })

  it('in the middle of a large response leaves the proxy alive', async () => {
    const text = JSON.stringify('x'.repeat(9_000_000))
    const proxy = await serveProxy({ service: (_, response) => response.end(text) })
    const socket = open(proxy.origin, raw(`GET ${JOB}`))
    await new Promise((resolve) => socket.once('data', resolve))
    socket.destroy()
    expect(await proxy.isAlive()).toBe(200)
    expect(proxy.onError).not.toHaveBeenCalled()
  })
})

it('a stranger gets the same response for every project and job, and the service is not asked', async () => {
  const { send, service } = await serveProxy({ authorize: () => false })
  const ids = [JOBS, JOB, JOBS.replace('1111', '2222'), `${JOBS}/unknown`]
  const starts = [rawStart('{}'), rawStart('not JSON')]
  const responses = await Promise.all([...ids.map((path) => raw(`GET ${path}`)), ...starts].map(send))
  const distinct = new Set(responses.map((response) => response.replace(/^date: .*\r\n/im, '')))
  expect(distinct.size).toBe(1)
  expect(statusesIn(responses.join('\n'))[0]).toBe(403)
  expect(service.paths).toEqual([])
})

it('line breaks in the query add neither a header nor a request', async () => {
  const headers = vi.fn()
  const { send, service } = await serveProxy({
    service: (incoming, response) => {
      headers(Object.keys(incoming.headers))
      respondWithJob()(incoming, response)
    },
  })
  await send(raw(`GET ${JOBS}?status=a%0d%0aX-Evil:%201&page=1%0d%0a%0d%0aGET%20/admin`))
  expect(service.paths).toEqual([`${JOBS}?page=1%0D%0A%0D%0AGET+%2Fadmin&status=a%0D%0AX-Evil%3A+1`])
  expect(headers.mock.calls).toEqual([[expect.not.arrayContaining(['x-evil'])]])
})

it.each([
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
])('the body %j is forwarded byte for byte and changes no prototype', async (body) => {
  let received = ''
  const { send } = await serveProxy({
    service: (incoming, response) => {
      incoming.on('data', (chunk) => {
        received += chunk
      })
      incoming.on('end', () => respondWithJob()(incoming, response))
    },
  })
  expect(statusesIn(await send(rawStart(body)))).toEqual([200])
  expect(received).toBe(body)
  expect({}).not.toHaveProperty('polluted')
})
