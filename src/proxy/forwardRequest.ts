import { MAX_RESPONSE_BYTES, readText } from '../http/readText.js'
import { rejectOnAbort } from '../http/rejectOnAbort.js'
import { assertApiKey, type ProxyCall, type ProxySettings } from './options.js'
import { ProxyError } from './ProxyError.js'
import { redactError } from './redactError.js'
import { toClientResponse } from './toClientResponse.js'

/** What the service is sent. */
export interface UpstreamRequest {
  call: ProxyCall
  /** Only what `listJobs` knows. */
  query: URLSearchParams
  /** JSON, for a start. */
  body: string | undefined
}

/**
 * Makes one call to the service, and gives the answer for the browser.
 *
 * @throws ProxyError 502 or 504; or the reason of `clientSignal`, once that is aborted
 */
export async function forwardRequest(
  request: UpstreamRequest,
  settings: ProxySettings,
  clientSignal: AbortSignal,
): Promise<Response> {
  const timeout = new AbortController()
  const signal = AbortSignal.any([clientSignal, timeout.signal])
  const timer = setTimeout(() => {
    timeout.abort(new ProxyError(504, `the service gave no answer within ${settings.timeoutMs / 1000} s`))
  }, settings.timeoutMs)
  try {
    // The race ends the call even where `apiKey` or a custom `fetch` does not heed the signal.
    return await Promise.race([fetchUpstream(request, settings, signal), rejectOnAbort(signal)])
  } finally {
    clearTimeout(timer)
  }
}

async function fetchUpstream(
  request: UpstreamRequest,
  settings: ProxySettings,
  signal: AbortSignal,
): Promise<Response> {
  const key = await resolveApiKey(settings.apiKey)
  signal.throwIfAborted()
  try {
    const response = await settings.fetch(buildRequest(request, settings.baseUrl, key, signal))
    // Where the service redirects to is not looked at: the key is for the service only. Node, Deno and workers show the
    // redirect as it is, browsers hide it behind `opaqueredirect`.
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      response.body?.cancel().catch(() => {})
      throw new ProxyError(502, 'the service redirected, which was not followed. Does baseUrl lead to it?')
    }
    const text = await readText(response.body, MAX_RESPONSE_BYTES)
    if (text === null) throw new ProxyError(502, `the answer has more than ${MAX_RESPONSE_BYTES} bytes`)
    return toClientResponse(response, text, { operation: request.call.operation, key })
  } catch (cause) {
    if (cause instanceof ProxyError) throw cause
    throw new ProxyError(502, 'the service could not be reached, or the connection broke off', {
      cause: redactError(cause, key),
    })
  }
}

async function resolveApiKey(apiKey: ProxySettings['apiKey']): Promise<string> {
  let key: unknown
  try {
    key = typeof apiKey === 'string' ? apiKey : await apiKey()
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error
    // Its message is left out: JSON.parse, for one, quotes what it cannot read.
    throw new ProxyError(502, `apiKey failed (${name}), so nothing was sent. Catch it there to see more`)
  }
  try {
    assertApiKey(key)
  } catch (error) {
    throw new ProxyError(502, `${(error as TypeError).message}, so nothing was sent`)
  }
  return key.trim()
}

/** Everything is written anew: neither a header, a cookie nor a parameter of the browser's request comes along. */
function buildRequest(
  { call: { operation, projectId, jobId }, query, body }: UpstreamRequest,
  baseUrl: string,
  key: string,
  signal: AbortSignal,
): Request {
  const path = `/projects/${projectId}/prompt-optimization-jobs${jobId ? `/${jobId}` : ''}`
  const isPost = operation === 'startJob' || operation === 'cancelJob'
  return new Request(
    `${baseUrl}${path}${operation === 'cancelJob' ? '/cancel' : ''}${query.size > 0 ? `?${query}` : ''}`,
    {
      method: isPost ? 'POST' : 'GET',
      headers: {
        Authorization: `Bearer ${key}`,
        Accept: 'application/json',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      signal,
      redirect: 'manual',
      // Next.js 14 keeps the answers of its `fetch` unless it is told not to.
      cache: 'no-store',
      ...(body !== undefined && { body }),
    },
  )
}
