import { throwIfAborted } from '../http/abortSignal.js'
import { createRedactor } from '../http/createRedactor.js'
import { readBody } from '../http/readBody.js'
import { redactError } from '../http/redactError.js'
import { sleep } from '../http/sleep.js'
import { withTimeout } from '../http/withTimeout.js'
import { confirmPageStays, isLeavingPage, observeLeaving } from './isLeavingPage.js'
import type { OptimizationError } from './OptimizationError.js'
import { parseResponse } from './parseResponse.js'
import { createError, type RequestSpec } from './RequestSpec.js'
import { warnOnce } from './warnOnce.js'

/** The client's options that requests depend on, with their defaults. */
export interface Transport {
  getToken: ((context: { isRefresh: boolean }) => string | Promise<string>) | undefined
  fetch: (request: Request) => Promise<Response>
  timeoutMs: number
}

// By then, a page that is being left is usually gone, and a machine that woke up is usually online.
const RESEND_DELAY_MS = 1_000
// Above 1 s, to which browsers throttle timers of hidden pages.
const LATE_TIMER_MS = 1_000

/**
 * Makes one attempt, and another one with a fresh token after a 401 if `retryOn401`. A read that is interrupted because the
 * page is being left or the machine sleeps is sent again. An aborted request rejects with the signal's reason, as `fetch` does.
 *
 * @throws OptimizationError when the request fails
 */
export async function sendRequest<T>(spec: RequestSpec<T>, transport: Transport): Promise<T> {
  const isRead = spec.method === 'GET'
  if (isRead) observeLeaving()
  for (let attempt = 1; ; attempt++) {
    const sentAt = Date.now()
    try {
      const result = await sendOnce(spec, transport)
      confirmPageStays(sentAt)
      return result
    } catch (error) {
      // The reason of the caller's signal may be anything, also null.
      const kind = (error as OptimizationError | null)?.kind
      const hasNoResponse = kind === 'network' || kind === 'token' || kind === 'timeout'
      // Timers do not run while the machine sleeps or the page is frozen, also not that of the time limit.
      const hasSlept = attempt === 1 && Date.now() - sentAt > transport.timeoutMs + LATE_TIMER_MS
      const isInterrupted = hasSlept || (kind !== 'timeout' && isLeavingPage(sentAt))
      if (!isRead || !hasNoResponse || !isInterrupted) throw error
      await sleep(RESEND_DELAY_MS, spec.signal)
    }
  }
}

function sendOnce<T>(spec: RequestSpec<T>, transport: Transport): Promise<T> {
  const { timeoutMs } = transport
  const createTimeoutError = () =>
    createError(spec, `no response within ${timeoutMs / 1000} s`, { kind: 'timeout' })
  return withTimeout({ timeoutMs, createTimeoutError, signal: spec.signal }, (signal) =>
    sendWithToken(spec, transport, signal),
  )
}

async function sendWithToken<T>(spec: RequestSpec<T>, transport: Transport, signal: AbortSignal): Promise<T> {
  const { getToken } = transport
  const tokens: (string | undefined)[] = []
  const fetchOnce = async (token: string | undefined): Promise<[Response, string | null]> => {
    tokens.push(token)
    // Also keeps React's StrictMode, which aborts its first mount, from sending twice.
    throwIfAborted(signal)
    const request = buildRequest(spec, token, signal)
    try {
      const response = await transport.fetch(request)
      return [response, await readBody(response)]
    } catch (cause) {
      throwIfAborted(signal)
      throw createError(spec, 'the service could not be reached, or the connection was lost', {
        kind: 'network',
        cause: getToken ? redactError(cause, createRedactor(...tokens)) : cause,
      })
    }
  }

  const token = await resolveToken(spec, getToken, false)
  let [response, text] = await fetchOnce(token)
  if (response.status === 401 && getToken && spec.retryOn401) {
    const freshToken = await resolveToken(spec, getToken, true)
    if (freshToken !== token) [response, text] = await fetchOnce(freshToken)
  }
  return parseResponse(spec, response, text, createRedactor(...tokens))
}

async function resolveToken(
  spec: RequestSpec<unknown>,
  getToken: Transport['getToken'],
  isRefresh: boolean,
): Promise<string | undefined> {
  if (!getToken) return undefined
  let token: unknown
  try {
    token = await getToken({ isRefresh })
  } catch (cause) {
    throw createError(spec, 'getToken failed, so the request was not sent', { kind: 'token', cause })
  }
  if (typeof token !== 'string') {
    throw createError(spec, 'getToken did not return a string, so the request was not sent', {
      kind: 'token',
    })
  }
  warnIfHardcodedKey(getToken, token)
  return token
}

const LOCAL_HOSTNAME = /^(localhost|.*\.localhost|127\.[\d.]+|\[::1\])$/

/** Warns if the source of `getToken` contains the token, on any page but one on localhost. */
function warnIfHardcodedKey(getToken: unknown, token: string | undefined): void {
  warnOnce(
    () =>
      'the API key is hardcoded in this page. Keys are account-wide, and anyone who opens the page can read it. ' +
      'Keep it on your server with createProxyHandler from react-prompt-optimization/server. ' +
      'See node_modules/react-prompt-optimization/docs/errors/hardcoded-api-key.md',
    () => {
      const hostname = globalThis.document?.location.hostname
      return Boolean(hostname && !LOCAL_HOSTNAME.test(hostname) && token && String(getToken).includes(token))
    },
  )
}

function buildRequest(spec: RequestSpec<unknown>, token: string | undefined, signal: AbortSignal): Request {
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (token !== undefined) headers.Authorization = `Bearer ${token}`
  if (spec.body) headers['Content-Type'] = 'application/json'
  try {
    return new Request(spec.url, {
      method: spec.method,
      headers,
      signal,
      // Some workers reject it.
      ...('cache' in Request.prototype && { cache: 'no-store' as const }),
      ...(spec.body && { body: JSON.stringify(spec.body) }),
    })
  } catch (error) {
    const cause = redactError(error, (text) => redactToken(text, token))
    throw createError(
      spec,
      `the request could not be built: ${cause.message}. baseUrl must be an http(s) URL without credentials (in a ` +
        'browser, a path also works), and the token must be a valid header value',
      { kind: 'invalid-request', cause },
    )
  }
}

/** The platform quotes an invalid token. Also removes one that is too short for {@link createRedactor}. */
function redactToken(text: string, token: string | undefined): string {
  const secret = token?.trim()
  return createRedactor(token)(secret ? text.split(secret).join('[redacted]') : text)
}
