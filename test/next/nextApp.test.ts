import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { type Browser, chromium, type Locator, type Page, type Response } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { findChromium } from '../../scripts/findChromium.mjs'
import { createJobSimulator, type JobSimulator, scenarios } from '../../src/testing.js'
import { listen } from '../support/listen.js'
import { collectConsoleErrors, visibleText } from '../support/openPage.js'
import { type BuiltApp, buildApp } from './buildApp.js'
import { startApp } from './startApp.js'

const PROJECT_ID = '0b6e7c1e-6a39-4a1b-9d2c-111111111111'
const JOB_ID = '0b6e7c1e-6a39-4a1b-9d2c-222222222222'
const JOB_PATH = `/projects/${PROJECT_ID}/jobs/${JOB_ID}`
const API_PATH = `/api/v2/projects/${PROJECT_ID}/prompt-optimization-jobs/${JOB_ID}`
const API_KEY = 'key-that-must-not-leave-the-server'
const COOKIE = 'session=ada'
const LONG_TIMEOUT = { timeout: 20_000 }

/** The server renders times in UTC, and does not know the browser's time zone. */
async function waitForHydration(card: Locator): Promise<void> {
  await card.locator('time', { hasText: /^(Running for|Finished)/ }).hover()
  await card.locator('time[title*="GMT+9"]').waitFor()
}

// Replaces the example’s placeholder.
const SESSION = `
export async function canViewProject(projectId: string, cookie: string | null): Promise<boolean> {
  return projectId === '${PROJECT_ID}' && cookie === '${COOKIE}'
}
`

// A job in the second of four steps is polled every 10 s ± 5 %.
const JOB = {
  projectId: PROJECT_ID,
  jobId: JOB_ID,
  ageMs: 60_000,
  scenario: {
    ...scenarios.happy,
    dataSourcesUsed: { human_labels_count: 12_840, customer_feedback_count: 3_105 },
  },
}
const MIN_POLL_MS = 9_500
const MAX_POLL_MS = 10_500

let app: BuiltApp
let browser: Browser

beforeAll(async () => {
  // The key is set at build time too, so that the test finds it if the build inlines it.
  app = await buildApp({ 'session.ts': SESSION }, { OPTIMIZATION_API_KEY: API_KEY })
  browser = await chromium.launch(await findChromium())
})

afterAll(async () => {
  await browser?.close()
  await app?.remove()
})

let simulator: JobSimulator
/** How the service handles connections. */
let connectionMode: 'open' | 'held' | 'broken'
let acceptConnections: () => void
let origin: string

beforeEach(async () => {
  simulator = createJobSimulator({ token: API_KEY })
  simulator.addJob(JOB)
  connectionMode = 'open'
  const accepted = new Promise<void>((resolve) => {
    acceptConnections = resolve
  })
  const listener = getRequestListener(simulator)
  const service = await listen(async (request, response) => {
    if (connectionMode === 'broken') return response.destroy()
    if (connectionMode === 'held') await accepted
    return listener(request, response)
  })
  origin = await startApp(app, {
    OPTIMIZATION_API_URL: `${service}/api/v2`,
    OPTIMIZATION_API_KEY: API_KEY,
    TZ: 'UTC',
    LC_ALL: 'en_US.UTF-8',
  })
})

const get = (path: string, headers: Record<string, string> = { Cookie: COOKIE }) =>
  fetch(origin + path, { headers })

/** HTML without script elements, which carry the streamed data. */
const withoutScripts = (html: string) => html.replaceAll(/<script[\s\S]*?<\/script>/g, '')

/** Opens a signed-in page in the Tokyo time zone with a German locale and a fake clock. */
async function openPage(): Promise<Page> {
  const context = await browser.newContext({ timezoneId: 'Asia/Tokyo', locale: 'de-DE' })
  onTestFinished(() => context.close())
  await context.addCookies([{ name: 'session', value: 'ada', url: origin }])
  const page = await context.newPage()
  await page.clock.install()
  return page
}

/** Records when the page polls the job, by the page’s clock. */
async function recordPollTimes(page: Page): Promise<number[]> {
  const pollTimes: number[] = []
  await page.exposeFunction('recordPoll', (at: number) => pollTimes.push(at))
  await page.addInitScript((path) => {
    const { fetch, recordPoll } = window as typeof window & { recordPoll: (at: number) => void }
    window.fetch = (...args) => {
      const [input] = args
      if (input instanceof Request && input.url.endsWith(path)) recordPoll(Date.now())
      return fetch(...args)
    }
  }, API_PATH)
  return pollTimes
}

describe.each([
  ['job page', JOB_PATH],
  ['streamed job page', `${JOB_PATH}/streamed`],
])('%s', (_, path) => {
  it('contains the job in its HTML', async () => {
    const response = await get(path)
    const html = withoutScripts(await response.text())
    expect(response.status).toBe(200)
    for (const text of ['Running', 'Optimizing prompt', 'Step 2 of 4']) expect(html).toContain(text)
    expect(simulator.requests).toHaveLength(1)
  })

  it('hydrates without errors, polls no sooner than due and stops when the job ends', async () => {
    const page = await openPage()
    const consoleErrors = collectConsoleErrors(page)
    const pollTimes = await recordPollTimes(page)
    await page.goto(origin + path)
    const card = page.getByRole('article')
    await visibleText(card, 'Step 2 of 4').waitFor()
    await waitForHydration(card)
    expect(await card.getByText('12,840').isVisible()).toBe(true)

    const servedAt = Number(simulator.requests[0]?.at)
    await page.clock.runFor(MAX_POLL_MS)
    await expect.poll(() => simulator.requests.length, LONG_TIMEOUT).toBeGreaterThan(1)
    simulator.advance(3_600_000)
    await page.clock.runFor(MAX_POLL_MS)
    await visibleText(card, 'Completed').waitFor()
    const gapsMs = pollTimes.map((at, index) => at - (pollTimes[index - 1] ?? servedAt))
    expect(Math.min(...gapsMs)).toBeGreaterThanOrEqual(MIN_POLL_MS)

    const pollCount = pollTimes.length
    await page.clock.runFor(60_000)
    expect(pollTimes).toHaveLength(pollCount)
    // The proxy may share a response between polls, which the simulated clock of the browser brings together.
    expect(simulator.requests.length).toBeLessThanOrEqual(1 + pollCount)
    expect(consoleErrors).toEqual([])
  })

  it('renders a finished job without polling', async () => {
    simulator.advance(3_600_000)
    const page = await openPage()
    const consoleErrors = collectConsoleErrors(page)
    await page.goto(origin + path)
    const card = page.getByRole('article')
    await visibleText(card, 'Completed').waitFor()
    await waitForHydration(card)
    await card.locator('strong', { hasText: 'Refund policy made explicit.' }).waitFor()

    await page.clock.runFor(60_000)
    await card.getByRole('link', { name: 'Test run' }).click()
    await page.getByRole('heading', { name: 'Your app’s test run page' }).waitFor()
    expect(simulator.requests).toHaveLength(1)
    expect(consoleErrors).toEqual([])
  })

  it('is served while the service is unreachable, and the browser retries', async () => {
    connectionMode = 'broken'
    const page = await openPage()
    const response = await page.goto(origin + path)
    expect(response?.status()).toBe(200)
    const card = page.getByRole('article')
    await card.getByText('Something went wrong on the service’s side.').waitFor()

    connectionMode = 'open'
    await card.getByRole('button', { name: 'Retry now' }).click()
    await visibleText(card, 'Step 2 of 4').waitFor()
  })

  it('reports an unknown job', async () => {
    const page = await openPage()
    await page.goto(origin + path.replace(JOB_ID, '0b6e7c1e-6a39-4a1b-9d2c-333333333333'))
    await page.getByRole('article').getByText('Job not found.').waitFor()
  })

  it('keeps the key on the server', async () => {
    const page = await openPage()
    const responses: Response[] = []
    page.on('response', (response) => responses.push(response))
    await page.goto(origin + path)
    await waitForHydration(page.getByRole('article'))
    await page.clock.runFor(MAX_POLL_MS)
    await expect.poll(() => simulator.requests.length, LONG_TIMEOUT).toBeGreaterThan(1)
    const sent = responses.map((response) => response.text())
    for (const headers of [{ Cookie: COOKIE }, { Cookie: COOKIE, RSC: '1' }]) {
      for (const requestedPath of [path, API_PATH]) {
        const response = await get(requestedPath, headers)
        expect(response.status).toBe(200)
        sent.push(response.text(), Promise.resolve(JSON.stringify([...response.headers])))
      }
    }
    // Include static files that no page has requested.
    const folder = join(app.folder, '.next/static')
    const files = await readdir(folder, { recursive: true, withFileTypes: true })
    for (const file of files.filter((each) => each.isFile())) {
      sent.push(readFile(join(file.parentPath, file.name), 'utf8'))
    }
    const texts = await Promise.all(sent)
    expect(texts.filter((text) => text.includes('Optimizing prompt')).length).toBeGreaterThan(0)
    expect(texts.filter((text) => text.includes(API_KEY))).toEqual([])
  })

  it('shows unauthorized users the page that says 404, and sends no request', async () => {
    for (const response of [await get(path, {}), await get(path.replace('1111', '9999'))]) {
      const html = await response.text()
      expect(html).toContain('This page could not be found')
      expect(html).toContain('<meta name="robots" content="noindex"/>')
      for (const text of ['Optimizing prompt', '12840']) expect(html).not.toContain(text)
    }
    expect((await get(API_PATH, {})).status).toBe(403)
    expect(simulator.requests).toEqual([])
  })
})

it('streamed job page sends the shell before the service responds and the job afterwards', async () => {
  connectionMode = 'held'
  const response = await get(`${JOB_PATH}/streamed`)
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let html = ''
  const readUntil = async (text: string) => {
    while (!withoutScripts(html).includes(text)) {
      const { done, value } = await reader.read()
      if (done) throw new Error(`The page ended without ${text}: ${html}`)
      html += decoder.decode(value, { stream: true })
    }
  }
  await readUntil('The server sent this page before the job.')
  await readUntil('Loading job…')
  expect(html).not.toContain('Optimizing prompt')

  acceptConnections()
  await readUntil('Optimizing prompt')
  await readUntil('Step 2 of 4')
  expect(simulator.requests).toHaveLength(1)
})

it('streamed job page renders the shell and then the job without requests from the browser', async () => {
  connectionMode = 'held'
  const page = await openPage()
  const consoleErrors = collectConsoleErrors(page)
  const pollTimes = await recordPollTimes(page)
  await page.goto(`${origin}${JOB_PATH}/streamed`, { waitUntil: 'commit' })
  const card = page.getByRole('article')
  await card.getByText('Loading job…').waitFor()

  acceptConnections()
  await visibleText(card, 'Step 2 of 4').waitFor()
  await waitForHydration(card)
  expect(pollTimes).toEqual([])
  expect(simulator.requests).toHaveLength(1)
  expect(consoleErrors).toEqual([])
})
