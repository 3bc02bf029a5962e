import { parseJson } from '../http/parseJson.js'
import type { ProxyCall } from './options.js'
import { ProxyError } from './ProxyError.js'
import { errorResponse, jsonResponse } from './responses.js'

const MAX_MESSAGE_LENGTH = 1000

/**
 * Turns an answer of the service into one for the browser: status, JSON and `Retry-After`, nothing else.
 *
 * @throws ProxyError 502 for an answer that the browser can do nothing with
 */
export function toClientResponse(
  { status, headers }: Response,
  text: string,
  { operation, key }: { operation: ProxyCall['operation']; key: string },
): Response {
  const retryAfter = headers.get('Retry-After')
  const responseHeaders: Record<string, string> = retryAfter === null ? {} : { 'Retry-After': retryAfter }

  // The browser's user may well be signed in: it is the key that is not accepted.
  if (status === 401) throw new ProxyError(502, 'the service does not accept the API key')
  if (status >= 400 && status <= 599)
    return errorResponse(status, getMessage(status, text, key), responseHeaders)
  if (status < 200 || status > 299) throw new ProxyError(502, `the service answered ${status}`)

  // The answer to a cancel is not documented; it may be empty, and a 204 may not be sent on with a body.
  if (operation === 'cancelJob' && text === '') return jsonResponse(200, '{}', responseHeaders)
  if (parseJson(text) !== undefined) return jsonResponse(status, text, responseHeaders)
  const type = headers.get('Content-Type') ?? 'no content type'
  throw new ProxyError(502, `the answer (${status}) is no JSON (${type}). Does baseUrl lead to the service?`)
}

/** The service's own words, if there are any; should they quote the key, then without it. */
function getMessage(status: number, text: string, key: string): string {
  const json = parseJson(text)
  const message = typeof json === 'object' && json !== null && 'message' in json ? json.message : undefined
  if (typeof message !== 'string') return `The service answered ${status}`
  return message.replaceAll(key, '[API key]').slice(0, MAX_MESSAGE_LENGTH)
}
