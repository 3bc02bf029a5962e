import { demo } from './demo.js'
import { isSimulated } from './isSimulated.js'

const selectedId = new URLSearchParams(window.location.search).get('project')?.trim()

/** Constant, because selecting another project reloads the page. */
export const projectId = selectedId || (isSimulated ? demo.projectId : null)

/** Builds a URL of this app that keeps the selected project. */
export function buildHref(path: string, parameters: Record<string, string | undefined> = {}): string {
  const all = Object.entries({ project: selectedId, ...parameters })
  const query = new URLSearchParams(all.flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size > 0 ? `${path}?${query}` : path
}
