import { parseUrl } from '../http/parseUrl.js'
import { checkPlatform } from './checkPlatform.js'
import { formatIssues } from './formatIssues.js'
import type {
  JobListFilter,
  JobReference,
  OptimizationJob,
  OptimizationJobPage,
  StartedOptimizationJob,
  StartOptimizationJobInput,
} from './job.js'
import { OptimizationError } from './OptimizationError.js'
import type { RequestSpec } from './RequestSpec.js'
import type { StandardSchemaV1 } from './StandardSchemaV1.js'
import { optimizationJobPageSchema, optimizationJobSchema, startedOptimizationJobSchema } from './schema.js'
import { sendRequest, type Transport } from './sendRequest.js'
import { startInputSchema, toStartBody } from './startInput.js'

/** Options of {@link createOptimizationClient}. */
export interface OptimizationClientOptions {
  /**
   * The API's root, up to but not including `/projects/…`; it usually ends in `/api/v2`. In a browser it may be a path,
   * such as `/api/v2`.
   */
  baseUrl: string
  /**
   * Returns the bearer token. Called for every request, and again with `isRefresh` after a 401, except for `startJob` and `send`.
   * Omit it if a proxy adds the token: the service's API keys are account-wide and must not reach a browser.
   * @default requests have no `Authorization` header
   */
  getToken?: ((context: { isRefresh: boolean }) => string | Promise<string>) | undefined
  /** Sends requests. @default the global `fetch` */
  fetch?: ((request: Request) => Promise<Response>) | undefined
  /** The time limit of a request, including token and body, in milliseconds; `Infinity` for none. @default 30_000 */
  timeoutMs?: number | undefined
}

/** Options of a single request. */
export interface CallOptions {
  /** Aborts the request, which then rejects with the signal's reason. */
  signal?: AbortSignal | undefined
}

/** Input of `listJobs`. */
export interface ListOptimizationJobsInput extends JobListFilter {
  /** Counts from 1. @default 1 */
  page?: number | undefined
}

/** Input of `read`. */
export interface ReadInput<T> {
  /** The project's ID; null for what is the account's. */
  projectId: string | null
  /** The segments of the path below the project or the API's root, such as `['test-runs', 'id', testRunId]`. */
  path: readonly string[]
  /** The query parameters; those that are undefined are left out. */
  query?: Readonly<Record<string, string | number | undefined>> | undefined
  /** Validates the response, for example a schema of zod. */
  schema: StandardSchemaV1<unknown, T>
}

/** Input of `send`. */
export interface SendInput {
  /** The project's ID. */
  projectId: string
  /** The segments of the path below the project. */
  path: readonly string[]
  /** Sent as JSON. */
  body: Record<string, unknown>
}

/**
 * The operations of the service. Each makes one attempt, and another one with a fresh token after a 401, except
 * `startJob` and `send`. `getJob`, `listJobs` and `read` are also sent again if they are interrupted because the page is being left or the
 * machine sleeps. They reject with an `OptimizationError`.
 */
export interface OptimizationClient {
  /** Fetches a job. */
  getJob(job: JobReference, options?: CallOptions): Promise<OptimizationJob>
  /** Fetches a page of a project's jobs, newest first. */
  listJobs(input: ListOptimizationJobsInput, options?: CallOptions): Promise<OptimizationJobPage>
  /** Starts a job. Starting costs money, so the request is never resent, not even after a 401. */
  startJob(
    input: { projectId: string } & StartOptimizationJobInput,
    options?: CallOptions,
  ): Promise<StartedOptimizationJob>
  /** Requests the cancellation of an active job. */
  cancelJob(job: JobReference, options?: CallOptions): Promise<void>
  /** Fetches anything else, such as what `react-prompt-optimization/outcome` reads. */
  read<T>(input: ReadInput<T>, options?: CallOptions): Promise<T>
  /**
   * Changes anything else of a project, by POST. The request is never resent, not even after a 401, and the body of the response is
   * ignored.
   */
  send(input: SendInput, options?: CallOptions): Promise<void>
}

/**
 * Creates a client of the prompt optimization service.
 *
 * @throws Error in a runtime without `Request`, `AbortController`, `URL`, `URLSearchParams` or, unless it is an option,
 * `fetch`
 *
 * @example
 * const client = createOptimizationClient({ baseUrl: '/api/v2' })
 * const job = await client.getJob({ projectId, jobId })
 */
export function createOptimizationClient(options: OptimizationClientOptions): OptimizationClient {
  checkPlatform(!options.fetch)
  const transport: Transport = {
    getToken: options.getToken,
    fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
    // A timer of more than 2^31 - 1 ms fires immediately.
    timeoutMs: Math.min(options.timeoutMs ?? 30_000, 2 ** 31 - 1),
  }
  let root: string | undefined
  const projectUrl = (projectId: string | null, path: readonly string[] = []) => {
    root ??= getRoot(options.baseUrl)
    const project = projectId === null ? '' : `/projects/${encodeId('projectId', projectId)}`
    return root + project + path.map((segment) => `/${encodeId('path', segment)}`).join('')
  }
  const jobsUrl = (projectId: string) => `${projectUrl(projectId)}/prompt-optimization-jobs`
  const jobUrl = (job: JobReference) => `${jobsUrl(job.projectId)}/${encodeId('jobId', job.jobId)}`

  const get = <T>(url: string, schema: StandardSchemaV1<unknown, T>, { signal }: CallOptions = {}) =>
    sendRequest({ method: 'GET', url, schema, retryOn401: true, signal }, transport)
  const post = <T>(
    request: Pick<RequestSpec<T>, 'url' | 'body' | 'schema' | 'retryOn401'>,
    { signal }: CallOptions = {},
  ) => sendRequest({ ...request, method: 'POST', signal }, transport)

  return {
    async getJob(job, call) {
      return get(jobUrl(job), optimizationJobSchema, call)
    },

    async listJobs({ projectId, page, pageSize, status }, call) {
      const query = buildQuery({ page, page_size: pageSize, status })
      return get(jobsUrl(projectId) + query, optimizationJobPageSchema, call)
    },

    async startJob({ projectId, ...input }, call) {
      const url = jobsUrl(projectId)
      const { data, error } = startInputSchema.safeParse(input)
      if (error) throw invalidRequest(`the job was not started. ${formatIssues(error.issues)}`)
      const body = toStartBody(data)
      return post({ url, body, schema: startedOptimizationJobSchema, retryOn401: false }, call)
    },

    async cancelJob(job, call) {
      await post({ url: `${jobUrl(job)}/cancel`, retryOn401: true }, call)
    },

    async read({ projectId, path, query = {}, schema }, call) {
      return get(projectUrl(projectId, path) + buildQuery(query), schema, call)
    },

    async send({ projectId, path, body }, call) {
      await post({ url: projectUrl(projectId, path), body, retryOn401: false }, call)
    },
  }
}

/** `?page=2`; empty without a parameter. By the constructor: React Native has no `set`. */
function buildQuery(parameters: Readonly<Record<string, string | number | undefined>>): string {
  const entries = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  const query = new URLSearchParams(Object.fromEntries(entries)).toString()
  return query && `?${query}`
}

/** The base URL without trailing slashes. Errors do not quote it: it may contain a password. */
function getRoot(baseUrl: string): string {
  const url =
    typeof baseUrl === 'string' ? (parseUrl(baseUrl) ?? parseUrl(baseUrl, 'https://app.invalid')) : null
  // Not `url.username`, which throws in React Native.
  const hasCredentials = url && /^[^/]*\/\/[^/]*@/.test(url.href)
  if (url && !hasCredentials && !/[?#]/.test(baseUrl)) return baseUrl.replace(/\/+$/, '')
  throw invalidRequest(
    'baseUrl must be a path or an http(s) URL without credentials, query and fragment, so nothing was sent',
  )
}

/** Rejects `.` and `..`, which a URL parser would resolve to another path. */
function encodeId(name: string, id: string): string {
  if (typeof id === 'string' && id !== '' && id !== '.' && id !== '..') {
    try {
      return encodeURIComponent(id)
    } catch {
      // A lone surrogate cannot be encoded as UTF-8.
    }
  }
  const shown = typeof id === 'string' ? JSON.stringify(id.slice(0, 100)) : `(${typeof id})`
  throw invalidRequest(`${name} ${shown} is not a valid ID, so nothing was sent`)
}

function invalidRequest(message: string): OptimizationError {
  return new OptimizationError(message, { kind: 'invalid-request' })
}
