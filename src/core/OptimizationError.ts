/**
 * Why a request failed. Each kind has a page in `docs/errors`.
 *
 * - `http`: the service responded with an error status.
 * - `token`: `getToken` threw, or returned no string, so the request was not sent.
 * - `network`: no response arrived.
 * - `timeout`: no response arrived within the time limit.
 * - `invalid-response`: the response is not JSON, does not match the schema, or exceeds 10 MB.
 * - `invalid-request`: the input, `baseUrl` or token is invalid, so the request was not sent.
 */
export type OptimizationErrorKind =
  | 'http'
  | 'token'
  | 'network'
  | 'timeout'
  | 'invalid-response'
  | 'invalid-request'

/** The fields of an {@link OptimizationError} other than its message. */
export interface OptimizationErrorDetails
  extends Partial<Pick<OptimizationError, 'method' | 'url' | 'status' | 'serviceMessage' | 'retryAfterMs'>> {
  /** Why the request failed. */
  kind: OptimizationErrorKind
  /** The underlying error, if any. */
  cause?: unknown
}

/**
 * The error that every failed request rejects with. It never contains the token or a request body.
 *
 * @example
 * try {
 *   await client.getJob({ projectId, jobId })
 * } catch (error) {
 *   if (error instanceof OptimizationError && error.status === 404) console.log('There is no such job')
 *   else throw error
 * }
 */
export class OptimizationError extends Error {
  /** Always `OptimizationError`. */
  override readonly name = 'OptimizationError'
  /** Why the request failed. */
  readonly kind: OptimizationErrorKind
  /** The request's method; undefined if an input was rejected before the request was built. */
  readonly method: string | undefined
  /** The request's URL, likewise. It contains IDs, never a token. */
  readonly url: string | undefined
  /** The response's status, if there was a response. */
  readonly status: number | undefined
  /** The service's error message, truncated to 1,000 characters. Untrusted text. */
  readonly serviceMessage: string | undefined
  /** The delay of the `Retry-After` header, in milliseconds. */
  readonly retryAfterMs: number | undefined

  constructor(message: string, details: OptimizationErrorDetails) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined)
    this.kind = details.kind
    this.method = details.method
    this.url = details.url
    this.status = details.status
    this.serviceMessage = details.serviceMessage
    this.retryAfterMs = details.retryAfterMs
  }

  /**
   * Whether the same request may succeed later: true for `token`, `network`, `timeout`, `invalid-response` and the
   * statuses below 400, 408, 425, 429 and 500 and up; false for other statuses and `invalid-request`.
   */
  get isRetryable(): boolean {
    if (this.kind === 'invalid-request') return false
    if (this.kind !== 'http') return true
    const { status = 0 } = this
    // Below 400: a redirect without a location, by something between the app and the service.
    return status < 400 || status >= 500 || RETRYABLE_STATUSES.includes(status)
  }
}

// Request Timeout, Too Early, Too Many Requests.
const RETRYABLE_STATUSES = [408, 425, 429]

/** False for the bare `Error` that a streaming server passes on. */
export function isNonRetryable(error: OptimizationError | null): boolean {
  return error?.isRetryable === false
}

/** Whether a request that changes something certainly did not: without a readable response, it may have. */
export function isCertainError({ kind, status, isRetryable }: OptimizationError): boolean {
  return kind !== undefined && (!isRetryable || status === 429 || kind === 'token')
}
