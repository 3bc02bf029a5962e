import { parseUrl } from '../http/parseUrl.js'
import { OPTIONAL_OPERATIONS } from './createCallMatcher.js'
import type { ProxyHandlerOptions, ProxySettings } from './ProxyHandlerOptions.js'

/** Ends the message of an error that the options caused. */
const SEE_ERROR_PAGE = '. See node_modules/react-prompt-optimization/docs/errors/invalid-proxy-options.md'

/** A longer timer fires immediately. */
const MAX_TIMER_MS = 2 ** 31 - 1
const STORE_METHODS = ['get', 'set', 'delete'] as const

/**
 * Validates the options and applies defaults.
 *
 * @throws TypeError for a missing or invalid option
 * @throws RangeError for a number out of range
 */
export function resolveOptions(options: ProxyHandlerOptions): ProxySettings {
  const { apiKey, authorize, allow = [], basePath = '/api/v2' } = options
  if (typeof authorize !== 'function') {
    throw new TypeError(
      `authorize is missing. The API key grants access to every project of the account, so each request must be authorized${SEE_ERROR_PAGE}`,
    )
  }
  const apiKeyIssue = typeof apiKey === 'function' ? null : getApiKeyIssue(apiKey)
  if (apiKeyIssue) throw new TypeError(`${apiKeyIssue}${SEE_ERROR_PAGE}`)
  for (const operation of allow) {
    if (!OPTIONAL_OPERATIONS.includes(operation)) {
      throw new TypeError(
        `allow contains ${JSON.stringify(operation)}; it may contain ${OPTIONAL_OPERATIONS.join(', ')}${SEE_ERROR_PAGE}`,
      )
    }
  }
  if (!/^(\/[^?#]*)?$/.test(basePath)) {
    throw new TypeError(
      `basePath must be a path that starts with a slash, not ${JSON.stringify(basePath)}${SEE_ERROR_PAGE}`,
    )
  }
  const { fetch, store } = options
  if (store && !STORE_METHODS.every((name) => typeof store[name] === 'function')) {
    throw new TypeError(`store must have the methods get, set and delete${SEE_ERROR_PAGE}`)
  }
  return {
    baseUrl: validateBaseUrl(options.baseUrl),
    apiKey,
    authorize,
    allow,
    // Without a `Request` of our own, because `fetch` creates another from it.
    send: fetch ? (url, init) => fetch(new Request(url, init)) : (url, init) => globalThis.fetch(url, init),
    basePath: basePath.replace(/\/+$/, ''),
    timeoutMs: validateInteger('timeoutMs', options.timeoutMs ?? 30_000, 1, MAX_TIMER_MS),
    maxBodyBytes: validateInteger('maxBodyBytes', options.maxBodyBytes ?? 65_536, 1, Number.MAX_SAFE_INTEGER),
    shareForMs: validateInteger('shareForMs', options.shareForMs ?? 1_000, 0, MAX_TIMER_MS),
    store,
    onError: options.onError ?? (() => {}),
  }
}

/** Null for a valid header value (RFC 9110, section 5.5). Does not quote the key. */
export function getApiKeyIssue(key: unknown): string | null {
  if (typeof key !== 'string' || key.trim() === '') return 'apiKey is missing or empty'
  if (/^[\x21-\x7e]+$/.test(key.trim())) return null
  return 'apiKey contains characters that are not valid in a header'
}

/** Errors do not quote the URL, which may contain a password. */
function validateBaseUrl(baseUrl: string): string {
  const url = parseUrl(baseUrl)
  if (!url) {
    throw new TypeError(
      `baseUrl must be an absolute URL, such as https://service.example/api/v2${SEE_ERROR_PAGE}`,
    )
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new TypeError(`baseUrl must be an http(s) URL${SEE_ERROR_PAGE}`)
  }
  // `search` and `hash` are empty for a `?` or `#` at the end.
  if (url.username || url.password || /[?#]/.test(baseUrl)) {
    throw new TypeError(`baseUrl must have no credentials, no query and no fragment${SEE_ERROR_PAGE}`)
  }
  return url.href.replace(/\/+$/, '')
}

function validateInteger(name: string, value: number, min: number, max: number): number {
  if (Number.isInteger(value) && value >= min && value <= max) return value
  throw new RangeError(`${name} must be an integer from ${min} to ${max}, not ${value}${SEE_ERROR_PAGE}`)
}
