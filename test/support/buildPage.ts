import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { sourceAliases } from '../../scripts/sourceAliases.js'

/** Bundled code of a page entry, such as `new URL('./page.tsx', import.meta.url)`. */
export async function buildPage(entry: URL): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: sourceAliases },
    build: { write: false, rolldownOptions: { input: fileURLToPath(entry) } },
  })
  if (!('output' in built)) throw new Error('Vite returned no output for the page.')
  return built.output[0].code
}
