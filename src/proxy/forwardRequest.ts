import { throwIfAborted } from '../http/abortSignal.js'
import { createRedactor } from '../http/createRedactor.js'
import { MAX_RESPONSE_BYTES, readText } from '../http/readText.js'
import { redactError } from '../http/redactError.js'
import { withTimeout } from '../http/withTimeout.js'
import type { MatchedCall } from './matchCall.js'
import { ProxyError } from './ProxyError.js'
import type { ProxySettings } from './ProxyHandlerOptions.js'
import { getApiKeyIssue } from './resolveOptions.js'
import { toClientResponse } from './toClientResponse.js'

export interface UpstreamRequest extends MatchedCall {
  /** JSON. */
  body: string | undefined
}

/**
 * Sends one request to the service, and returns the response for the client.
 *
 * @throws ProxyError with status 502 or 504
 * @throws the reason of `clientSignal` when it is aborted
 */
export async function forwardRequest(
  request: UpstreamRequest,
  settings: ProxySettings,
  clientSignal: AbortSignal,
): Promise<Response> {
  const { timeoutMs } = settings
  const createTimeoutError = () =>
    new ProxyError(504, `no response from the service within ${timeoutMs / 1000} s`, {
      code: 'service-timeout',
    })
  return withTimeout({ timeoutMs, createTimeoutError, signal: clientSignal }, (signal) =>
    fetchUpstream(request, settings, signal),
  )
}

async function fetchUpstream(
  request: UpstreamRequest,
  settings: ProxySettings,
  signal: AbortSignal,
): Promise<Response> {
  const key = await resolveApiKey(settings.apiKey)
  const redact = createRedactor(key)
  throwIfAborted(signal)
  try {
    const response = await settings.fetch(buildRequest(request, settings.baseUrl, key, signal))
    // Following a redirect could send the key elsewhere. Node, Deno and workers expose the status; browsers only
    // `opaqueredirect`.
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      response.body?.cancel().catch(() => {})
      throw new ProxyError(
        502,
        'the service redirected, and redirects are not followed. Does baseUrl point to the service?',
        { code: 'service-invalid-response' },
      )
    }
    const isTooLong = Number(response.headers.get('Content-Length')) > MAX_RESPONSE_BYTES
    const text = isTooLong ? null : await readText(response.body, MAX_RESPONSE_BYTES)
    if (text === null) {
      response.body?.cancel().catch(() => {})
      throw new ProxyError(502, `the response exceeds ${MAX_RESPONSE_BYTES} bytes`, {
        code: 'service-invalid-response',
      })
    }
    return toClientResponse(response, text, { operation: request.call.operation, redact })
  } catch (cause) {
    if (cause instanceof ProxyError) throw cause
    throw new ProxyError(502, 'the service could not be reached, or the connection was lost', {
      code: 'service-unreachable',
      cause: redactError(cause, redact),
    })
  }
}

async function resolveApiKey(apiKey: ProxySettings['apiKey']): Promise<string> {
  let key: unknown
  try {
    key = typeof apiKey === 'string' ? apiKey : await apiKey()
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error
    // Without the message, which may contain the key: JSON.parse, for one, quotes its input.
    throw new ProxyError(
      502,
      `apiKey failed (${name}), so nothing was sent. Catch the error in apiKey for details`,
      { code: 'api-key-failed' },
    )
  }
  const issue = getApiKeyIssue(key)
  if (issue) throw new ProxyError(502, `${issue}, so nothing was sent`, { code: 'api-key-failed' })
  return String(key).trim()
}

/** Builds a new request: no header, cookie or unknown parameter of the client's request is forwarded. */
function buildRequest(
  { method, path, body }: UpstreamRequest,
  baseUrl: string,
  key: string,
  signal: AbortSignal,
): Request {
  return new Request(baseUrl + path, {
    method,
    headers: {
      Authorization: `Bearer ${key}`,
      Accept: 'application/json',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    signal,
    redirect: 'manual',
    // Next.js 14 caches `fetch` by default. Some workers reject the option.
    ...('cache' in Request.prototype && { cache: 'no-store' as const }),
    ...(body !== undefined && { body }),
  })
}
