import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { getRequestListener } from '@hono/node-server'
import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findChromium } from '../../scripts/findChromium.mjs'
import { createJobSimulator } from '../../src/testing.js'
import { listen } from '../support/listen.js'

// Vitest sets NODE_ENV, and Vite would build for it.
const { NODE_ENV: _, ...env } = process.env
const run = (command: string, args: string[], cwd = '.') => promisify(execFile)(command, args, { cwd, env })

const PROJECT_ID = '0b6e7c1e-6a39-4a1b-9d2c-111111111111'
const JOB_ID = '0b6e7c1e-6a39-4a1b-9d2c-222222222222'

const MAIN = `
import 'react-prompt-optimization/styles.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { JobStatusCard, OptimizationProvider, useOptimizationJob } from 'react-prompt-optimization'
import { createOptimizationClient } from 'react-prompt-optimization/api'

const client = createOptimizationClient({ baseUrl: '/api/v2' })

function Job() {
  const state = useOptimizationJob({ projectId: '${PROJECT_ID}', jobId: '${JOB_ID}' })
  return <JobStatusCard state={state} links={{ testRun: (id) => \`/test-runs/\${id}\` }} />
}

createRoot(document.querySelector('#root')!).render(
  <QueryClientProvider client={new QueryClient()}>
    <OptimizationProvider client={client}>
      <Job />
    </OptimizationProvider>
  </QueryClientProvider>,
)
`

let app: string
let browser: Browser

beforeAll(async () => {
  app = await mkdtemp(join(tmpdir(), 'react-prompt-optimization-app-'))
  const { devDependencies } = JSON.parse(await readFile('package.json', 'utf8'))
  const versionsOf = (...names: string[]) =>
    Object.fromEntries(names.map((name) => [name, devDependencies[name]]))
  const packed = await run('npm', ['pack', '--json', '--pack-destination', app])
  const [{ filename }] = JSON.parse(packed.stdout)
  const files = {
    'package.json': JSON.stringify({
      private: true,
      type: 'module',
      dependencies: {
        ...versionsOf('react', 'react-dom', '@tanstack/react-query', 'zod'),
        ...versionsOf('vite', 'typescript', '@types/react', '@types/react-dom'),
        'react-prompt-optimization': `file:./${filename}`,
      },
    }),
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        target: 'es2022',
        module: 'esnext',
        moduleResolution: 'bundler',
        jsx: 'react-jsx',
        types: [],
      },
      include: ['src'],
    }),
    'index.html':
      '<!doctype html><link rel="icon" href="data:,"><div id="root"></div><script type="module" src="/src/main.tsx"></script>',
    'src/main.tsx': MAIN,
  }
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(app, name)), { recursive: true })
    await writeFile(join(app, name), content)
  }
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], app)
  browser = await chromium.launch(await findChromium())
})

afterAll(async () => {
  await browser?.close()
  await rm(app, { recursive: true, force: true })
})

it('the packed package, installed into an empty Vite app, has types, builds, and shows a job', async () => {
  await run('npx', ['tsc'], app)
  await run('npx', ['vite', 'build'], app)

  const simulator = createJobSimulator()
  simulator.addJob({ projectId: PROJECT_ID, jobId: JOB_ID, scenario: 'happy', ageMs: 3_600_000 })
  const answer = getRequestListener(simulator)
  const origin = await listen(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://app.test')
    if (pathname.startsWith('/api/')) return answer(request, response)
    const file = pathname === '/' ? 'index.html' : pathname
    const type = file.endsWith('.css') ? 'text/css' : file.endsWith('.js') ? 'text/javascript' : 'text/html'
    const body = await readFile(join(app, 'dist', file)).catch(() => null)
    return response.writeHead(body ? 200 : 404, { 'Content-Type': type }).end(body)
  })

  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(origin)
  const card = page.getByRole('article', { name: 'Prompt optimization' })
  await card.getByText('Completed').filter({ visible: true }).waitFor()
  expect(await card.getByRole('link', { name: 'Test run' }).getAttribute('href')).toMatch(/^\/test-runs\//)
  expect(await card.evaluate((element) => getComputedStyle(element).borderRadius)).toBe('12px')
  expect(complaints).toEqual([])
})
