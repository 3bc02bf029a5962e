/** JSON response of the service. */
export function respond(body: unknown, init: ResponseInit = {}): Response {
  return Response.json(body, init)
}

/** Rejection reason of a promise. */
export async function getRejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('expected this promise to be rejected')
}
