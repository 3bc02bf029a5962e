const SAFE_PROTOCOL = /^(https?|mailto):$/

/** Whether a URL cannot run a script: a path, or http, https or mailto. */
export function isSafeHref(href: string): boolean {
  // The platform's parser, because browsers also accept `java\nscript:` as a scheme.
  const base = 'https://app.invalid'
  return URL.canParse(href, base) && SAFE_PROTOCOL.test(new URL(href, base).protocol)
}
