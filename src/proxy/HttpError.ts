/** Rejects a request; the message is sent to the client. */
export class HttpError extends Error {
  readonly status: number
  readonly headers: Record<string, string>

  constructor(status: number, message: string, headers: Record<string, string> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}

/** Always the same message, so that it does not reveal which check failed. */
export function forbidden(): HttpError {
  return new HttpError(403, 'Forbidden')
}
