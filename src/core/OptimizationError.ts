/**
 * What went wrong with a call.
 *
 * - `http`: the service answered with an error status.
 * - `token`: `getToken` failed, so the call was not sent.
 * - `network`: no answer arrived.
 * - `timeout`: no answer arrived within the time limit.
 * - `invalid-response`: an answer arrived that is not what the service promises, or is longer than 10 MB.
 * - `invalid-request`: the call was not sent, because it could not have been right.
 */
export type OptimizationErrorKind =
  | 'http'
  | 'token'
  | 'network'
  | 'timeout'
  | 'invalid-response'
  | 'invalid-request'

/** What an {@link OptimizationError} carries beside its message. */
export interface OptimizationErrorDetails
  extends Partial<Pick<OptimizationError, 'method' | 'url' | 'status' | 'serviceMessage' | 'retryAfterMs'>> {
  /** What went wrong. */
  kind: OptimizationErrorKind
  /** The error behind this one, where there is one. */
  cause?: unknown
}

/**
 * The one error that calls to the service reject with. It never carries the token or a request body.
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
  /** What went wrong. */
  readonly kind: OptimizationErrorKind
  /** The method of the call, where one was about to be sent. */
  readonly method: string | undefined
  /** The address of the call, likewise. It holds ids, never a token. */
  readonly url: string | undefined
  /** The status of the answer, where there was one. */
  readonly status: number | undefined
  /** The service's own words, cut to 1,000 characters. Untrusted text. */
  readonly serviceMessage: string | undefined
  /** How long the service asks to wait before the next call (`Retry-After`), in milliseconds. */
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
   * Whether the same call may succeed later: true for tokens that could not be had, lost connections, time limits,
   * unreadable answers and the statuses 408, 429 and 500 and up; false where the service refused, or would refuse, for good.
   */
  get isRetryable(): boolean {
    if (this.kind === 'invalid-request') return false
    if (this.kind !== 'http') return true
    const { status = 0 } = this
    return status === 408 || status === 429 || status >= 500
  }
}

/** Whether an error is a refusal for good. What a server's stream hands over is a bare `Error`, and no refusal. */
export function isNonRetryable(error: OptimizationError | null): boolean {
  return error?.isRetryable === false
}
