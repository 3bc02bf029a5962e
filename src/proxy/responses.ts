/** A response for the client: JSON without the API key. Plain data, so that many clients can get it. */
export interface ClientResponse {
  status: number
  json: string
  /** The value of `Retry-After`: seconds, or an HTTP date. */
  retryAfter?: string | undefined
}

export function createMessage(status: number, message: string, retryAfter?: string): ClientResponse {
  return { status, json: JSON.stringify({ message }), retryAfter }
}

/** Creates a response with only these headers and the given ones. */
export function toResponse(
  { status, json, retryAfter }: ClientResponse,
  headers: Record<string, string> = {},
): Response {
  return new Response(json, {
    status,
    headers: {
      ...headers,
      ...(retryAfter !== undefined && { 'Retry-After': retryAfter }),
      'Content-Type': 'application/json',
      // A cache must not serve one user's response to another.
      'Cache-Control': 'no-store',
      // Untrusted text must not be sniffed as HTML.
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
