/**
 * Why a call that was in order failed on the server's side. `onError` gets it; the browser is told the status and
 * nothing else. It never carries the API key, not even in its stack or its cause. Where `authorize` threw (status 403),
 * the cause is what it threw, untouched.
 */
export class ProxyError extends Error {
  /** Always `ProxyError`. */
  override readonly name = 'ProxyError'
  /** What the browser is answered: 403, 500, 502 or 504. */
  readonly status: number

  constructor(status: number, message: string, options?: { cause: unknown }) {
    super(message, options)
    this.status = status
  }
}
