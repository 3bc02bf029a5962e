/** An answer of the proxy. No header gets in but these and the ones that are given. */
export function jsonResponse(status: number, json: string, headers: Record<string, string> = {}): Response {
  return new Response(json, {
    status,
    headers: {
      ...headers,
      'Content-Type': 'application/json',
      // What one person may see must not be kept for the next.
      'Cache-Control': 'no-store',
      // The texts in a job are untrusted: no browser shall take them for a page.
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

/** An error, in the form in which the service puts its own. */
export function errorResponse(status: number, message: string, headers?: Record<string, string>): Response {
  return jsonResponse(status, JSON.stringify({ message }), headers)
}
