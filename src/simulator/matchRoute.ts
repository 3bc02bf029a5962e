/** What a path of the service names. */
export interface Route {
  resource: 'jobs' | 'job' | 'cancel'
  projectId: string
  /** Empty for `jobs`. */
  jobId: string
}

const PATH = /^\/projects\/([^/]+)\/prompt-optimization-jobs(?:\/([^/]+)(\/cancel)?)?$/

/** Finds what a path names, or null. `basePath` has no slash at its end. */
export function matchRoute(pathname: string, basePath: string): Route | null {
  if (!pathname.startsWith(`${basePath}/`)) return null
  const [isFound, projectId = '', jobId = '', cancel] = PATH.exec(pathname.slice(basePath.length)) ?? []
  if (!isFound) return null
  return { resource: cancel ? 'cancel' : jobId ? 'job' : 'jobs', projectId, jobId }
}
