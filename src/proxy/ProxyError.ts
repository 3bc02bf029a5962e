/**
 * A server-side failure, passed to `onError`; the client only gets the status. It never contains the API key, not even in
 * its stack or cause. If `authorize` threw (status 403), `cause` is the thrown value, unchanged.
 */
export class ProxyError extends Error {
  /** Always `ProxyError`. */
  override readonly name = 'ProxyError'
  /** The status of the response: 403, 500, 502 or 504. */
  readonly status: number

  constructor(status: number, message: string, options?: { cause: unknown }) {
    super(message, options)
    this.status = status
  }
}
