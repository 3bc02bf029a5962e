import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { listen } from '../../support/listen.js'

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
}

/** Serves the files of a built app for one test and returns its origin. */
export function serveFolder(folder: string): Promise<string> {
  return listen(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://app.test')
    const body = await readFile(join(folder, pathname)).catch(() => null)
    const type = TYPES[extname(pathname)] ?? 'application/octet-stream'
    response.writeHead(body ? 200 : 404, { 'Content-Type': type }).end(body)
  })
}
