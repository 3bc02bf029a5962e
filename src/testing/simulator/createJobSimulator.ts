import { createJobStore } from './createJobStore.js'
import {
  createFaultQueue,
  type Fault,
  type FaultMatcher,
  respondWithFault,
  type SimulatedOperation,
} from './Fault.js'
import { HttpError } from './HttpError.js'
import { handleRequest, type ParsedRequest, type SimulatedService } from './handleRequest.js'
import { matchRoute } from './matchRoute.js'
import type { ScenarioChoice } from './Scenario.js'
import { toWireJob } from './toWireJob.js'
import type { WireJob, WireStartBody } from './wire.js'

/** Options of {@link createJobSimulator}. */
export interface JobSimulatorOptions {
  /** The API key to ask for: any other `Authorization` is answered with 401. @default no key is asked for */
  token?: string | undefined
  /** The clock, in epoch milliseconds. @default `Date.now`, so fake timers move it too */
  now?: (() => number) | undefined
  /** How many times faster than its scenario a job runs: 20 ends a job of 320 s after 16 s. @default 1 */
  speed?: number | undefined
  /** What comes before `/projects` in a path. @default '/api/v2' */
  basePath?: string | undefined
  /** How many jobs a page of a list holds where the request does not say: from 1 to 100. @default 30 */
  pageSize?: number | undefined
  /** The projects that exist; any other is answered with 404. @default every project exists */
  projectIds?: readonly string[] | undefined
  /** What happens to jobs that are started through the API. @default 'happy' */
  scenario?: ScenarioChoice | undefined
  /** Makes an id. @default `crypto.randomUUID` */
  createId?: (() => string) | undefined
}

/** A job to put into a simulator. */
export interface AddJobInput {
  /** A UUID; one of the simulator's `projectIds`, if it has such a list. */
  projectId: string
  /** A UUID. @default a new one */
  jobId?: string | undefined
  /** What happens to the job. @default the simulator's */
  scenario?: ScenarioChoice | undefined
  /** How long ago the job was started, in milliseconds of the simulator's clock. @default 0 */
  ageMs?: number | undefined
  /** What the job was asked to do, as far as it matters. @default new ids, no instructions, all flags true */
  startBody?: Partial<WireStartBody> | undefined
}

/** A request that the simulator has answered. */
export interface SimulatedRequest {
  /** Which call it was. Null for what is none of the service's calls. */
  operation: SimulatedOperation | null
  /** The HTTP method. */
  method: string
  /** The path, with its query. */
  path: string
  /** When it came, by the simulator's clock: epoch milliseconds. */
  at: number
  /** The status of the answer. Null where a fault left it without one. */
  status: number | null
}

/** The service, simulated: a function from request to answer, and members that look behind the scenes. */
export interface JobSimulator {
  /** Answers a request. Rejects only by order: see {@link JobSimulator.injectFault}. */
  (request: Request): Promise<Response>
  /**
   * Puts a job into the simulator and gives its id.
   *
   * @throws TypeError for an id that is no UUID
   * @throws Error for an id that is taken, and for an unknown scenario
   */
  addJob(input: AddJobInput): string
  /** The jobs of a project as they are now, newest first. */
  jobs(projectId: string): WireJob[]
  /** Moves the clock, and the jobs with it, by so many milliseconds. Timers of the app are not moved. */
  advance(ms: number): void
  /**
   * Orders a fault for the next request, or for more of them, or of one call only.
   *
   * @example
   * simulator.injectFault({ status: 429, retryAfter: 30 }, { operation: 'getJob', times: 2 })
   */
  injectFault(fault: Fault, matcher?: FaultMatcher): void
  /** Takes back all faults that are still to come. */
  clearFaults(): void
  /** What was asked so far, oldest first. */
  readonly requests: readonly SimulatedRequest[]
}

/**
 * Creates a simulator of the prompt optimization service: in process, in memory, without a network. It stands in for
 * `fetch`, and runs behind any server that speaks `Request` and `Response`. It answers without CORS headers.
 *
 * @throws RangeError for a speed that is no positive number
 *
 * @example
 * const simulator = createJobSimulator({ speed: 20 })
 * const jobId = simulator.addJob({ projectId: '3c90c3cc-0d44-4b50-8888-8dd25736052a', scenario: 'failed' })
 * const client = createOptimizationClient({ baseUrl: 'https://service.test/api/v2', fetch: simulator })
 */
export function createJobSimulator(options: JobSimulatorOptions = {}): JobSimulator {
  const { speed = 1, scenario = 'happy', createId = () => crypto.randomUUID() } = options
  if (!(speed > 0 && Number.isFinite(speed))) throw new RangeError(`speed must be positive, not ${speed}`)
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
    projectIds: options.projectIds && new Set(options.projectIds.map((id) => id.toLowerCase())),
  }

  async function simulator(request: Request): Promise<Response> {
    const { method } = request
    const url = readUrl(request)
    const route = url && matchRoute(method, url.pathname, service.basePath)
    const operation = route?.operation ?? null
    const path = url ? url.pathname + url.search : ''
    const entry: SimulatedRequest = { operation, method, path, at: now(), status: null }
    requests.push(entry)
    const respond = () => answer({ request, url, route }, service)
    const fault = faults.take(operation)
    const response = await (fault ? respondWithFault(fault, request, respond) : respond())
    entry.status = response.status
    return response
  }

  return Object.assign(simulator, {
    requests,
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

/** The URL of a request; null where a server passes on one that is none. */
function readUrl({ url }: Request): URL | null {
  return URL.canParse(url) ? new URL(url) : null
}

async function answer(request: ParsedRequest, service: SimulatedService): Promise<Response> {
  try {
    return toResponse(...(await handleRequest(request, service)))
  } catch (error) {
    if (error instanceof HttpError) return toResponse(error.status, { message: error.message }, error.headers)
    // Mostly a scenario function that threw. Its author looks at the answer, so it says why.
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
