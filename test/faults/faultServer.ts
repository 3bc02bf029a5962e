import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { OptimizationErrorDetails } from '../../src/api.js'
import { buildJob } from '../../src/testing.js'
import { listen } from '../support/listen.js'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** Fault of the server, or of a proxy or load balancer in front of it. */
export interface ServerFault {
  name: string
  handler: Handler
  /** Expected error. */
  error: OptimizationErrorDetails & { isRetryable?: boolean }
  /** Expected part of the error message. */
  message: string
  /** Whether jsdom reads the response until the timeout. */
  isEndless?: true
}

export const TIMEOUT_MS = 250

// Captured before tests install fake timers: the server uses real time.
const { setInterval, clearInterval } = globalThis

export const JOB_TEXT = JSON.stringify(buildJob())
const JSON_TYPE = { 'Content-Type': 'application/json' }
const HTML_TYPE = { 'Content-Type': 'text/html' }
const CONNECTION_LOST = 'the service could not be reached, or the connection was lost'
const NOT_JSON = 'the response is not JSON'
const TOO_LARGE = 'the response exceeds 10 MB and was not read. Does baseUrl point to the service?'
const TIMED_OUT = `no response within ${TIMEOUT_MS / 1000} s`

/** Writes zeros until the client disconnects. */
function writeEndlessly(response: ServerResponse): void {
  const chunk = Buffer.alloc(1_000_000, '0')
  const writeMore = () => {
    while (!response.destroyed && response.write(chunk));
  }
  response.on('drain', writeMore)
  writeMore()
}

let gzipBomb: Buffer | undefined

const network = { kind: 'network' } as const
const invalidResponse = { kind: 'invalid-response' } as const
const timeout = { kind: 'timeout' } as const

export const FAULTS: ServerFault[] = [
  {
    name: 'closes the connection',
    handler: (request) => request.socket.destroy(),
    error: network,
    message: CONNECTION_LOST,
  },
  {
    name: 'resets the connection',
    handler: (request) => request.socket.resetAndDestroy(),
    error: network,
    message: CONNECTION_LOST,
  },
  {
    name: 'closes the connection inside a header',
    handler: (request) => request.socket.end('HTTP/1.1 200 OK\r\nContent-Le'),
    error: network,
    message: CONNECTION_LOST,
  },
  {
    name: 'speaks another protocol',
    handler: (request) => request.socket.end('SSH-2.0-OpenSSH_9.9\r\n'),
    error: network,
    message: CONNECTION_LOST,
  },
  {
    name: 'sends less than its Content-Length',
    handler(request, response) {
      response.writeHead(200, { ...JSON_TYPE, 'Content-Length': JOB_TEXT.length })
      response.write(JOB_TEXT.slice(0, 50), () => request.socket.destroy())
    },
    error: network,
    message: CONNECTION_LOST,
  },
  {
    name: 'closes the connection between two chunks',
    handler(request, response) {
      response.writeHead(200, JSON_TYPE)
      response.write(JOB_TEXT.slice(0, 50), () => request.socket.destroy())
    },
    error: network,
    message: CONNECTION_LOST,
  },
  {
    name: 'sends truncated JSON',
    handler: (_, response) => response.writeHead(200, JSON_TYPE).end(JOB_TEXT.slice(0, 50)),
    error: { ...invalidResponse, status: 200 },
    message: `${NOT_JSON} (application/json)`,
  },
  {
    name: 'responds with JSON that is not a job',
    handler: (_, response) => response.writeHead(200, JSON_TYPE).end('{"message":"Hello"}'),
    error: { ...invalidResponse, status: 200 },
    message: 'the response does not match the schema. job_id: expected string',
  },
  { name: 'never responds', handler: () => {}, error: timeout, message: TIMED_OUT },
  {
    name: 'stalls in the middle of the response',
    handler: (_, response) => response.writeHead(200, JSON_TYPE).write(JOB_TEXT.slice(0, 50)),
    error: timeout,
    message: TIMED_OUT,
  },
  {
    name: 'sends one byte at a time',
    handler(_, response) {
      response.writeHead(200, JSON_TYPE)
      let sent = 0
      const timer = setInterval(() => response.write(JOB_TEXT.charAt(sent++)), 20)
      response.on('close', () => clearInterval(timer))
    },
    error: timeout,
    message: TIMED_OUT,
  },
  {
    name: 'responds with an HTML page',
    handler: (_, response) => response.writeHead(200, HTML_TYPE).end('<!doctype html><title>App</title>'),
    error: { ...invalidResponse, status: 200 },
    message: `${NOT_JSON} (text/html). Does baseUrl point to the service?`,
  },
  {
    name: 'responds with HTML as application/json',
    handler: (_, response) => response.writeHead(200, JSON_TYPE).end('<!doctype html>'),
    error: { ...invalidResponse, status: 200 },
    message: `${NOT_JSON} (application/json)`,
  },
  {
    name: 'redirects to a sign-in page',
    handler: (request, response) =>
      request.url === '/login'
        ? response.writeHead(200, HTML_TYPE).end('<form>')
        : response.writeHead(302, { Location: '/login' }).end(),
    error: { ...invalidResponse, status: 200 },
    message: `${NOT_JSON} (text/html)`,
  },
  {
    name: 'redirects in a loop',
    handler: (_, response) => response.writeHead(302, { Location: '/round' }).end(),
    error: network,
    message: CONNECTION_LOST,
  },
  {
    name: 'redirects without a Location',
    handler: (_, response) => response.writeHead(302).end(),
    error: { kind: 'http', status: 302, isRetryable: true },
    message: 'the service responded with 302',
  },
  {
    name: 'responds with 410 and an HTML page',
    handler: (_, response) => response.writeHead(410).end('<html>Gone</html>'),
    error: { kind: 'http', status: 410, isRetryable: false },
    message: 'the service responded with 410',
  },
  {
    name: 'redirects to a closed port',
    handler: (_, response) => response.writeHead(307, { Location: 'http://127.0.0.1:9/' }).end(),
    error: network,
    message: CONNECTION_LOST,
  },
  {
    name: 'responds with 204',
    handler: (_, response) => response.writeHead(204).end(),
    error: { ...invalidResponse, status: 204 },
    message: `${NOT_JSON} (no content type)`,
  },
  {
    name: 'sends an empty body',
    handler: (_, response) => response.writeHead(200, JSON_TYPE).end(),
    error: { ...invalidResponse, status: 200 },
    message: `${NOT_JSON} (application/json)`,
  },
  {
    name: 'sends a huge Content-Length',
    handler: (_, response) => response.writeHead(200, { ...JSON_TYPE, 'Content-Length': 1e12 }).write('{'),
    error: { ...invalidResponse, status: 200 },
    message: TOO_LARGE,
  },
  {
    name: 'sends an endless response',
    handler: (_, response) => writeEndlessly(response.writeHead(200, JSON_TYPE)),
    error: { ...invalidResponse, status: 200 },
    message: TOO_LARGE,
    isEndless: true,
  },
  {
    name: 'sends a gzip bomb',
    handler(_, response) {
      gzipBomb ??= gzipSync(Buffer.alloc(100_000_000, '0'))
      response.writeHead(200, { ...JSON_TYPE, 'Content-Encoding': 'gzip' }).end(gzipBomb)
    },
    error: { ...invalidResponse, status: 200 },
    message: TOO_LARGE,
  },
  {
    name: 'labels plain text as gzip',
    handler: (_, response) =>
      response.writeHead(200, { ...JSON_TYPE, 'Content-Encoding': 'gzip' }).end(JOB_TEXT),
    error: network,
    message: CONNECTION_LOST,
  },
  {
    name: 'sends a truncated gzip stream',
    handler: (_, response) =>
      response
        .writeHead(200, { ...JSON_TYPE, 'Content-Encoding': 'gzip' })
        .end(gzipSync(JOB_TEXT).subarray(0, 40)),
    error: { ...invalidResponse, status: 200 },
    message: `${NOT_JSON} (application/json)`,
  },
  {
    name: 'responds with 502 and an HTML page',
    handler: (_, response) => response.writeHead(502, HTML_TYPE).end('<h1>Bad Gateway</h1>'),
    error: { kind: 'http', status: 502 },
    message: 'the service responded with 502',
  },
  {
    name: 'responds with 503 and an endless body',
    handler: (_, response) => writeEndlessly(response.writeHead(503, HTML_TYPE)),
    error: { kind: 'http', status: 503 },
    message: 'the service responded with 503',
    isEndless: true,
  },
  {
    name: 'sends a Retry-After date from a clock that is an hour fast',
    handler(_, response) {
      const now = Date.now() + 3_600_000
      response.setHeader('Date', new Date(now).toUTCString())
      response.setHeader('Retry-After', new Date(now + 120_000).toUTCString())
      response.writeHead(503).end()
    },
    error: { kind: 'http', status: 503, retryAfterMs: 120_000 },
    message: 'the service responded with 503',
  },
  {
    name: 'sends a Retry-After date from a clock that is an hour slow',
    handler(_, response) {
      const now = Date.now() - 3_600_000
      response.setHeader('Date', new Date(now).toUTCString())
      response.setHeader('Retry-After', new Date(now + 120_000).toUTCString())
      response.writeHead(503).end()
    },
    error: { kind: 'http', status: 503, retryAfterMs: 120_000 },
    message: 'the service responded with 503',
  },
  {
    name: 'responds with 404 and an endless body',
    handler: (_, response) => writeEndlessly(response.writeHead(404, HTML_TYPE)),
    error: { kind: 'http', status: 404, isRetryable: false },
    message: 'the service responded with 404',
    isEndless: true,
  },
]

/** Server with scripted handlers, the last of which repeats. Redirects count as one request. */
export async function serveFaults(...script: Handler[]) {
  const paths: string[] = []
  let open = 0
  let handler = script[0] as Handler
  const origin = await listen((request, response) => {
    const path = request.url ?? ''
    if (path.startsWith('/api/')) {
      paths.push(path)
      handler = script[Math.min(paths.length, script.length) - 1] as Handler
    }
    open++
    response.on('close', () => open--)
    handler(request, response)
  })
  return {
    baseUrl: `${origin}/api/v2`,
    paths,
    /** Number of open responses. */
    open: () => open,
  }
}

export const respondWithJob =
  (wire = {}): Handler =>
  (_, response) =>
    response.writeHead(200, JSON_TYPE).end(JSON.stringify(buildJob(wire)))
