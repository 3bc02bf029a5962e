import { demo } from './demo.js'
import { isSimulated } from './isSimulated.js'

const chosenId = new URLSearchParams(window.location.search).get('project')?.trim()

/** The project of this visit: another one is another visit. */
export const projectId = chosenId || (isSimulated ? demo.projectId : null)

/** A page of this app, with the project in its address. */
export function buildHref(path: string, { phase }: { phase?: string | undefined } = {}): string {
  const query = new URLSearchParams({ ...(chosenId && { project: chosenId }), ...(phase && { phase }) })
  return query.size > 0 ? `${path}?${query}` : path
}
