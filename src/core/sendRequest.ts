import * as z from 'zod/mini'
import { parseJson } from '../http/parseJson.js'
import { MAX_RESPONSE_BYTES, readText } from '../http/readText.js'
import { rejectOnAbort } from '../http/rejectOnAbort.js'
import { OptimizationError, type OptimizationErrorDetails } from './OptimizationError.js'
import { parseRetryAfter } from './parseRetryAfter.js'
import { errorBodySchema, formatIssues } from './schema.js'
import { warnIfHardcodedKey } from './warnIfHardcodedKey.js'

/** How requests leave: the edges of the client, with their defaults filled in. */
export interface Transport {
  getToken: ((context: { isRefresh: boolean }) => string | Promise<string>) | undefined
  fetch: (request: Request) => Promise<Response>
  timeoutMs: number
}

/** One call to the service. */
export interface RequestSpec<T> {
  method: 'GET' | 'POST'
  url: string
  body?: Record<string, unknown>
  /** What the answer must be; without it, any 2xx will do and its body is not looked at. */
  schema?: z.ZodMiniType<T>
  /** Whether to send it again with a fresh token after a 401. Not for a call that starts something. */
  retryOn401: boolean
  signal: AbortSignal | undefined
}

const MAX_SERVICE_MESSAGE_LENGTH = 1000

/**
 * Makes one attempt: resolves with the answer, or rejects with an {@link OptimizationError}. An aborted call rejects
 * with the signal's reason, as `fetch` does.
 */
export async function sendRequest<T>(call: RequestSpec<T>, transport: Transport): Promise<T> {
  const limit = new AbortController()
  const { signal } = limit
  // By hand, and not `AbortSignal.any`: that one is kept for as long as the caller's signal lives.
  const passOn = () => limit.abort(call.signal?.reason)
  if (call.signal?.aborted) passOn()
  else call.signal?.addEventListener('abort', passOn)
  const timer = setTimeout(() => limit.abort(timeoutError(call, transport.timeoutMs)), transport.timeoutMs)
  try {
    // The race ends the call even where `getToken` or a custom `fetch` does not heed the signal.
    return await Promise.race([attempt(call, transport, signal), rejectOnAbort(signal)])
  } finally {
    clearTimeout(timer)
    call.signal?.removeEventListener('abort', passOn)
  }
}

async function attempt<T>(call: RequestSpec<T>, transport: Transport, signal: AbortSignal): Promise<T> {
  const { getToken } = transport
  const exchange = async (token: string | undefined): Promise<[Response, string | null]> => {
    // Also keeps React's StrictMode, which mounts twice and aborts the first, from sending twice.
    signal.throwIfAborted()
    const request = buildRequest(call, token, signal)
    try {
      const response = await transport.fetch(request)
      return [response, await readBody(response)]
    } catch (cause) {
      signal.throwIfAborted()
      throw failure(call, 'the service could not be reached, or the connection broke off', {
        kind: 'network',
        cause,
      })
    }
  }

  const token = await resolveToken(call, getToken, false)
  let [response, text] = await exchange(token)
  if (response.status === 401 && getToken && call.retryOn401) {
    const freshToken = await resolveToken(call, getToken, true)
    if (freshToken !== token) [response, text] = await exchange(freshToken)
  }
  return parseResponse(call, response, text)
}

async function resolveToken(
  call: RequestSpec<unknown>,
  getToken: Transport['getToken'],
  isRefresh: boolean,
): Promise<string | undefined> {
  try {
    const token = await getToken?.({ isRefresh })
    warnIfHardcodedKey(getToken, token)
    return token
  } catch (cause) {
    throw failure(call, 'getToken failed, so the request was not sent', { kind: 'token', cause })
  }
}

function buildRequest(call: RequestSpec<unknown>, token: string | undefined, signal: AbortSignal): Request {
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (token !== undefined) headers.Authorization = `Bearer ${token}`
  if (call.body) headers['Content-Type'] = 'application/json'
  try {
    return new Request(call.url, {
      method: call.method,
      headers,
      signal,
      cache: 'no-store',
      ...(call.body && { body: JSON.stringify(call.body) }),
    })
  } catch {
    // The platform's own message is left out, because it may quote the token.
    throw failure(
      call,
      'the request could not be built. baseUrl must be an http(s) URL without credentials (in a browser, a path will ' +
        'do), and the token must be fit for a header',
      { kind: 'invalid-request' },
    )
  }
}

/** The body as text; null where it is too long. Outside of a page, and where its length is announced, the rest is not fetched. */
async function readBody(response: Response): Promise<string | null> {
  const { headers, body } = response
  if (Number(headers.get('Content-Length')) > MAX_RESPONSE_BYTES) {
    body?.cancel().catch(() => {})
    return null
  }
  // What a reader reads, a browser's developer tools cannot show; and responses of React Native have no stream.
  if (body && typeof document === 'undefined') return readText(body, MAX_RESPONSE_BYTES)
  const text = await response.text()
  return text.length > MAX_RESPONSE_BYTES ? null : text
}

function parseResponse<T>(call: RequestSpec<T>, response: Response, text: string | null): T {
  const { status, headers } = response
  // A date is by the service's clock, and so is `Date`: this machine's may be an hour off.
  const sentAt = Date.parse(headers.get('Date') ?? '') || Date.now()
  const retryAfterMs = parseRetryAfter(headers.get('Retry-After'), sentAt)
  const json = parseJson(text ?? '')

  if (!response.ok) {
    const body = errorBodySchema.safeParse(json)
    const serviceMessage = body.success ? body.data.message.slice(0, MAX_SERVICE_MESSAGE_LENGTH) : undefined
    throw failure(call, `the service answered ${status}${serviceMessage ? `: ${serviceMessage}` : ''}`, {
      kind: 'http',
      status,
      serviceMessage,
      retryAfterMs,
    })
  }
  if (!call.schema) return undefined as T
  if (text === null) {
    throw failure(
      call,
      `the answer is longer than ${MAX_RESPONSE_BYTES / 1e6} MB, so it was not read to its end. Does baseUrl lead to the service?`,
      { kind: 'invalid-response', status, retryAfterMs },
    )
  }
  if (json === undefined) {
    const type = headers.get('Content-Type') ?? 'no content type'
    throw failure(call, `the answer is no JSON (${type}). Does baseUrl lead to the service?`, {
      kind: 'invalid-response',
      status,
      retryAfterMs,
    })
  }
  const answer = z.safeParse(call.schema, json)
  if (answer.success) return answer.data
  throw failure(call, `the answer does not fit. ${formatIssues(answer.error)}`, {
    kind: 'invalid-response',
    status,
    retryAfterMs,
  })
}

function timeoutError(call: RequestSpec<unknown>, timeoutMs: number): OptimizationError {
  return failure(call, `no answer within ${timeoutMs / 1000} s`, { kind: 'timeout' })
}

function failure(
  { method, url }: RequestSpec<unknown>,
  message: string,
  details: OptimizationErrorDetails,
): OptimizationError {
  return new OptimizationError(`${method} ${url}: ${message}`, { ...details, method, url })
}
