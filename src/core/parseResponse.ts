import { getMediaType } from '../http/getMediaType.js'
import { parseJson } from '../http/parseJson.js'
import { MAX_RESPONSE_BYTES } from '../http/readBody.js'
import { formatIssues } from './formatIssues.js'
import { parseRetryAfter } from './parseRetryAfter.js'
import { createError, type RequestSpec } from './RequestSpec.js'
import type { StandardSchemaV1 } from './StandardSchemaV1.js'
import { errorBodySchema } from './schema.js'

const MAX_SERVICE_MESSAGE_LENGTH = 1000

/**
 * Turns a response and its body into the result. Neither it nor an error contains the token.
 *
 * @throws OptimizationError for an error status, and for a body that does not match the schema
 */
export async function parseResponse<T>(
  spec: RequestSpec<T>,
  response: Response,
  body: string | null,
  redact: (text: string) => string,
): Promise<T> {
  const text = body === null ? null : redact(body)
  const { status, headers } = response
  // A date counts by the service's own clock only: this machine's may be off.
  const sentAt = Date.parse(headers.get('Date') ?? '')
  const retryAfterMs = parseRetryAfter(headers.get('Retry-After'), sentAt)
  const json = parseJson(text ?? '')

  if (!response.ok) {
    const body = errorBodySchema.safeParse(json)
    const serviceMessage = body.success
      ? redact(body.data.message).slice(0, MAX_SERVICE_MESSAGE_LENGTH)
      : undefined
    throw createError(
      spec,
      `the service responded with ${status}${serviceMessage ? `: ${serviceMessage}` : ''}`,
      {
        kind: 'http',
        status,
        serviceMessage,
        retryAfterMs,
      },
    )
  }
  if (!spec.schema) return undefined as T
  if (text === null) {
    throw createError(
      spec,
      `the response exceeds ${MAX_RESPONSE_BYTES / 1e6} MB and was not read. Does baseUrl point to the service?`,
      { kind: 'invalid-response', status, retryAfterMs },
    )
  }
  if (json === undefined) {
    throw createError(
      spec,
      `the response is not JSON (${getMediaType(headers, redact)}). Does baseUrl point to the service?`,
      {
        kind: 'invalid-response',
        status,
        retryAfterMs,
      },
    )
  }
  const result = await validate(spec.schema, json)
  if (typeof result === 'object') return result.data
  throw createError(spec, `the response does not match the schema. ${result}`, {
    kind: 'invalid-response',
    status,
    retryAfterMs,
  })
}

/** Returns the data, or the issues as text. */
async function validate<T>(
  schema: StandardSchemaV1<unknown, T>,
  json: unknown,
): Promise<{ data: T } | string> {
  try {
    const result = await schema['~standard'].validate(json)
    return result.issues ? formatIssues(result.issues) : { data: result.value }
  } catch {
    // With tens of thousands of issues, zod throws a RangeError.
    return 'Too many fields are invalid'
  }
}
