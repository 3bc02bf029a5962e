import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createConsumer } from './support/createConsumer.js'
import { run } from './support/run.js'

const VERSIONS = {
  'typescript-5.4': '5.4.5',
  'typescript-5.9': '5.9.3',
  'typescript-6': '6.0.3',
  'typescript-7': '7.0.2',
}
const MODES = ['esnext/bundler', 'node16/node16', 'nodenext/nodenext', 'commonjs/node10']

const OLDEST = {
  react: '18.0.0',
  'react-dom': '18.0.0',
  '@types/react': '18.0.0',
  '@types/react-dom': '18.0.0',
  '@tanstack/react-query': '5.100.0',
  diff: '9.0.0',
  'react-markdown': '10.0.0',
  zod: '3.25.73',
}

const WORKSPACE = `
packages: ['*']
nodeLinker: isolated
hoist: false
strictPeerDependencies: true
autoInstallPeers: false
`

const APPS = {
  'npm, newest peers': { path: 'npm', modes: MODES },
  'pnpm, newest peers': { path: 'pnpm/newest', modes: MODES },
  // @types/react 18.0.0 does not declare `react/jsx-runtime` for node16, which the app needs.
  'pnpm, oldest peers': { path: 'pnpm/oldest', modes: ['esnext/bundler', 'commonjs/node10'] },
}

let consumer: Awaited<ReturnType<typeof createConsumer>>

beforeAll(async () => {
  consumer = await createConsumer()
  const { folder, tarball, pickVersions, write } = consumer
  const manifest = (dependencies: Record<string, string>) =>
    JSON.stringify({
      private: true,
      type: 'module',
      dependencies: {
        ...pickVersions(
          ...Object.keys(OLDEST),
          '@types/node',
          '@testing-library/react',
          '@testing-library/dom',
        ),
        ...Object.fromEntries(
          Object.entries(VERSIONS).map(([name, version]) => [name, `npm:typescript@${version}`]),
        ),
        'react-prompt-optimization': tarball,
        ...dependencies,
      },
    })
  await write({
    'npm/package.json': manifest({ pnpm: '10.34.9' }),
    'pnpm/package.json': JSON.stringify({ private: true }),
    'pnpm/pnpm-workspace.yaml': WORKSPACE,
    'pnpm/newest/package.json': manifest({}),
    'pnpm/oldest/package.json': manifest(OLDEST),
  })
  for (const { path } of Object.values(APPS)) {
    await cp('test/consumers/app', join(folder, path), { recursive: true })
  }
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], join(folder, 'npm'))
  const pnpm = join(folder, 'npm/node_modules/pnpm/bin/pnpm.cjs')
  await run(
    'node',
    [pnpm, 'install', '--prefer-offline', '--store-dir', join(folder, 'store')],
    join(folder, 'pnpm'),
  )
})

afterAll(() => consumer?.remove())

const cases = Object.entries(APPS).flatMap(([title, { path, modes }]) =>
  Object.keys(VERSIONS).map((typescript) => [title, typescript, path, modes] as const),
)

it.concurrent.each(cases)('%s: an app typechecks with %s', async (_title, typescript, path, modes) => {
  const app = join(consumer.folder, path)
  const errors =
    typescript === 'typescript-7'
      ? checkWithCompiler(app, typescript, modes.filter(isInTypeScript7))
      : checkWithProgram(app, typescript, modes)
  expect(await errors).toEqual([])
})

function isInTypeScript7(mode: string): boolean {
  return !mode.endsWith('/node10')
}

function toLines(output: string): string[] {
  return output.split('\n').filter(Boolean)
}

async function checkWithProgram(app: string, typescript: string, modes: string[]): Promise<string[]> {
  const script = join(import.meta.dirname, 'support/checkTypes.mjs')
  return toLines(await run('node', [script, app, typescript, ...modes], app))
}

/** TypeScript 7 has no API for programs: it also checks other packages, whose errors are removed here. */
async function checkWithCompiler(app: string, typescript: string, modes: string[]): Promise<string[]> {
  const compiler = join(app, 'node_modules', typescript, 'bin/tsc')
  const runs = modes.map(async (mode) => {
    const [module = '', moduleResolution = ''] = mode.split('/')
    const args = [compiler, '--module', module, '--moduleResolution', moduleResolution]
    const lines = toLines(await run('node', args, app).catch(({ message }) => message))
    return lines.filter((line) =>
      /^(src\/|.*\/react-prompt-optimization\/dist\/).* error |^error /.test(line),
    )
  })
  return (await Promise.all(runs)).flat()
}
