import type { ProxyError } from './ProxyError.js'

/** A request to authorize. The IDs are exactly those sent to the service. */
export interface ProxyCall {
  /** The requested operation. */
  operation: 'getJob' | 'listJobs' | OptionalOperation
  /** The project's ID. Empty for `listEnvironments`, because environments are the account's. */
  projectId: string
  /** The job's ID, for `getJob` and `cancelJob`; otherwise undefined. */
  jobId: string | undefined
  /** The prompt template's ID, for operations on one and on its versions; otherwise undefined. */
  promptTemplateId: string | undefined
  /** The version's ID, for `getPromptVersion` and `deployPromptVersion`; otherwise undefined. */
  versionId: string | undefined
  /** The dataset's ID, for `getDataset`; otherwise undefined. */
  datasetId: string | undefined
  /** The test run's ID, for `getTestRun`; otherwise undefined. */
  testRunId: string | undefined
  /** The names of the environments, for `deployPromptVersion`, exactly those sent to the service; otherwise undefined. */
  environments: readonly string[] | undefined
}

/** An operation that is disabled by default: it changes something, costs money, or reads more than jobs. */
export type OptionalOperation =
  | 'startJob'
  | 'cancelJob'
  | 'listPromptTemplates'
  | 'getPromptTemplate'
  | 'listPromptVersions'
  | 'getPromptVersion'
  | 'deployPromptVersion'
  | 'listEnvironments'
  | 'listDatasets'
  | 'getDataset'
  | 'listTestRuns'
  | 'getTestRun'

/** Options of {@link createProxyHandler}. */
export interface ProxyHandlerOptions {
  /**
   * The root of the service's API, up to but not including `/projects/…`; it usually ends in `/api/v2`. Use https: the key
   * is sent there.
   */
  baseUrl: string
  /** The service's API key, or a function that is called for every request. */
  apiKey: string | (() => string | Promise<string>)
  /**
   * Decides whether a request is allowed. The key grants access to every project of the account, so check who sent the
   * request and whether they may access `projectId`. Any result but `true`, or a throw, responds with 403.
   *
   * Check who sent the request before you read its body: an upload takes memory and time. To read it, use `request.clone()`.
   * Beyond `maxBodyBytes`, reading rejects, and the response is 413 unless you catch the error.
   */
  authorize: (request: Request, call: ProxyCall) => boolean | Promise<boolean>
  /**
   * Enables operations that change something, cost money, or read more than jobs. @default [], which only reads jobs
   */
  allow?: readonly OptionalOperation[] | undefined
  /**
   * Sends requests to the service. The response must not depend on who asks, because it is shared.
   * @default the global `fetch`
   */
  fetch?: ((request: Request) => Promise<Response>) | undefined
  /** The path of the handler, before `/projects`. @default '/api/v2' */
  basePath?: string | undefined
  /**
   * The time limit for `apiKey`, and for the service's response including its body, in milliseconds. `authorize` and the upload
   * are not included: limit them in your server. @default 30_000
   */
  timeoutMs?: number | undefined
  /**
   * The maximum size of a request's body, in bytes, also for `authorize`. A larger `Content-Length` responds with 413 before
   * `authorize` is called. @default 65_536
   */
  maxBodyBytes?: number | undefined
  /**
   * How long a response to a read serves other requests for the same, in milliseconds. Requests at the same time share one
   * call. A failure is shared for as long, a job that is over and a version of a prompt for at least a minute, a 404 for at most a second.
   * After a read got a 429 or 503 with `Retry-After`, all reads without a recent response get it until then, for at most an hour. 0 shares nothing, and passes
   * everything on. Each request is authorized by itself. @default 1_000
   */
  shareForMs?: number | undefined
  /** Shares responses with other processes, such as a `Keyv` on Redis. @default each process shares its own */
  store?: ProxyStore | undefined
  /**
   * Called for server-side failures, without the key; not for error responses of the service. Once for a failed call that
   * several requests share, and at most once a minute for `store`. Errors that it throws are ignored.
   * @default failures are not reported
   */
  onError?: ((error: ProxyError, call: ProxyCall) => unknown) | undefined
}

/**
 * A key-value store that several processes share; a `Keyv` is one. Its values are the service's JSON as strings, and its keys
 * are hashes: neither contains the API key. If it fails, or takes longer than 250 ms, requests are served without it.
 */
export interface ProxyStore {
  /** Returns the value, or undefined or null if there is none, or a promise of that. */
  get(key: string): unknown
  /** Keeps the value for `ttlMs` milliseconds. */
  set(key: string, value: string, ttlMs: number): unknown
  /** Removes the value, if any. */
  delete(key: string): unknown
}

/** The validated options with defaults; `baseUrl` and `basePath` have no trailing slash. */
export type ProxySettings = {
  [Name in Exclude<keyof ProxyHandlerOptions, 'fetch' | 'store'>]-?: NonNullable<ProxyHandlerOptions[Name]>
} & {
  /** Sends requests to the service. */
  send: (url: string, init: RequestInit) => Promise<Response>
  store: ProxyStore | undefined
}
