/**
 * Whether a page of the proxy's own origin sent a request. Cookies come along with another site's request too, so they
 * do not tell.
 *
 * `Sec-Fetch-Site` (Fetch Metadata) is the browser's own word and no script can set it. `none` is refused as well: it
 * is for addresses that someone typed, and nobody types a POST. Browsers leave the header out over plain http, except on
 * localhost; there `Origin` decides.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('Sec-Fetch-Site')
  if (site !== null) return site === 'same-origin'
  return request.headers.get('Origin') === new URL(request.url).origin
}
