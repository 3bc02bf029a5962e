import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'

/** A registry in place of ui.shadcn.com, which has an item for each component of a folder. */
export async function startUiRegistry(folder: string): Promise<{ url: string; stop: () => void }> {
  const server = createServer(async ({ url = '' }, response) => {
    const name = basename(url, '.json')
    const item = url.startsWith('/r/colors/') ? COLORS : await readItem(folder, name)
    response.writeHead(item ? 200 : 404).end(JSON.stringify(item))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/r`, stop: () => server.close() }
}

async function readItem(folder: string, name: string) {
  const path = `ui/${name}.tsx`
  const content = await readFile(join(folder, `${name}.tsx`), 'utf8').catch(() => null)
  return content && { name, type: 'registry:ui', files: [{ path, type: 'registry:ui', content }] }
}

/** Fetched by the CLI for every app, and not used by one with CSS variables. */
const COLORS = {
  inlineColors: { light: {}, dark: {} },
  cssVars: {},
  inlineColorsTemplate: '',
  cssVarsTemplate: '',
}
