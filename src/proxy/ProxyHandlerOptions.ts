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
  /** Sends requests to the service. @default the global `fetch` */
  fetch?: ((request: Request) => Promise<Response>) | undefined
  /** The path of the handler, before `/projects`. @default '/api/v2' */
  basePath?: string | undefined
  /**
   * The time limit for `apiKey` and the service's response including its body, in milliseconds. `authorize` and the upload
   * are not included: limit them in your server. @default 30_000
   */
  timeoutMs?: number | undefined
  /**
   * The maximum size of a request's body, in bytes, also for `authorize`. A larger `Content-Length` responds with 413 before
   * `authorize` is called. @default 65_536
   */
  maxBodyBytes?: number | undefined
  /**
   * Called for server-side failures, without the key; not for error responses of the service. Errors that it throws are
   * ignored. @default failures are not reported
   */
  onError?: ((error: ProxyError, call: ProxyCall) => unknown) | undefined
}

/** The validated options with defaults; `baseUrl` and `basePath` have no trailing slash. */
export type ProxySettings = {
  [Name in keyof ProxyHandlerOptions]-?: NonNullable<ProxyHandlerOptions[Name]>
}
