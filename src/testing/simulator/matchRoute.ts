import type { SimulatedOperation } from './Fault.js'

export interface Route {
  /** Null for an unsupported method. */
  operation: SimulatedOperation | null
  /** The methods that the path supports. */
  methods: readonly string[]
  /** Null for what is the account's. */
  projectId: string | null
  /** The other IDs of the path, by the name that the service's messages have for them. */
  ids: Readonly<Record<string, string>>
}

const JOBS = '/projects/:project_id/prompt-optimization-jobs'
const TEMPLATES = '/projects/:project_id/prompt-templates'
const TEMPLATE = `${TEMPLATES}/id/:template_id`
const DATASETS = '/projects/:project_id/prompt-datasets'
const TEST_RUNS = '/projects/:project_id/test-runs'

const ROUTES: readonly [path: string, operations: Record<string, SimulatedOperation>][] = [
  [JOBS, { GET: 'listJobs', POST: 'startJob' }],
  [`${JOBS}/:job_id`, { GET: 'getJob' }],
  [`${JOBS}/:job_id/cancel`, { POST: 'cancelJob' }],
  [TEMPLATES, { GET: 'listPromptTemplates' }],
  [TEMPLATE, { GET: 'getPromptTemplate' }],
  [`${TEMPLATE}/versions`, { GET: 'listPromptVersions' }],
  [`${TEMPLATE}/versions/:version_id`, { GET: 'getPromptVersion' }],
  [`${TEMPLATE}/versions/:version_id/environments`, { POST: 'deployPromptVersion' }],
  [DATASETS, { GET: 'listDatasets' }],
  [`${DATASETS}/:dataset_id`, { GET: 'getDataset' }],
  ['/environments', { GET: 'listEnvironments' }],
  [`${TEST_RUNS}/id/:test_run_id`, { GET: 'getTestRun' }],
  [TEST_RUNS, { GET: 'listTestRuns' }],
]

const PATTERNS = ROUTES.map(([path, operations]) => ({
  pattern: new RegExp(`^${path}$`.replace(/:(\w+)/g, '(?<$1>[^/]+)')),
  operations,
}))

/** Matches a path; null if it is unknown. `basePath` has no trailing slash. */
export function matchRoute(method: string, pathname: string, basePath: string): Route | null {
  if (!pathname.startsWith(`${basePath}/`)) return null
  const path = pathname.slice(basePath.length)
  for (const { pattern, operations } of PATTERNS) {
    const match = pattern.exec(path)
    if (!match) continue
    const { project_id: projectId = null, ...ids } = match.groups ?? {}
    return { operation: operations[method] ?? null, methods: Object.keys(operations), projectId, ids }
  }
  return null
}
