import { getMediaType } from '../http/getMediaType.js'
import { parseJson } from '../http/parseJson.js'
import { ProxyError } from './ProxyError.js'
import type { ProxyCall } from './ProxyHandlerOptions.js'
import { errorResponse, jsonResponse } from './responses.js'

const MAX_MESSAGE_LENGTH = 1000

// Seconds, or an HTTP date: nothing else of a header reaches the client.
const RETRY_AFTER = /^(\d{1,7}|[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT)$/

/**
 * Converts a response of the service to one for the client: status, JSON and `Retry-After` only, without
 * the API key.
 *
 * @throws ProxyError with status 502 for an invalid response, and for a 401
 */
export function toClientResponse(
  { status, headers }: Response,
  body: string,
  { operation, redact }: { operation: ProxyCall['operation']; redact: (text: string) => string },
): Response {
  const text = redact(body)
  const retryAfter = headers.get('Retry-After') ?? ''
  const responseHeaders: Record<string, string> = RETRY_AFTER.test(retryAfter)
    ? { 'Retry-After': retryAfter }
    : {}

  // The key is invalid, not the user's session.
  if (status === 401)
    throw new ProxyError(502, 'the service rejected the API key', { code: 'api-key-rejected' })
  if (status >= 400 && status <= 599) return errorResponse(status, getMessage(status, text), responseHeaders)
  if (status < 200 || status > 299) {
    throw new ProxyError(502, `the service responded with ${status}`, { code: 'service-invalid-response' })
  }

  // The response of `cancelJob` is not documented: it may be empty, and a 204 must not have a body.
  if (operation === 'cancelJob' && text === '') return jsonResponse(200, '{}', responseHeaders)
  if (parseJson(text) !== undefined) return jsonResponse(status, text, responseHeaders)
  throw new ProxyError(
    502,
    `the response (${status}) is not JSON (${redact(getMediaType(headers))}). Does baseUrl point to the service?`,
    { code: 'service-invalid-response' },
  )
}

/** The service's message, if any. */
function getMessage(status: number, text: string): string {
  const json = parseJson(text)
  const message = typeof json === 'object' && json !== null && 'message' in json ? json.message : undefined
  if (typeof message !== 'string') return `The service responded with ${status}`
  return message.slice(0, MAX_MESSAGE_LENGTH)
}
