import type { SimulatedOperation } from './Fault.js'

export interface Route {
  /** Null for an unsupported method. */
  operation: SimulatedOperation | null
  /** The methods that the path supports. */
  methods: readonly string[]
  projectId: string
  /** Undefined if the path has none. */
  jobId: string | undefined
}

const PATH = /^\/projects\/([^/]+)\/prompt-optimization-jobs(?:\/([^/]+)(\/cancel)?)?$/
const OPERATIONS: Record<'jobs' | 'job' | 'cancel', Record<string, SimulatedOperation>> = {
  jobs: { GET: 'listJobs', POST: 'startJob' },
  job: { GET: 'getJob' },
  cancel: { POST: 'cancelJob' },
}

/** Matches a path; null if it is unknown. `basePath` has no trailing slash. */
export function matchRoute(method: string, pathname: string, basePath: string): Route | null {
  if (!pathname.startsWith(`${basePath}/`)) return null
  const [isFound, projectId = '', jobId, cancel] = PATH.exec(pathname.slice(basePath.length)) ?? []
  if (!isFound) return null
  const operations = OPERATIONS[cancel ? 'cancel' : jobId ? 'job' : 'jobs']
  return { operation: operations[method] ?? null, methods: Object.keys(operations), projectId, jobId }
}
