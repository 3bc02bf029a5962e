import type { ProxyHandlerOptions, ProxySettings } from './ProxyHandlerOptions.js'

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
      'authorize is missing. The API key grants access to every project of the account, so each request must be authorized',
    )
  }
  if (typeof apiKey !== 'function') assertApiKey(apiKey)
  for (const operation of allow) {
    if (operation !== 'startJob' && operation !== 'cancelJob') {
      throw new TypeError(
        `allow contains ${JSON.stringify(operation)}; it may contain 'startJob' and 'cancelJob'`,
      )
    }
  }
  if (!/^(\/[^?#]*)?$/.test(basePath)) {
    throw new TypeError(`basePath must be a path that starts with a slash, not ${JSON.stringify(basePath)}`)
  }
  return {
    baseUrl: validateBaseUrl(options.baseUrl),
    apiKey,
    authorize,
    allow,
    fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
    basePath: basePath.replace(/\/+$/, ''),
    // A timer of more than 2^31 - 1 ms fires immediately.
    timeoutMs: validateInteger('timeoutMs', options.timeoutMs ?? 30_000, 2 ** 31 - 1),
    maxBodyBytes: validateInteger('maxBodyBytes', options.maxBodyBytes ?? 65_536, Number.MAX_SAFE_INTEGER),
    onError: options.onError ?? (() => {}),
  }
}

/** @throws TypeError, without the key, if it is missing or not a valid header value (RFC 9110, section 5.5) */
export function assertApiKey(key: unknown): asserts key is string {
  if (typeof key !== 'string' || key.trim() === '') throw new TypeError('apiKey is missing or empty')
  if (!/^[\x21-\x7e]+$/.test(key.trim())) {
    throw new TypeError('apiKey contains characters that are not valid in a header')
  }
}

/** Errors do not quote the URL, which may contain a password. */
function validateBaseUrl(baseUrl: string): string {
  let url: URL
  try {
    url = new URL(baseUrl)
  } catch {
    throw new TypeError('baseUrl must be an absolute URL, such as https://service.example/api/v2')
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new TypeError('baseUrl must be an http(s) URL')
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new TypeError('baseUrl must have no credentials, no query and no fragment')
  }
  return url.href.replace(/\/+$/, '')
}

function validateInteger(name: string, value: number, max: number): number {
  if (Number.isInteger(value) && value > 0 && value <= max) return value
  throw new RangeError(`${name} must be an integer from 1 to ${max}, not ${value}`)
}
