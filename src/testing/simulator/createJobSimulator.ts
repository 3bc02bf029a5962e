import { createFaultQueue } from './createFaultQueue.js'
import { createJobStore, SEE_ERROR_PAGE } from './createJobStore.js'
import { createUuid } from './createUuid.js'
import type { Fault, FaultMatcher, SimulatedOperation } from './Fault.js'
import { HttpError } from './HttpError.js'
import {
  handleRequest,
  type ParsedRequest,
  type SimulatedDeployment,
  type SimulatedService,
} from './handleRequest.js'
import { matchRoute } from './matchRoute.js'
import { respondWithFault } from './respondWithFault.js'
import type { ScenarioChoice } from './Scenario.js'
import { toWireJob } from './toWireJob.js'
import type { WireJob, WireStartBody } from './wire.js'

/** Options of {@link createJobSimulator}. */
export interface JobSimulatorOptions {
  /** The required API key; any other `Authorization` gets a 401. @default no key is required */
  token?: string | undefined
  /** The clock, in milliseconds since the epoch. @default `Date.now`, which fake timers also control */
  now?: (() => number) | undefined
  /** The speed-up of every job: at 20, a job of 320 s takes 16 s. @default 1 */
  speed?: number | undefined
  /** The path before `/projects`. @default '/api/v2' */
  basePath?: string | undefined
  /** The default page size of a list, from 1 to 100. @default 30 */
  pageSize?: number | undefined
  /** The IDs of the existing projects; any other gets a 404. @default every project exists */
  projectIds?: readonly string[] | undefined
  /** The scenario of jobs that are started through the API. @default 'happy' */
  scenario?: ScenarioChoice | undefined
  /** Creates an ID. @default a random UUID */
  createId?: (() => string) | undefined
}

/** Input of `addJob`. */
export interface AddJobInput {
  /** A UUID; one of the simulator's `projectIds`, if set. */
  projectId: string
  /** A UUID. @default a new one */
  jobId?: string | undefined
  /** The scenario of the job. @default that of the simulator */
  scenario?: ScenarioChoice | undefined
  /** How long ago the job was started, in milliseconds of the simulator's clock. @default 0 */
  ageMs?: number | undefined
  /** Fields of the job's start body. @default new IDs, no instructions, all flags true */
  startBody?: Partial<WireStartBody> | undefined
}

/** A logged request. */
export interface SimulatedRequest {
  /** The operation; null for an unknown path or method. */
  operation: SimulatedOperation | null
  /** The HTTP method. */
  method: string
  /** The path with its query. */
  path: string
  /** When it was received: milliseconds since the epoch by the simulator's clock. */
  at: number
  /** The status of the response; null while pending, or if a fault prevented a response. */
  status: number | null
}

/** A simulated service: a function from `Request` to `Response`, with methods that control it. */
export interface JobSimulator {
  /** Handles a request. Rejects only for an injected fault: see {@link JobSimulator.injectFault}. */
  (request: Request): Promise<Response>
  /**
   * Adds a job and returns its ID.
   *
   * @throws TypeError for an ID that is not a UUID
   * @throws Error for a duplicate ID, and for an unknown scenario
   */
  addJob(input: AddJobInput): string
  /** Returns the current jobs of a project, newest first. */
  jobs(projectId: string): WireJob[]
  /** Advances the simulator's clock, in milliseconds. Timers of the app are not affected. */
  advance(ms: number): void
  /**
   * Injects a fault into the next request, or the next requests that match.
   *
   * @example
   * simulator.injectFault({ status: 429, retryAfter: 30 }, { operation: 'getJob', times: 2 })
   */
  injectFault(fault: Fault, matcher?: FaultMatcher): void
  /** Removes all pending faults. */
  clearFaults(): void
  /** The log of requests, oldest first. */
  readonly requests: readonly SimulatedRequest[]
  /** The deployments of prompt versions, oldest first. */
  readonly deployments: readonly SimulatedDeployment[]
}

/**
 * Creates a simulator of the prompt optimization service that runs in memory, without a network. It can replace `fetch`,
 * and runs in any server based on `Request` and `Response`. It sends no CORS headers.
 *
 * @throws RangeError for a speed that is not a positive number
 *
 * @example
 * const simulator = createJobSimulator({ speed: 20 })
 * const jobId = simulator.addJob({ projectId: '3c90c3cc-0d44-4b50-8888-8dd25736052a', scenario: 'failed' })
 * const client = createOptimizationClient({ baseUrl: 'https://service.test/api/v2', fetch: simulator })
 */
export function createJobSimulator(options: JobSimulatorOptions = {}): JobSimulator {
  const { speed = 1, scenario = 'happy', createId = createUuid } = options
  if (!(speed > 0 && Number.isFinite(speed)))
    throw new RangeError(`speed must be positive, not ${speed}${SEE_ERROR_PAGE}`)
  const store = createJobStore({ createId, speed })
  const faults = createFaultQueue()
  const requests: SimulatedRequest[] = []
  let advancedMs = 0
  const now = () => (options.now ?? Date.now)() + advancedMs

  const service: SimulatedService = {
    store,
    now,
    startJob: (projectId, body) =>
      store.add({ projectId, jobId: createId(), createdAt: now(), scenario, body }),
    basePath: (options.basePath ?? '/api/v2').replace(/\/+$/, ''),
    token: options.token,
    pageSize: options.pageSize ?? 30,
    deployments: [],
    projectIds: options.projectIds && new Set(options.projectIds.map((id) => id.toLowerCase())),
  }

  async function simulator(request: Request): Promise<Response> {
    const { method } = request
    const url = parseUrl(request)
    const route = url && matchRoute(method, url.pathname, service.basePath)
    const operation = route?.operation ?? null
    const path = url ? url.pathname + url.search : ''
    const entry: SimulatedRequest = { operation, method, path, at: now(), status: null }
    requests.push(entry)
    const respond = () => handleSafely({ request, url, route }, service)
    const fault = faults.take(operation)
    const response = await (fault ? respondWithFault(fault, request, respond) : respond())
    entry.status = response.status
    return response
  }

  return Object.assign(simulator, {
    requests,
    deployments: service.deployments,
    injectFault: (fault: Fault, matcher: FaultMatcher = {}) => faults.enqueue(fault, matcher),
    clearFaults: () => faults.clear(),
    advance(ms: number) {
      advancedMs += ms
    },
    addJob({ projectId, ageMs = 0, startBody, ...input }: AddJobInput): string {
      const { jobId } = store.add({
        projectId,
        jobId: input.jobId ?? createId(),
        createdAt: now() - ageMs,
        scenario: input.scenario ?? scenario,
        body: { ...defaultBody(createId), ...startBody },
      })
      return jobId
    },
    jobs: (projectId: string): WireJob[] => store.list(projectId).map((job) => toWireJob(job, now())),
  })
}

/** Null for an invalid URL, which some servers pass on. */
function parseUrl({ url }: Request): URL | null {
  try {
    return new URL(url)
  } catch {
    return null
  }
}

async function handleSafely(request: ParsedRequest, service: SimulatedService): Promise<Response> {
  try {
    return toResponse(...(await handleRequest(request, service)))
  } catch (error) {
    if (error instanceof HttpError) return toResponse(error.status, { message: error.message }, error.headers)
    // Usually a scenario function that threw: its author needs the message.
    return toResponse(500, {
      message: `The simulator failed: ${error instanceof Error ? error.message : error}`,
    })
  }
}

function defaultBody(createId: () => string): WireStartBody {
  return {
    prompt_template_version_id: createId(),
    dataset_id: createId(),
    user_instructions: null,
    use_best_practices: true,
    use_labels: true,
    use_customer_feedback: true,
    run_test_after_optimization: true,
  }
}

function toResponse(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  })
}
