/** Creates a response with only these headers and the given ones. */
export function jsonResponse(status: number, json: string, headers: Record<string, string> = {}): Response {
  return new Response(json, {
    status,
    headers: {
      ...headers,
      'Content-Type': 'application/json',
      // A cache must not serve one user's response to another.
      'Cache-Control': 'no-store',
      // Untrusted text must not be sniffed as HTML.
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

export function errorResponse(status: number, message: string, headers?: Record<string, string>): Response {
  return jsonResponse(status, JSON.stringify({ message }), headers)
}
