import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { type Browser, chromium, type Page, type Response } from 'playwright'
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

// What the example asks its reader to write.
const SESSION = `
export async function maySee(projectId: string, cookie: string | null): Promise<boolean> {
  return projectId === '${PROJECT_ID}' && cookie === '${COOKIE}'
}
`

// In the second of four steps, where it is checked every 10 s, give or take 5 %.
const JOB = {
  projectId: PROJECT_ID,
  jobId: JOB_ID,
  ageMs: 60_000,
  scenario: {
    ...scenarios.happy,
    dataSourcesUsed: { human_labels_count: 12_840, customer_feedback_count: 3_105 },
  },
}
const EARLIEST_CHECK_MS = 9_500
const LATEST_CHECK_MS = 10_500

let app: BuiltApp
let browser: Browser

beforeAll(async () => {
  // The key is there while the app is built too: it must not be built in.
  app = await buildApp({ 'session.ts': SESSION }, { OPTIMIZATION_API_KEY: API_KEY })
  browser = await chromium.launch(await findChromium())
})

afterAll(async () => {
  await browser?.close()
  await app?.remove()
})

let simulator: JobSimulator
/** What the service does with a connection. */
let door: 'open' | 'held' | 'broken'
let openDoor: () => void
let origin: string

beforeEach(async () => {
  simulator = createJobSimulator({ token: API_KEY })
  simulator.addJob(JOB)
  door = 'open'
  const opened = new Promise<void>((resolve) => {
    openDoor = resolve
  })
  const answer = getRequestListener(simulator)
  const service = await listen(async (request, response) => {
    if (door === 'broken') return response.destroy()
    if (door === 'held') await opened
    return answer(request, response)
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

/** What of a page is there without any script: neither what scripts carry nor what they would do. */
const withoutScripts = (html: string) => html.replaceAll(/<script[\s\S]*?<\/script>/g, '')

/** A page of somebody who is signed in, in Tokyo, with a German browser, whose clock the test moves. */
async function openPage(): Promise<Page> {
  const context = await browser.newContext({ timezoneId: 'Asia/Tokyo', locale: 'de-DE' })
  onTestFinished(() => context.close())
  await context.addCookies([{ name: 'session', value: 'ada', url: origin }])
  const page = await context.newPage()
  await page.clock.install()
  return page
}

/** Collects when the page asks for the job, by the page's clock. */
async function checksOf(page: Page): Promise<number[]> {
  const checks: number[] = []
  await page.exposeFunction('noteCheck', (at: number) => checks.push(at))
  await page.addInitScript((path) => {
    const { fetch, noteCheck } = window as typeof window & { noteCheck: (at: number) => void }
    window.fetch = (...args) => {
      const [input] = args
      if (input instanceof Request && input.url.endsWith(path)) noteCheck(Date.now())
      return fetch(...args)
    }
  }, API_PATH)
  return checks
}

describe.each([
  ['the page that waits for the job', JOB_PATH],
  ['the page that streams the job', `${JOB_PATH}/streamed`],
])('%s', (_, path) => {
  it('has the job in its HTML', async () => {
    const response = await get(path)
    const html = withoutScripts(await response.text())
    expect(response.status).toBe(200)
    for (const words of ['Running', 'Optimizing prompt', 'Step 2 of 4']) expect(html).toContain(words)
    expect(simulator.requests).toHaveLength(1)
  })

  it('hydrates without complaint, asks no sooner than is due, and stops when the job is over', async () => {
    const page = await openPage()
    const complaints = collectConsoleErrors(page)
    const checks = await checksOf(page)
    await page.goto(origin + path)
    const card = page.getByRole('article')
    await visibleText(card, 'Step 2 of 4').waitFor()
    // Both are there only once the page is hydrated.
    await card.locator('time[title*="GMT+9"]').waitFor()
    await card.getByText('12.840').waitFor()

    const servedAt = Number(simulator.requests[0]?.at)
    await page.clock.runFor(LATEST_CHECK_MS)
    await expect.poll(() => simulator.requests.length, LONG_TIMEOUT).toBeGreaterThan(1)
    simulator.advance(3_600_000)
    await page.clock.runFor(LATEST_CHECK_MS)
    await visibleText(card, 'Completed').waitFor()
    const gapsMs = checks.map((at, index) => at - (checks[index - 1] ?? servedAt))
    expect(Math.min(...gapsMs)).toBeGreaterThanOrEqual(EARLIEST_CHECK_MS)

    const checksUntilOver = checks.length
    await page.clock.runFor(60_000)
    expect(checks).toHaveLength(checksUntilOver)
    expect(simulator.requests).toHaveLength(1 + checksUntilOver)
    expect(complaints).toEqual([])
  })

  it('shows a job that is over, and leaves it at that', async () => {
    simulator.advance(3_600_000)
    const page = await openPage()
    const complaints = collectConsoleErrors(page)
    await page.goto(origin + path)
    const card = page.getByRole('article')
    await visibleText(card, 'Completed').waitFor()
    await card.locator('time[title*="GMT+9"]').waitFor()
    await card.locator('strong', { hasText: 'Refund policy made explicit.' }).waitFor()

    await page.clock.runFor(60_000)
    await card.getByRole('link', { name: 'Test run' }).click()
    await page.getByRole('heading', { name: 'Your app’s page of the test run' }).waitFor()
    expect(simulator.requests).toHaveLength(1)
    expect(complaints).toEqual([])
  })

  it('is served while the service cannot be reached, and the browser takes over', async () => {
    door = 'broken'
    const page = await openPage()
    const response = await page.goto(origin + path)
    expect(response?.status()).toBe(200)
    const card = page.getByRole('article')
    await card.getByText('The service has a problem.').waitFor()

    door = 'open'
    await card.getByRole('button', { name: 'Try now' }).click()
    await visibleText(card, 'Step 2 of 4').waitFor()
  })

  it('says so where there is no such job', async () => {
    const page = await openPage()
    await page.goto(origin + path.replace(JOB_ID, '0b6e7c1e-6a39-4a1b-9d2c-333333333333'))
    await page.getByRole('article').getByText('The job was not found.').waitFor()
  })

  it('keeps the key on the server', async () => {
    const page = await openPage()
    const responses: Response[] = []
    page.on('response', (response) => responses.push(response))
    await page.goto(origin + path)
    await page.getByRole('article').getByText('12.840').waitFor()
    await page.clock.runFor(LATEST_CHECK_MS)
    await expect.poll(() => simulator.requests.length, LONG_TIMEOUT).toBeGreaterThan(1)
    const sent = responses.map((response) => response.text())
    for (const headers of [{ Cookie: COOKIE }, { Cookie: COOKIE, RSC: '1' }]) {
      for (const asked of [path, API_PATH]) {
        const answer = await get(asked, headers)
        expect(answer.status).toBe(200)
        sent.push(answer.text(), Promise.resolve(JSON.stringify([...answer.headers])))
      }
    }
    // Those that no page has asked for, too.
    const folder = join(app.folder, '.next/static')
    const files = await readdir(folder, { recursive: true, withFileTypes: true })
    for (const file of files.filter((each) => each.isFile())) {
      sent.push(readFile(join(file.parentPath, file.name), 'utf8'))
    }
    const texts = await Promise.all(sent)
    expect(texts.filter((text) => text.includes('Optimizing prompt')).length).toBeGreaterThan(0)
    expect(texts.filter((text) => text.includes(API_KEY))).toEqual([])
  })

  it('is not there for those who may not see the project, and asks for nothing', async () => {
    const [withoutCookie, otherProject] = [await get(path, {}), await get(path.replace('1111', '9999'))]
    expect([withoutCookie.status, otherProject.status]).toEqual([404, 404])
    expect((await get(API_PATH, {})).status).toBe(403)
    expect(simulator.requests).toEqual([])
  })
})

it('streams the shell before the service has answered, and the job after it', async () => {
  door = 'held'
  const response = await get(`${JOB_PATH}/streamed`)
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let html = ''
  const readUntil = async (words: string) => {
    while (!withoutScripts(html).includes(words)) {
      const { done, value } = await reader.read()
      if (done) throw new Error(`The page ended without ${words}: ${html}`)
      html += decoder.decode(value, { stream: true })
    }
  }
  await readUntil('The server sent this first.')
  await readUntil('Loading the job…')
  expect(html).not.toContain('Optimizing prompt')

  openDoor()
  await readUntil('Optimizing prompt')
  await readUntil('Step 2 of 4')
  expect(simulator.requests).toHaveLength(1)
})

it('shows the shell and then the streamed job in a browser that asks for nothing', async () => {
  door = 'held'
  const page = await openPage()
  const complaints = collectConsoleErrors(page)
  const checks = await checksOf(page)
  await page.goto(`${origin}${JOB_PATH}/streamed`, { waitUntil: 'commit' })
  const card = page.getByRole('article')
  await card.getByText('Loading the job…').waitFor()

  openDoor()
  await visibleText(card, 'Step 2 of 4').waitFor()
  await card.getByText('12.840').waitFor()
  expect(checks).toEqual([])
  expect(simulator.requests).toHaveLength(1)
  expect(complaints).toEqual([])
})
