import { MAX_ANSWER_BYTES, readText } from '../http/readText.js'
import { rejectionOf } from '../http/rejectOnAbort.js'
import { checkApiKey, type ProxyCall, type ProxySettings } from './options.js'
import { ProxyError } from './ProxyError.js'
import { redactError } from './redactError.js'
import { passAnswer } from './toClientResponse.js'

/** What the service is sent. */
export interface ServiceRequest {
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
export async function callService(
  request: ServiceRequest,
  settings: ProxySettings,
  clientSignal: AbortSignal,
): Promise<Response> {
  const limit = new AbortController()
  const signal = AbortSignal.any([clientSignal, limit.signal])
  const timer = setTimeout(() => {
    limit.abort(new ProxyError(504, `the service gave no answer within ${settings.timeoutMs / 1000} s`))
  }, settings.timeoutMs)
  try {
    // The race ends the call even where `apiKey` or a custom `fetch` does not heed the signal.
    return await Promise.race([exchange(request, settings, signal), rejectionOf(signal)])
  } finally {
    clearTimeout(timer)
  }
}

async function exchange(
  request: ServiceRequest,
  settings: ProxySettings,
  signal: AbortSignal,
): Promise<Response> {
  const key = await readKey(settings.apiKey)
  signal.throwIfAborted()
  try {
    const response = await settings.fetch(buildRequest(request, settings.baseUrl, key, signal))
    // Where the service redirects to is not looked at: the key is for the service only. Node, Deno and workers show the
    // redirect as it is, browsers hide it behind `opaqueredirect`.
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      response.body?.cancel().catch(() => {})
      throw new ProxyError(502, 'the service redirected, which was not followed. Does baseUrl lead to it?')
    }
    const text = await readText(response.body, MAX_ANSWER_BYTES)
    if (text === null) throw new ProxyError(502, `the answer has more than ${MAX_ANSWER_BYTES} bytes`)
    return passAnswer(response, text, { call: request.call.call, key })
  } catch (cause) {
    if (cause instanceof ProxyError) throw cause
    throw new ProxyError(502, 'the service could not be reached, or the connection broke off', {
      cause: redactError(cause, key),
    })
  }
}

async function readKey(apiKey: ProxySettings['apiKey']): Promise<string> {
  let key: unknown
  try {
    key = typeof apiKey === 'string' ? apiKey : await apiKey()
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error
    // Its message is left out: JSON.parse, for one, quotes what it cannot read.
    throw new ProxyError(502, `apiKey failed (${name}), so nothing was sent. Catch it there to see more`)
  }
  try {
    checkApiKey(key)
  } catch (error) {
    throw new ProxyError(502, `${(error as TypeError).message}, so nothing was sent`)
  }
  return key.trim()
}

/** Everything is written anew: neither a header, a cookie nor a parameter of the browser's request comes along. */
function buildRequest(
  { call: { call, projectId, jobId }, query, body }: ServiceRequest,
  baseUrl: string,
  key: string,
  signal: AbortSignal,
): Request {
  const path = `/projects/${projectId}/prompt-optimization-jobs${jobId ? `/${jobId}` : ''}`
  const isPost = call === 'startJob' || call === 'cancelJob'
  return new Request(
    `${baseUrl}${path}${call === 'cancelJob' ? '/cancel' : ''}${query.size > 0 ? `?${query}` : ''}`,
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
