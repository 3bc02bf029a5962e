import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { OptimizationErrorDetails } from '../../src/api.js'
import { buildJob } from '../../src/testing.js'
import { listen } from '../support/listen.js'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** Something that a server, or what stands before it, does to a request for a job. */
export interface ServerFault {
  name: string
  answer: Answer
  /** What the call rejects with. */
  error: OptimizationErrorDetails & { isRetryable?: boolean }
  /** What its message says. */
  says: string
  /** Whether a page reads it until the time limit. */
  isEndless?: true
}

/** The time limit of the calls, in milliseconds. */
export const TIMEOUT_MS = 250

// Taken before a test makes time stand still: the server is elsewhere, and its time goes on.
const { setInterval, clearInterval } = globalThis

export const JOB_TEXT = JSON.stringify(buildJob())
const JSON_TYPE = { 'Content-Type': 'application/json' }
const HTML_TYPE = { 'Content-Type': 'text/html' }
const BROKE_OFF = 'the service could not be reached, or the connection broke off'
const NOT_JSON = 'the answer is no JSON'
const TOO_LONG =
  'the answer is longer than 10 MB, so it was not read to its end. Does baseUrl lead to the service?'
const TOO_LATE = `no answer within ${TIMEOUT_MS / 1000} s`

/** Sends so many zeros that the answer is too long, and goes on for as long as somebody listens. */
function pour(response: ServerResponse): void {
  const chunk = Buffer.alloc(1_000_000, '0')
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  }
  response.on('drain', more)
  more()
}

let bomb: Buffer | undefined

const network = { kind: 'network' } as const
const invalid = { kind: 'invalid-response' } as const
const timeout = { kind: 'timeout' } as const

export const FAULTS: ServerFault[] = [
  {
    name: 'hangs up',
    answer: (request) => request.socket.destroy(),
    error: network,
    says: BROKE_OFF,
  },
  {
    name: 'resets the connection',
    answer: (request) => request.socket.resetAndDestroy(),
    error: network,
    says: BROKE_OFF,
  },
  {
    name: 'hangs up in the middle of a header',
    answer: (request) => request.socket.end('HTTP/1.1 200 OK\r\nContent-Le'),
    error: network,
    says: BROKE_OFF,
  },
  {
    name: 'speaks another protocol',
    answer: (request) => request.socket.end('SSH-2.0-OpenSSH_9.9\r\n'),
    error: network,
    says: BROKE_OFF,
  },
  {
    name: 'sends less than it has announced',
    answer(request, response) {
      response.writeHead(200, { ...JSON_TYPE, 'Content-Length': JOB_TEXT.length })
      response.write(JOB_TEXT.slice(0, 50), () => request.socket.destroy())
    },
    error: network,
    says: BROKE_OFF,
  },
  {
    name: 'breaks off between two chunks',
    answer(request, response) {
      response.writeHead(200, JSON_TYPE)
      response.write(JOB_TEXT.slice(0, 50), () => request.socket.destroy())
    },
    error: network,
    says: BROKE_OFF,
  },
  {
    name: 'sends half of a job and says that this was all',
    answer: (_, response) => response.writeHead(200, JSON_TYPE).end(JOB_TEXT.slice(0, 50)),
    error: { ...invalid, status: 200 },
    says: `${NOT_JSON} (application/json)`,
  },
  {
    name: 'answers with JSON of something else',
    answer: (_, response) => response.writeHead(200, JSON_TYPE).end('{"message":"Hello"}'),
    error: { ...invalid, status: 200 },
    says: 'the answer does not fit. job_id: expected string',
  },
  { name: 'says nothing', answer: () => {}, error: timeout, says: TOO_LATE },
  {
    name: 'falls silent in the middle of a job',
    answer: (_, response) => response.writeHead(200, JSON_TYPE).write(JOB_TEXT.slice(0, 50)),
    error: timeout,
    says: TOO_LATE,
  },
  {
    name: 'sends a byte every now and then',
    answer(_, response) {
      response.writeHead(200, JSON_TYPE)
      let sent = 0
      const timer = setInterval(() => response.write(JOB_TEXT.charAt(sent++)), 20)
      response.on('close', () => clearInterval(timer))
    },
    error: timeout,
    says: TOO_LATE,
  },
  {
    name: 'answers with a page',
    answer: (_, response) => response.writeHead(200, HTML_TYPE).end('<!doctype html><title>App</title>'),
    error: { ...invalid, status: 200 },
    says: `${NOT_JSON} (text/html). Does baseUrl lead to the service?`,
  },
  {
    name: 'says that a page is JSON',
    answer: (_, response) => response.writeHead(200, JSON_TYPE).end('<!doctype html>'),
    error: { ...invalid, status: 200 },
    says: `${NOT_JSON} (application/json)`,
  },
  {
    name: 'leads to a page where one would sign in',
    answer: (request, response) =>
      request.url === '/login'
        ? response.writeHead(200, HTML_TYPE).end('<form>')
        : response.writeHead(302, { Location: '/login' }).end(),
    error: { ...invalid, status: 200 },
    says: `${NOT_JSON} (text/html)`,
  },
  {
    name: 'leads in a circle',
    answer: (_, response) => response.writeHead(302, { Location: '/round' }).end(),
    error: network,
    says: BROKE_OFF,
  },
  {
    name: 'leads nowhere',
    answer: (_, response) => response.writeHead(302).end(),
    error: { kind: 'http', status: 302, isRetryable: false },
    says: 'the service answered 302',
  },
  {
    name: 'leads to a port where nobody listens',
    answer: (_, response) => response.writeHead(307, { Location: 'http://127.0.0.1:9/' }).end(),
    error: network,
    says: BROKE_OFF,
  },
  {
    name: 'has no content (204)',
    answer: (_, response) => response.writeHead(204).end(),
    error: { ...invalid, status: 204 },
    says: `${NOT_JSON} (no content type)`,
  },
  {
    name: 'sends an empty body',
    answer: (_, response) => response.writeHead(200, JSON_TYPE).end(),
    error: { ...invalid, status: 200 },
    says: `${NOT_JSON} (application/json)`,
  },
  {
    name: 'announces more than anybody should read',
    answer: (_, response) => response.writeHead(200, { ...JSON_TYPE, 'Content-Length': 1e12 }).write('{'),
    error: { ...invalid, status: 200 },
    says: TOO_LONG,
  },
  {
    name: 'sends without end',
    answer: (_, response) => pour(response.writeHead(200, JSON_TYPE)),
    error: { ...invalid, status: 200 },
    says: TOO_LONG,
    isEndless: true,
  },
  {
    name: 'sends little that unpacks to a lot',
    answer(_, response) {
      bomb ??= gzipSync(Buffer.alloc(100_000_000, '0'))
      response.writeHead(200, { ...JSON_TYPE, 'Content-Encoding': 'gzip' }).end(bomb)
    },
    error: { ...invalid, status: 200 },
    says: TOO_LONG,
  },
  {
    name: 'says that plain text is gzipped',
    answer: (_, response) =>
      response.writeHead(200, { ...JSON_TYPE, 'Content-Encoding': 'gzip' }).end(JOB_TEXT),
    error: network,
    says: BROKE_OFF,
  },
  {
    name: 'sends half of what it has packed',
    answer: (_, response) =>
      response
        .writeHead(200, { ...JSON_TYPE, 'Content-Encoding': 'gzip' })
        .end(gzipSync(JOB_TEXT).subarray(0, 40)),
    error: { ...invalid, status: 200 },
    says: `${NOT_JSON} (application/json)`,
  },
  {
    name: 'is down, and says so with a page',
    answer: (_, response) => response.writeHead(502, HTML_TYPE).end('<h1>Bad Gateway</h1>'),
    error: { kind: 'http', status: 502 },
    says: 'the service answered 502',
  },
  {
    name: 'is down, and says so without end',
    answer: (_, response) => pour(response.writeHead(503, HTML_TYPE)),
    error: { kind: 'http', status: 503 },
    says: 'the service answered 503',
    isEndless: true,
  },
  {
    name: 'is down for two minutes, by a clock that is an hour fast',
    answer(_, response) {
      const now = Date.now() + 3_600_000
      response.setHeader('Date', new Date(now).toUTCString())
      response.setHeader('Retry-After', new Date(now + 120_000).toUTCString())
      response.writeHead(503).end()
    },
    error: { kind: 'http', status: 503, retryAfterMs: 120_000 },
    says: 'the service answered 503',
  },
  {
    name: 'is down for two minutes, by a clock that is an hour slow',
    answer(_, response) {
      const now = Date.now() - 3_600_000
      response.setHeader('Date', new Date(now).toUTCString())
      response.setHeader('Retry-After', new Date(now + 120_000).toUTCString())
      response.writeHead(503).end()
    },
    error: { kind: 'http', status: 503, retryAfterMs: 120_000 },
    says: 'the service answered 503',
  },
  {
    name: 'does not know the job, and says so without end',
    answer: (_, response) => pour(response.writeHead(404, HTML_TYPE)),
    error: { kind: 'http', status: 404, isRetryable: false },
    says: 'the service answered 404',
    isEndless: true,
  },
]

/** A server whose answers follow a script, the last of which repeats. Redirects count as one request. */
export async function serveFaults(...script: Answer[]) {
  const paths: string[] = []
  let open = 0
  let answer = script[0] as Answer
  const origin = await listen((request, response) => {
    const path = request.url ?? ''
    if (path.startsWith('/api/')) {
      paths.push(path)
      answer = script[Math.min(paths.length, script.length) - 1] as Answer
    }
    open++
    response.on('close', () => open--)
    answer(request, response)
  })
  return {
    baseUrl: `${origin}/api/v2`,
    paths,
    /** How many answers are under way. */
    open: () => open,
  }
}

/** Answers with a job. */
export const answerWith =
  (wire = {}): Answer =>
  (_, response) =>
    response.writeHead(200, JSON_TYPE).end(JSON.stringify(buildJob(wire)))
