import type { SimulatedOperation } from './Fault.js'

export interface Route {
  /** Null for an unsupported method. */
  operation: SimulatedOperation | null
  /** The methods that the path supports. */
  methods: readonly string[]
  projectId: string
  /** The other IDs of the path, by the name that the service's messages have for them. */
  ids: Readonly<Record<string, string>>
}

const JOBS = 'prompt-optimization-jobs'

const ROUTES: readonly [path: string, operations: Record<string, SimulatedOperation>][] = [
  [JOBS, { GET: 'listJobs', POST: 'startJob' }],
  [`${JOBS}/:job_id`, { GET: 'getJob' }],
  [`${JOBS}/:job_id/cancel`, { POST: 'cancelJob' }],
  ['prompt-templates/id/:template_id/versions/:version_id', { GET: 'getPromptVersion' }],
  ['test-runs/id/:test_run_id', { GET: 'getTestRun' }],
  ['test-runs', { GET: 'listTestRuns' }],
]

const PATTERNS = ROUTES.map(([path, operations]) => ({
  pattern: new RegExp(`^/projects/:project_id/${path}$`.replace(/:(\w+)/g, '(?<$1>[^/]+)')),
  operations,
}))

/** Matches a path; null if it is unknown. `basePath` has no trailing slash. */
export function matchRoute(method: string, pathname: string, basePath: string): Route | null {
  if (!pathname.startsWith(`${basePath}/`)) return null
  const path = pathname.slice(basePath.length)
  for (const { pattern, operations } of PATTERNS) {
    const { project_id: projectId, ...ids } = pattern.exec(path)?.groups ?? {}
    if (projectId === undefined) continue
    return { operation: operations[method] ?? null, methods: Object.keys(operations), projectId, ids }
  }
  return null
}
