import type { SimulatedOperation } from './Fault.js'

/** What a request names. */
export interface Route {
  /** Null where the path does not have the method. */
  operation: SimulatedOperation | null
  /** The methods that the path has. */
  methods: readonly string[]
  projectId: string
  /** Undefined where the path names none. */
  jobId: string | undefined
}

const PATH = /^\/projects\/([^/]+)\/prompt-optimization-jobs(?:\/([^/]+)(\/cancel)?)?$/
const OPERATIONS: Record<'jobs' | 'job' | 'cancel', Record<string, SimulatedOperation>> = {
  jobs: { GET: 'listJobs', POST: 'startJob' },
  job: { GET: 'getJob' },
  cancel: { POST: 'cancelJob' },
}

/** Finds what a request names, or null. `basePath` has no slash at its end. */
export function matchRoute(method: string, pathname: string, basePath: string): Route | null {
  if (!pathname.startsWith(`${basePath}/`)) return null
  const [isFound, projectId = '', jobId, cancel] = PATH.exec(pathname.slice(basePath.length)) ?? []
  if (!isFound) return null
  const operations = OPERATIONS[cancel ? 'cancel' : jobId ? 'job' : 'jobs']
  return { operation: operations[method] ?? null, methods: Object.keys(operations), projectId, jobId }
}
