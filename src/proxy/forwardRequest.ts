import { throwIfAborted } from '../http/abortSignal.js'
import { createRedactor } from '../http/createRedactor.js'
import { MAX_RESPONSE_BYTES, readBody } from '../http/readBody.js'
import { redactError } from '../http/redactError.js'
import { withTimeout } from '../http/withTimeout.js'
import type { MatchedCall } from './createCallMatcher.js'
import { ProxyError } from './ProxyError.js'
import type { ProxySettings } from './ProxyHandlerOptions.js'
import type { ClientResponse } from './responses.js'
import { toClientResponse } from './toClientResponse.js'

export interface UpstreamRequest extends MatchedCall {
  /** JSON. */
  body: string | undefined
  apiKey: string
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
): Promise<ClientResponse> {
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
  { baseUrl, send }: ProxySettings,
  signal: AbortSignal,
): Promise<ClientResponse> {
  const redact = createRedactor(request.apiKey)
  throwIfAborted(signal)
  try {
    const response = await send(baseUrl + request.path, createInit(request, signal))
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
    const text = await readBody(response, false)
    if (text === null) {
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

/** Of a new request: no header, cookie or unknown parameter of the client's request is forwarded. */
function createInit({ method, body, apiKey }: UpstreamRequest, signal: AbortSignal): RequestInit {
  return {
    method,
    headers: {
      Authorization: `Bearer ${apiKey}`,
      Accept: 'application/json',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    signal,
    redirect: 'manual',
    // Next.js 14 caches `fetch` by default. Some workers reject the option.
    ...('cache' in Request.prototype && { cache: 'no-store' as const }),
    ...(body !== undefined && { body }),
  }
}
