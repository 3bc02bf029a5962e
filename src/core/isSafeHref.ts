const SAFE_PROTOCOL = /^(https?|mailto):$/

/** Whether a URL cannot run a script: a path, or http, https or mailto. */
export function isSafeHref(href: string): boolean {
  try {
    // The platform's parser, because browsers also accept `java\nscript:` as a scheme.
    return SAFE_PROTOCOL.test(new URL(href, 'https://app.invalid').protocol)
  } catch {
    return false
  }
}
