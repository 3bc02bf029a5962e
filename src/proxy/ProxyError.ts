/**
 * What failed in the proxy. Each code has a page in `docs/errors`.
 *
 * - `authorize-failed`: `authorize` threw.
 * - `authorize-consumed-body`: `authorize` read the body of the request.
 * - `api-key-failed`: `apiKey` threw, returned no valid key, or took too long.
 * - `api-key-rejected`: the service responded with 401.
 * - `service-unreachable`: no response arrived.
 * - `service-timeout`: no response arrived within the time limit.
 * - `service-invalid-response`: the service redirected, or its response is not JSON or too large.
 * - `store-failed`: `store` failed, hung, or returned an invalid value. Requests are served without it.
 * - `proxy-failed`: anything else.
 */
export type ProxyErrorCode =
  | 'authorize-failed'
  | 'authorize-consumed-body'
  | 'api-key-failed'
  | 'api-key-rejected'
  | 'service-unreachable'
  | 'service-timeout'
  | 'service-invalid-response'
  | 'store-failed'
  | 'proxy-failed'

/**
 * A server-side failure, passed to `onError`; the client only gets the status. It never contains the API key, not even in
 * its stack or cause. If `authorize` threw (status 403), `cause` is the thrown value, unchanged.
 */
export class ProxyError extends Error {
  /** Always `ProxyError`. */
  override readonly name = 'ProxyError'
  /** The status of the response: 403, 500, 502 or 504. Undefined for `store-failed`, which changes no response. */
  readonly status: number | undefined
  /** What failed. */
  readonly code: ProxyErrorCode

  constructor(
    status: number | undefined,
    message: string,
    details: { code: ProxyErrorCode; cause?: unknown },
  ) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined)
    this.status = status
    this.code = details.code
  }
}
