import { getMediaType } from '../http/getMediaType.js'
import { parseJson, parseJsonObject } from '../http/parseJson.js'
import { ProxyError } from './ProxyError.js'
import type { ProxyCall } from './ProxyHandlerOptions.js'
import { type ClientResponse, createMessage } from './responses.js'

const MAX_MESSAGE_LENGTH = 1000
const MAX_RETRY_AFTER_S = 31_536_000

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
): ClientResponse {
  const json = redact(body)
  const retryAfter = toRetryAfter(headers.get('Retry-After'))

  // The key is invalid, not the user's session.
  if (status === 401)
    throw new ProxyError(502, 'the service rejected the API key', { code: 'api-key-rejected' })
  if (status >= 400 && status <= 599)
    return createMessage(
      status,
      // Again, without the escapes of JSON: those may hide an encoding.
      redact(getMessage(status, json)).slice(0, MAX_MESSAGE_LENGTH),
      retryAfter,
    )
  if (status < 200 || status > 299) {
    throw new ProxyError(502, `the service responded with ${status}`, { code: 'service-invalid-response' })
  }

  // The response of `cancelJob` is not documented: it may be empty, and a 204 must not have a body.
  if (operation === 'cancelJob' && json === '') return { status: 200, json: '{}', retryAfter }
  if (parseJson(json) !== undefined) return { status, json, retryAfter }
  throw new ProxyError(
    502,
    `the response (${status}) is not JSON (${getMediaType(headers, redact)}). Does baseUrl point to the service?`,
    { code: 'service-invalid-response' },
  )
}

/** The service's message, if any. */
function getMessage(status: number, text: string): string {
  const message = parseJsonObject(text)?.message
  return typeof message === 'string' ? message : `The service responded with ${status}`
}

/** Written again, so that nothing else of the header reaches the client; undefined for neither seconds nor a date. */
function toRetryAfter(header: string | null): string | undefined {
  const value = header?.trim() ?? ''
  if (/^\d+$/.test(value)) return String(Math.min(Number(value), MAX_RETRY_AFTER_S))
  const date = new Date(/^[A-Z][a-z]{2}/.test(value) ? value : Number.NaN)
  return Number.isNaN(date.getTime()) ? undefined : date.toUTCString()
}
