import { parseUrl } from '../http/parseUrl.js'

const SAFE_PROTOCOL = /^(https?|mailto):$/

/** Whether a URL cannot run a script: a path, or http, https or mailto. */
export function isSafeHref(href: string): boolean {
  // By the platform's parser, because browsers also accept `java\nscript:` as a scheme.
  return SAFE_PROTOCOL.test(parseUrl(href, 'https://app.invalid')?.protocol ?? '')
}
