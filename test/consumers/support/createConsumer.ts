import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { run } from './run.js'

interface Consumer {
  folder: string
  /** The packed package, as a version of a dependency. */
  tarball: string
  /** The versions that this repository is developed with. */
  pickVersions: (...names: string[]) => Record<string, string>
  write: (files: Record<string, string>) => Promise<void>
  remove: () => Promise<void>
}

/** Creates an empty folder with the packed package. */
export async function createConsumer(): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), 'react-prompt-optimization-consumer-'))
  const packed = await run('npm', ['pack', '--json', '--silent', '--pack-destination', folder], process.cwd())
  const [{ filename }] = JSON.parse(packed)
  const { devDependencies } = JSON.parse(await readFile('package.json', 'utf8'))
  return {
    folder,
    tarball: `file:${join(folder, filename)}`,
    pickVersions: (...names) => Object.fromEntries(names.map((name) => [name, devDependencies[name]])),
    write: async (files) => {
      for (const [name, content] of Object.entries(files)) {
        await mkdir(dirname(join(folder, name)), { recursive: true })
        await writeFile(join(folder, name), content)
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
