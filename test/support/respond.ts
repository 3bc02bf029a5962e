/** A JSON answer, as the service gives it. */
export function respond(body: unknown, init: ResponseInit = {}): Response {
  return Response.json(body, init)
}

/** Waits until a promise has failed, and gives the reason. */
export async function getRejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('expected this promise to be rejected')
}
