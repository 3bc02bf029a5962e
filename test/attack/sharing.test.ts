import type { ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { JOB_ID, JOBS, KEY } from '../proxy/setUp.js'
import { COOKIE, raw, rawStart, serveProxy } from './setUp.js'

const JOB = `${JOBS}/${JOB_ID}`
const JSON_TYPE = { 'Content-Type': 'application/json' }
const VIEWERS = 1_000

/** Connections that send the same request and keep what they receive. */
function openViewers(origin: string, text: string, count: number) {
  return Array.from({ length: count }, () => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1')
    const viewer = { socket, received: '' }
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      viewer.received += chunk
    })
    socket.write(text)
    return viewer
  })
}

const closeAll = (viewers: readonly { socket: Socket }[]) => {
  for (const { socket } of viewers) socket.destroy()
}

/** A service whose responses the test ends, and numbers. */
async function servePending(options: Parameters<typeof serveProxy>[0] = {}) {
  const responses: ServerResponse[] = []
  const proxy = await serveProxy({
    allow: ['startJob'],
    ...options,
    service: (incoming, response) => {
      incoming.resume()
      responses.push(response)
    },
  })
  const waitForResponses = (count: number) => expect.poll(() => responses.length, { interval: 5 }).toBe(count)
  return { ...proxy, responses, waitForResponses }
}

describe('a service that hangs with a thousand viewers waiting', () => {
  it('has one connection, which ends with the last of them', async () => {
    const proxy = await servePending()
    const viewers = openViewers(proxy.origin, raw(`GET ${JOB}`), VIEWERS)
    await expect.poll(() => proxy.authorize.mock.calls.length, { interval: 5, timeout: 20_000 }).toBe(VIEWERS)
    expect(proxy.service.paths).toEqual([JOB])
    closeAll(viewers.slice(1))
    await expect.poll(() => proxy.statuses.length, { interval: 5, timeout: 20_000 }).toBe(VIEWERS - 1)
    expect(proxy.service.open()).toBe(1)
    closeAll(viewers)
    await expect.poll(proxy.service.open, { interval: 5 }).toBe(0)
    await expect.poll(() => new Set(proxy.statuses), { interval: 5 }).toEqual(new Set([499]))
    expect(proxy.onError).not.toHaveBeenCalled()
  })

  it('results in a thousand responses and one error when the time is over', async () => {
    const proxy = await servePending({ timeoutMs: 3_000 })
    openViewers(proxy.origin, raw(`GET ${JOB}`), VIEWERS)
    await expect.poll(() => proxy.statuses.length, { interval: 5, timeout: 20_000 }).toBe(VIEWERS)
    expect(new Set(proxy.statuses)).toEqual(new Set([504]))
    expect(proxy.onError).toHaveBeenCalledTimes(1)
    expect(proxy.service.paths).toEqual([JOB])
    await expect.poll(proxy.service.open, { interval: 5 }).toBe(0)
  })
})

it('a response that arrives slowly reaches every viewer whole, also if the first one leaves', async () => {
  const proxy = await servePending()
  const [first] = openViewers(proxy.origin, raw(`GET ${JOB}`), 1)
  await proxy.waitForResponses(1)
  const others = openViewers(proxy.origin, raw(`GET ${JOB}`), 50)
  await expect.poll(() => proxy.authorize.mock.calls.length, { interval: 5 }).toBe(51)
  const [response] = proxy.responses
  response?.writeHead(200, JSON_TYPE).write('{"status":')
  first?.socket.destroy()
  await expect.poll(() => proxy.statuses, { interval: 5 }).toEqual([499])
  expect(others.map(({ received }) => received).join('')).toBe('')
  response?.end('"running"}')
  await expect
    .poll(() => others.every(({ received }) => received.endsWith('{"status":"running"}')), { interval: 5 })
    .toBe(true)
  expect(proxy.service.paths).toHaveLength(1)
})

it('a start in the middle of a shared list read: who reads afterwards gets the new list', async () => {
  const proxy = await servePending()
  const before = proxy.send(raw(`GET ${JOBS}`))
  await proxy.waitForResponses(1)
  const started = proxy.send(rawStart('{}'))
  await proxy.waitForResponses(2)
  proxy.responses[1]?.writeHead(202, JSON_TYPE).end('{}')
  await started
  const after = proxy.send(raw(`GET ${JOBS}`))
  await proxy.waitForResponses(3)
  proxy.responses[2]?.writeHead(200, JSON_TYPE).end('{"list":"new"}')
  expect(await after).toContain('{"list":"new"}')
  proxy.responses[0]?.writeHead(200, JSON_TYPE).end('{"list":"old"}')
  expect(await before).toContain('{"list":"old"}')
  expect(await proxy.send(raw(`GET ${JOBS}`))).toContain('{"list":"new"}')
})

describe('cache poisoning', () => {
  /** What a service could make of a request, if it were forwarded. */
  const serveEcho = () =>
    serveProxy({
      service: ({ method, url, headers }, response) =>
        response.writeHead(200, JSON_TYPE).end(JSON.stringify({ method, url, headers })),
    })

  it.each<[string, string, string[]]>([
    ['another host', JOB, ['Host: evil.test']],
    ['a forwarded host', JOB, ['X-Forwarded-Host: evil.test', 'X-Original-URL: /evil']],
    ['a token', JOB, ['Authorization: Bearer evil']],
    ['a range', JOB, ['Range: bytes=0-1']],
    ['an encoding', JOB, ['Accept-Encoding: evil', 'Accept: text/evil']],
    ['a condition', JOB, ['If-None-Match: evil', 'If-Modified-Since: Thu, 15 Jan 2026 10:00:00 GMT']],
    ['another method', JOB, ['X-HTTP-Method-Override: DELETE']],
    ['unknown parameters', `${JOB}?evil=1&callback=evil`, []],
    ['a fragment', `${JOB}#evil`, []],
    ['dot segments', `${JOBS}/evil/../${JOB_ID}`, []],
    ['an absolute form', `http://evil.test${JOB}`, []],
  ])('with %s changes nothing for who asks next', async (_, target, headers) => {
    const proxy = await serveEcho()
    await proxy.send(raw(`GET ${target}`, headers))
    const next = await proxy.send(raw(`GET ${JOB}`))
    expect(next).toMatch(/^HTTP\/1\.1 200 /)
    expect(next).not.toContain('evil')
    expect(next).toContain(`"url":"${JOB}"`)
  })

  it.each([
    [`${JOBS}?page=2`, [`${JOBS}?page=3&page=2`, `${JOBS}?PAGE=2`, `${JOBS}?page=02`, `${JOBS}?page=%32%00`]],
    [JOB, [JOB.toUpperCase(), `${JOB}a`, `${JOBS}?page=${JOB_ID}`]],
    [JOBS, [`${JOBS}?page=`, `${JOBS}?page=1`, `${JOBS}?status=`]],
  ])('%s gets no response of a request for something else', async (target, others) => {
    const proxy = await serveEcho()
    for (const other of others) await proxy.send(raw(`GET ${other}`))
    expect(await proxy.send(raw(`GET ${target}`))).toContain(`"url":"${target}"`)
  })

  it('a failing request with the key in its response leaves no key behind', async () => {
    const proxy = await serveProxy({
      service: ({ headers }, response) =>
        response.writeHead(500, headers).end(JSON.stringify({ message: KEY })),
    })
    const responses = [await proxy.send(raw(`GET ${JOB}`)), await proxy.send(raw(`GET ${JOB}`))]
    expect(proxy.service.paths).toHaveLength(1)
    expect(responses.join('')).not.toContain(KEY)
  })
})

it('a viewer who loses access within the second gets nothing, and neither does one who never had it', async () => {
  let isSignedIn = true
  const proxy = await serveProxy({
    authorize: (request) => isSignedIn && request.headers.get('Cookie') === COOKIE,
  })
  expect(await proxy.send(raw(`GET ${JOB}`))).toMatch(/^HTTP\/1\.1 200 /)
  expect(await proxy.send(raw(`GET ${JOB}`).replace(COOKIE, 'session=eve'))).toMatch(/^HTTP\/1\.1 403 /)
  isSignedIn = false
  expect(await proxy.send(raw(`GET ${JOB}`))).toMatch(/^HTTP\/1\.1 403 /)
  expect(proxy.authorize).toHaveBeenCalledTimes(3)
})
