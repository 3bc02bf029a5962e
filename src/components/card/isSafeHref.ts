const SAFE_PROTOCOL = /^(https?|mailto):$/

/** Whether following a URL can run nothing: a path, or http, https or mailto. */
export function isSafeHref(href: string): boolean {
  // The platform's own parser, so that it is read as the browser would: `java\nscript:` is a scheme too.
  const base = 'https://app.invalid'
  return URL.canParse(href, base) && SAFE_PROTOCOL.test(new URL(href, base).protocol)
}
