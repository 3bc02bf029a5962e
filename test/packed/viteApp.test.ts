import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { getRequestListener } from '@hono/node-server'
import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findChromium } from '../../scripts/findChromium.mjs'
import { buildJob, createJobSimulator } from '../../src/testing.js'
import { listen } from '../support/listen.js'

// Remove the NODE_ENV that Vitest sets, so that Vite builds for production.
const { NODE_ENV: _, ...env } = process.env
const run = (command: string, args: string[], cwd = '.') => promisify(execFile)(command, args, { cwd, env })

const PROJECT_ID = '0b6e7c1e-6a39-4a1b-9d2c-111111111111'
const JOB_ID = '0b6e7c1e-6a39-4a1b-9d2c-222222222222'

const MAIN = `
import 'react-prompt-optimization/styles.css'
import 'react-prompt-optimization/outcome.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { JobList, JobStatusCard, OptimizationProvider, StartJobForm, useOptimizationJob } from 'react-prompt-optimization'
import { createOptimizationClient } from 'react-prompt-optimization/api'
import { JobOutcome } from 'react-prompt-optimization/diff'
import { MarkdownSummary } from 'react-prompt-optimization/markdown'

const client = createOptimizationClient({ baseUrl: '/api/v2' })
const projectId = '${PROJECT_ID}'
const links = { testRun: (id: string) => \`/test-runs/\${id}\`, comparison: () => 'javascript:hacked()' }

function Job({ summary }: { summary: 'plain' | 'markdown' }) {
  const state = useOptimizationJob({ projectId, jobId: '${JOB_ID}' })
  const components = summary === 'markdown' ? { Summary: MarkdownSummary } : {}
  const outcome = <JobOutcome projectId={projectId} defaultOpen />
  return <JobStatusCard state={state} links={links} components={components} title={summary} outcome={outcome} />
}

createRoot(document.querySelector('#root')!).render(
  <QueryClientProvider client={new QueryClient()}>
    <OptimizationProvider client={client}>
      <Job summary="plain" />
      <Job summary="markdown" />
      <JobList projectId={projectId} />
      <StartJobForm projectId={projectId} />
    </OptimizationProvider>
  </QueryClientProvider>,
)
`

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:"

const HOSTILE_TEXT = [
  '<script>hacked()</script><img src=x onerror="hacked()"><svg onload="hacked()"><iframe src="javascript:hacked()">',
  '[click](javascript:hacked()) [click](data:text/html,<script>hacked()</script>) ![x](https://evil.invalid/x.png)',
  '<https://ok.example> \u202egnp.exe \u2066\u2067 \u0000 <style>*{display:none}</style>',
  'x'.repeat(1_000_000),
].join('\n\n')

let app: string
let browser: Browser

beforeAll(async () => {
  app = await mkdtemp(join(tmpdir(), 'react-prompt-optimization-app-'))
  const { devDependencies } = JSON.parse(await readFile('package.json', 'utf8'))
  const pickVersions = (...names: string[]) =>
    Object.fromEntries(names.map((name) => [name, devDependencies[name]]))
  const packed = await run('npm', ['pack', '--json', '--pack-destination', app])
  const [{ filename }] = JSON.parse(packed.stdout)
  const files = {
    'package.json': JSON.stringify({
      private: true,
      type: 'module',
      dependencies: {
        ...pickVersions('react', 'react-dom', '@tanstack/react-query', 'zod', 'react-markdown', 'diff'),
        ...pickVersions('vite', 'typescript', '@types/react', '@types/react-dom'),
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
  await run('npx', ['tsc'], app)
  await run('npx', ['vite', 'build'], app)
  browser = await chromium.launch(await findChromium())
})

afterAll(async () => {
  await browser?.close()
  await rm(app, { recursive: true, force: true })
})

/** Serves the built app with a strict Content Security Policy, and the service under /api/. */
async function serveApp(service: (request: Request) => Promise<Response>): Promise<string> {
  const listener = getRequestListener(service)
  return listen(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://app.test')
    if (pathname.startsWith('/api/')) return listener(request, response)
    const file = pathname === '/' ? 'index.html' : pathname
    const type = file.endsWith('.css') ? 'text/css' : file.endsWith('.js') ? 'text/javascript' : 'text/html'
    const body = await readFile(join(app, 'dist', file)).catch(() => null)
    const headers = { 'Content-Type': type, 'Content-Security-Policy': POLICY }
    return response.writeHead(body ? 200 : 404, headers).end(body)
  })
}

/** Opens the app and records console messages, policy violations, external requests and executed payloads. */
async function openApp(origin: string) {
  const page = await browser.newPage()
  const violations: string[] = []
  page.on('console', (message) => violations.push(message.text()))
  page.on('pageerror', (error) => violations.push(error.message))
  page.on('dialog', (dialog) => violations.push(dialog.message()))
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      violations.push(request.url())
  })
  await page.exposeFunction('hacked', () => violations.push('hacked'))
  await page.goto(origin)
  return { page, violations, card: (name: string) => page.getByRole('article', { name }) }
}

it('packed package typechecks, builds and renders a job under a strict Content Security Policy', async () => {
  const simulator = createJobSimulator()
  simulator.addJob({ projectId: PROJECT_ID, jobId: JOB_ID, scenario: 'happy', ageMs: 3_600_000 })
  const { card, violations } = await openApp(await serveApp(simulator))
  const plain = card('plain')
  await plain.getByText('Completed').filter({ visible: true }).waitFor()
  expect(await plain.getByRole('link', { name: 'Test run' }).getAttribute('href')).toMatch(/^\/test-runs\//)
  expect(await plain.evaluate((element) => getComputedStyle(element).borderRadius)).toBe('12px')
  await plain.getByText('+17 pts').waitFor()
  const added = plain.locator('.rpo-line[data-change=added]', { hasText: 'Be brief' })
  expect(await added.evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe(
    'rgba(0, 0, 0, 0)',
  )
  expect(violations).toEqual([])
})

// Vite has Lightning CSS down-level `light-dark()` and `:dir()` for browsers older than Chrome 123.
it('packed styles apply colors and direction when the app sets no color-scheme', async () => {
  const simulator = createJobSimulator()
  simulator.addJob({ projectId: PROJECT_ID, jobId: JOB_ID, scenario: 'happy', ageMs: 60_000 })
  const { page, card } = await openApp(await serveApp(simulator))
  const segment = card('plain').locator('.rpo-segment[data-state=current]')
  await segment.waitFor()
  const readStyles = async () => [
    await card('plain').evaluate((element) => getComputedStyle(element).backgroundColor),
    await segment.evaluate((element) => getComputedStyle(element).scale),
  ]
  expect(await readStyles()).toEqual(['rgb(255, 255, 255)', '1'])
  await page.evaluate("Object.assign(document.documentElement, { dir: 'rtl' }).dataset.theme = 'dark'")
  expect(await readStyles()).toEqual(['rgb(20, 20, 22)', '-1 1'])
  await card('plain').evaluate((element) => element.setAttribute('data-theme', 'light'))
  expect(await readStyles()).toEqual(['rgb(255, 255, 255)', '-1 1'])
})

it('packed package renders untrusted prompts and test results inert', async () => {
  const id = (digit: number) => `0b6e7c1e-6a39-4a1b-9d2c-${String(digit).repeat(12)}`
  const job = buildJob({
    job_id: JOB_ID,
    status: 'completed',
    prompt_template_id: id(3),
    original_version_id: id(4),
    optimized_version_id: id(5),
    test_run_id: id(6),
    completed_at: '2026-01-15T09:40:00Z',
  })
  const buildVersion = (text: string) => ({
    metadata: { model: HOSTILE_TEXT, params: { [HOSTILE_TEXT.slice(0, 500)]: text } },
    content: [{ role: HOSTILE_TEXT.slice(0, 500), content: `${HOSTILE_TEXT}\n${text}\n{{${text}}}` }],
  })
  const figures = { [HOSTILE_TEXT.slice(0, 500)]: { pass: 1, fail: 1, average_score: HOSTILE_TEXT } }
  const testRun = {
    id: id(6),
    prompt_version: HOSTILE_TEXT,
    summary_statistics: { auto_evaluation: figures },
  }
  const service = async ({ url }: Request) => {
    const { pathname } = new URL(url)
    if (pathname.endsWith(id(4))) return Response.json(buildVersion('a'))
    if (pathname.endsWith(id(5))) return Response.json(buildVersion('b'))
    if (pathname.endsWith(id(6))) return Response.json(testRun)
    if (pathname.endsWith('test-runs')) return Response.json({ test_runs: [testRun] })
    return Response.json(pathname.endsWith(JOB_ID) ? job : { data: [job] })
  }
  const { page, card, violations } = await openApp(await serveApp(service))
  await card('plain').getByText('Removed variables').waitFor()
  await card('plain').getByRole('table').waitFor()
  const running = await page
    .locator('#root :is(script, iframe, img, style, [onerror], [onload], [href^="javascript"])')
    .count()
  expect(running).toBe(0)
  expect(violations).toEqual([])
}, 120_000)

it('packed package renders untrusted text inert in every text field', async () => {
  const hostile = buildJob({
    job_id: JOB_ID,
    status: '"><script>hacked()</script>',
    prompt_template_id: '<img src=x onerror=hacked()>',
    changes_summary: HOSTILE_TEXT,
    error_message: HOSTILE_TEXT,
    comparison_id: 'javascript:hacked()',
    completed_at: '2026-01-15T09:40:00Z',
    progress: { step: 1, total_steps: 2, step_name: HOSTILE_TEXT },
  })
  const page30 = { data: [hostile], pagination: { page: 1, page_size: 30, has_next: false } }
  const service = async ({ url }: Request) => Response.json(url.endsWith(JOB_ID) ? hostile : page30)
  const { page, card, violations } = await openApp(await serveApp(service))
  await card('markdown').getByText('Failed', { exact: true }).filter({ visible: true }).waitFor()
  const more = page.getByRole('button', { name: 'Show more' })
  while ((await more.count()) > 0) await more.first().click()
  await page.getByText('Details').first().click()
  for (const text of await page.getByText('click').all()) await text.click({ force: true })
  const running = await page
    .locator('#root :is(script, iframe, img, style, [onerror], [onload], [href^="javascript"])')
    .count()
  expect(running).toBe(0)
  expect(violations).toEqual([])
}, 120_000)
