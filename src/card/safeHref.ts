const SAFE_PROTOCOL = /^(https?|mailto):$/

/** The URL if following it can run nothing: a path, or http, https or mailto. Null for all else. */
export function safeHref(href: string): string | null {
  // The platform's own parser, so that it is read as the browser would: `java\nscript:` is a scheme too.
  const base = 'https://app.invalid'
  return URL.canParse(href, base) && SAFE_PROTOCOL.test(new URL(href, base).protocol) ? href : null
}
