/**
 * Whether a page of the same origin sent the request. Cookies do not prove it (CSRF).
 *
 * Scripts cannot set `Sec-Fetch-Site` (Fetch Metadata). `none` is rejected too: it means a typed address, which is never a
 * POST. Browsers omit the header over plain HTTP, except on localhost: then `Origin` decides.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('Sec-Fetch-Site')
  if (site !== null) return site === 'same-origin'
  return request.headers.get('Origin') === new URL(request.url).origin
}
