import type { ProxyError } from './ProxyError.js'

/** A call that someone wants to make. The ids are, letter for letter, the ones that the service is sent. */
export interface ProxyCall {
  /** Which of the service's calls. */
  operation: 'getJob' | 'listJobs' | 'startJob' | 'cancelJob'
  /** The project's id. */
  projectId: string
  /** The job's id. Undefined for `listJobs` and `startJob`. */
  jobId: string | undefined
}

/** Options of {@link createProxyHandler}. */
export interface ProxyHandlerOptions {
  /**
   * Where the service's API is rooted: all that comes before `/projects/…`, so it usually ends in `/api/v2`. The key is
   * sent there, so it should be https.
   */
  baseUrl: string
  /** The service's API key, or what gives it; a function is asked for every call. */
  apiKey: string | (() => string | Promise<string>)
  /**
   * Says who may do what. The key opens every project of the account, so this is the only fence between them: look up
   * who sent the request, and whether that person may see `projectId`. Anything but `true` is a 403, and so is a throw.
   * The request's body, if you need it, is in `request.clone()`.
   */
  authorize: (request: Request, call: ProxyCall) => boolean | Promise<boolean>
  /** The calls that change something and cost money, as far as you want them. @default [], so only reading is on */
  allow?: readonly ('startJob' | 'cancelJob')[] | undefined
  /** Sends a request to the service. @default the global `fetch` */
  fetch?: ((request: Request) => Promise<Response>) | undefined
  /** What comes before `/projects` in the path of a request. @default '/api/v2' */
  basePath?: string | undefined
  /**
   * How long the service may take, `apiKey` and its answer's body included, in milliseconds. `authorize` and a slow
   * upload are not counted: they are for your server's own limits. @default 30_000
   */
  timeoutMs?: number | undefined
  /** How large the body of a start may be, in bytes. @default 65_536 */
  maxBodyBytes?: number | undefined
  /**
   * Gets what went wrong on the server's side, free of the key; what the service refuses in its own words is not
   * among it. What it throws is ignored. @default nothing is reported
   */
  onError?: ((error: ProxyError, call: ProxyCall) => unknown) | undefined
}

/** The options, checked and with their defaults filled in; `baseUrl` and `basePath` without a slash at their end. */
export type ProxySettings = {
  [Name in keyof ProxyHandlerOptions]-?: NonNullable<ProxyHandlerOptions[Name]>
}

/**
 * @throws TypeError for an option that is missing or cannot be right
 * @throws RangeError for a number out of its range
 */
export function resolveOptions(options: ProxyHandlerOptions): ProxySettings {
  const { apiKey, authorize, allow = [], basePath = '/api/v2' } = options
  if (typeof authorize !== 'function') {
    throw new TypeError(
      'authorize is missing. The API key opens every project of the account, so say who may see which',
    )
  }
  if (typeof apiKey !== 'function') assertApiKey(apiKey)
  for (const operation of allow) {
    if (operation !== 'startJob' && operation !== 'cancelJob') {
      throw new TypeError(`allow lists ${JSON.stringify(operation)}; it may list 'startJob' and 'cancelJob'`)
    }
  }
  if (!/^(\/[^?#]*)?$/.test(basePath)) {
    throw new TypeError(`basePath must be a path that begins with a slash, not ${JSON.stringify(basePath)}`)
  }
  return {
    baseUrl: validateBaseUrl(options.baseUrl),
    apiKey,
    authorize,
    allow,
    fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
    basePath: basePath.replace(/\/+$/, ''),
    // Beyond 2^31 - 1 a timer fires at once.
    timeoutMs: validateInteger('timeoutMs', options.timeoutMs ?? 30_000, 2 ** 31 - 1),
    maxBodyBytes: validateInteger('maxBodyBytes', options.maxBodyBytes ?? 65_536, Number.MAX_SAFE_INTEGER),
    onError: options.onError ?? (() => {}),
  }
}

/** @throws TypeError, without the key, for one that is missing or not fit for a header (RFC 9110, section 5.5) */
export function assertApiKey(key: unknown): asserts key is string {
  if (typeof key !== 'string' || key.trim() === '') throw new TypeError('apiKey is missing or empty')
  if (!/^[\x21-\x7e]+$/.test(key.trim())) {
    throw new TypeError('apiKey holds spaces or letters that are not fit for a header')
  }
}

/** The URL is not quoted in what is thrown, because it may hold a password. */
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
  throw new RangeError(`${name} must be a whole number from 1 to ${max}, not ${value}`)
}
