import type {
  JobListFilter,
  JobReference,
  OptimizationJob,
  OptimizationJobPage,
  StartedOptimizationJob,
  StartOptimizationJobInput,
} from './job.js'
import { OptimizationError } from './OptimizationError.js'
import {
  formatIssues,
  optimizationJobPageSchema,
  optimizationJobSchema,
  startBodySchema,
  startedOptimizationJobSchema,
} from './schema.js'
import { sendRequest, type Transport } from './sendRequest.js'

/** Options of {@link createOptimizationClient}. */
export interface OptimizationClientOptions {
  /**
   * Where the API is rooted: all that comes before `/projects/…`, so it usually ends in `/api/v2`. In a browser it may
   * be a path on the page's own origin, such as `/api/v2`.
   */
  baseUrl: string
  /**
   * Gives the bearer token of a request. It is asked for every request, and once more, with `isRefresh`, after a 401.
   * Leave it out where a proxy adds the token: the service's API keys are account-wide and must not reach a browser.
   * @default requests have no `Authorization`
   */
  getToken?: ((context: { isRefresh: boolean }) => string | Promise<string>) | undefined
  /** Sends a request. @default the global `fetch` */
  fetch?: ((request: Request) => Promise<Response>) | undefined
  /** How long a call may take, token and body included, in milliseconds; `Infinity` for as long as it takes. @default 30_000 */
  timeoutMs?: number | undefined
}

/** Options of a single call. */
export interface CallOptions {
  /** Aborts the call, which then rejects with the signal's reason. */
  signal?: AbortSignal | undefined
}

/** Which page of a project's jobs to read. */
export interface ListOptimizationJobsInput extends JobListFilter {
  /** Counts from 1. @default 1 */
  page?: number | undefined
}

/** The service's four calls. Each makes one attempt, and rejects with an `OptimizationError` if that fails. */
export interface OptimizationClient {
  /** Reads one job. */
  getJob(job: JobReference, options?: CallOptions): Promise<OptimizationJob>
  /** Reads a page of a project's jobs, newest first. */
  listJobs(input: ListOptimizationJobsInput, options?: CallOptions): Promise<OptimizationJobPage>
  /** Starts a job, which costs money: it is sent once and never again, not even after a 401. */
  startJob(
    input: { projectId: string } & StartOptimizationJobInput,
    options?: CallOptions,
  ): Promise<StartedOptimizationJob>
  /** Asks the service to cancel a job that is not over yet. */
  cancelJob(job: JobReference, options?: CallOptions): Promise<void>
}

/**
 * Creates a client of the prompt optimization service.
 *
 * @example
 * const client = createOptimizationClient({ baseUrl: '/api/v2' })
 * const job = await client.getJob({ projectId, jobId })
 */
export function createOptimizationClient(options: OptimizationClientOptions): OptimizationClient {
  const transport: Transport = {
    getToken: options.getToken,
    fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
    // Beyond 2^31 - 1 a timer fires at once.
    timeoutMs: Math.min(options.timeoutMs ?? 30_000, 2 ** 31 - 1),
  }
  const jobsUrl = (projectId: string) =>
    `${options.baseUrl.replace(/\/+$/, '')}/projects/${encodeId('projectId', projectId)}/prompt-optimization-jobs`
  const jobUrl = (job: JobReference) => `${jobsUrl(job.projectId)}/${encodeId('jobId', job.jobId)}`

  return {
    async getJob(job, { signal } = {}) {
      const call = { method: 'GET', url: jobUrl(job), schema: optimizationJobSchema } as const
      return sendRequest({ ...call, retryOn401: true, signal }, transport)
    },

    async listJobs({ projectId, page, pageSize, status }, { signal } = {}) {
      const query = new URLSearchParams()
      if (page !== undefined) query.set('page', String(page))
      if (pageSize !== undefined) query.set('page_size', String(pageSize))
      if (status !== undefined) query.set('status', status)
      const url = `${jobsUrl(projectId)}${query.size > 0 ? `?${query}` : ''}`
      return sendRequest(
        { method: 'GET', url, schema: optimizationJobPageSchema, retryOn401: true, signal },
        transport,
      )
    },

    async startJob({ projectId, ...input }, { signal } = {}) {
      const url = jobsUrl(projectId)
      const body = startBodySchema.safeParse(input)
      if (!body.success) throw invalidRequest(`the job was not started. ${formatIssues(body.error)}`)
      return sendRequest(
        {
          method: 'POST',
          url,
          body: body.data,
          schema: startedOptimizationJobSchema,
          retryOn401: false,
          signal,
        },
        transport,
      )
    },

    async cancelJob(job, { signal } = {}) {
      await sendRequest({ method: 'POST', url: `${jobUrl(job)}/cancel`, retryOn401: true, signal }, transport)
    },
  }
}

/** `.` and `..` are refused because a URL parser would take them for folders and call something else. */
function encodeId(name: string, id: string): string {
  if (typeof id === 'string' && id !== '' && id !== '.' && id !== '..') {
    try {
      return encodeURIComponent(id)
    } catch {
      // Half of a surrogate pair: no UTF-8, so no URL. Refused below.
    }
  }
  throw invalidRequest(`${name} ${JSON.stringify(id)} cannot be an id, so nothing was sent`)
}

function invalidRequest(message: string): OptimizationError {
  return new OptimizationError(message, { kind: 'invalid-request' })
}
