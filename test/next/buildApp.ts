import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

// Remove the NODE_ENV that Vitest sets, so that Next.js builds for production.
const { NODE_ENV: _, ...ownEnv } = process.env
const env = { ...ownEnv, NEXT_TELEMETRY_DISABLED: '1' }
const run = promisify(execFile)

export interface BuiltApp {
  folder: string
  /** Environment to start the app with. */
  env: typeof env
  remove: () => Promise<void>
}

/** Copies the example, overwrites `files`, installs the packed package and builds the app. */
export async function buildApp(
  files: Record<string, string>,
  buildEnv: Record<string, string>,
): Promise<BuiltApp> {
  const folder = await mkdtemp(join(tmpdir(), 'react-prompt-optimization-next-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const isSource = (path: string) => !['node_modules', '.next'].includes(basename(path))
    await cp('examples/next', folder, { recursive: true, filter: isSource })
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
    const packed = await run('npm', ['pack', '--json', '--pack-destination', folder], { env })
    const [{ filename }] = JSON.parse(packed.stdout)
    const inFolder = { cwd: folder, env: { ...env, ...buildEnv } }
    await run('npm', ['install', `./${filename}`, '--prefer-offline', '--no-audit', '--no-fund'], inFolder)
    await run('npm', ['run', 'build'], inFolder)
    return { folder, env, remove }
  } catch (error) {
    await remove()
    throw error
  }
}
