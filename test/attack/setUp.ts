import { getRequestListener } from '@hono/node-server'
import { vi } from 'vitest'
import { createProxyHandler, type ProxyHandlerOptions } from '../../src/server.js'
import { respondWithJob, serveFaults } from '../faults/faultServer.js'
import { JOBS, OPTIONS } from '../proxy/setUp.js'
import { listen } from '../support/listen.js'
import { sendRaw } from '../support/sendRaw.js'

export const COOKIE = 'session=ada'

type ServiceHandler = Parameters<typeof serveFaults>[0]

/** A service, and a Node server with the proxy in front of it, both on real sockets. */
export async function serveProxy({
  service: serviceHandler = respondWithJob(),
  ...options
}: Partial<ProxyHandlerOptions> & { service?: ServiceHandler } = {}) {
  const service = await serveFaults(serviceHandler)
  const onError = vi.fn()
  const authorize = vi.fn(
    options.authorize ?? ((request: Request) => request.headers.get('Cookie') === COOKIE),
  )
  const handler = createProxyHandler({ ...OPTIONS, baseUrl: service.baseUrl, onError, ...options, authorize })
  const statuses: number[] = []
  const listener = getRequestListener(async (request) => {
    const response = await handler(request)
    statuses.push(response.status)
    return response
  })
  let bytesReceived = 0
  const origin = await listen((incoming, response) => {
    const { socket } = incoming
    socket.once('close', () => {
      bytesReceived += socket.bytesRead
    })
    return listener(incoming, response)
  })
  return {
    origin,
    service,
    authorize,
    onError,
    /** The statuses of the responses so far, also of those that no client waits for. */
    statuses,
    /** The bytes of the connections that have closed. */
    bytesReceived: () => bytesReceived,
    send: (text: string) => sendRaw(origin, text),
    /** Whether the proxy still serves a signed-in user. */
    isAlive: async () => {
      const response = await fetch(`${origin}${JOBS}`, { headers: { Cookie: COOKIE } })
      await response.text()
      return response.status
    },
  }
}

/** The text of a request that a signed-in user sends from a page of the same origin. */
export function raw(requestLine: string, headers: string[] = [], body = ''): string {
  const lines = [
    `${requestLine} HTTP/1.1`,
    'Host: app.test',
    `Cookie: ${COOKIE}`,
    'Connection: close',
    ...headers,
  ]
  return `${lines.join('\r\n')}\r\n\r\n${body}`
}

/** Headers of a startJob request from a page of the same origin. */
export const START_HEADERS = ['Sec-Fetch-Site: same-origin', 'Content-Type: application/json']

export const rawStart = (body: string, headers: string[] = []) =>
  raw(`POST ${JOBS}`, [...START_HEADERS, `Content-Length: ${Buffer.byteLength(body)}`, ...headers], body)
