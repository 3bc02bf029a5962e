/** A request that is turned away because of what it is. The message is for the one who sent it. */
export class HttpError extends Error {
  readonly status: number
  readonly headers: Record<string, string>

  constructor(status: number, message: string, headers: Record<string, string> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}

/** Always the same words, so that nobody learns which check it was. */
export function forbidden(): HttpError {
  return new HttpError(403, 'Forbidden')
}
