import type { Page } from 'playwright'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Scenario } from '../../src/testing.js'
import { buildPage } from '../support/buildPage.js'
import { collectConsoleErrors, openPage, startBrowser } from '../support/openPage.js'
import { serveTabs } from './serveTabs.js'

startBrowser()

let code: string
beforeAll(async () => {
  code = await buildPage(new URL('./tabsPage.tsx', import.meta.url))
})

type Server = Awaited<ReturnType<typeof serveTabs>>

const INTERVAL_MS = 1_000
const HEARTBEAT_TIMEOUT_MS = 4_000
// The way from page to service, on a machine that is busy with five pages.
const SLACK_MS = 700
const LONG = { timeout: 50_000 }

const lasting = (durationMs: number): Scenario => ({
  pendingMs: 0,
  steps: [{ name: 'Optimizing prompt', durationMs }],
  ending: { outcome: 'completed', changesSummary: null },
})
const ENDLESS = lasting(3_600_000)

type Tabs = Map<string, Page>

/** Opens so many tabs in one browser profile, each once the one before it shows its jobs. */
async function openTabs(server: Server, count: number, jobIds: string[], script = ''): Promise<Tabs> {
  const first = await openPage()
  await first.context().addInitScript(script)
  const tabs: Tabs = new Map()
  for (let index = 0; index < count; index++) {
    const page = index === 0 ? first : await first.context().newPage()
    tabs.set(`tab ${index}`, page)
    await page.goto(server.urlOf(`tab ${index}`, ...jobIds))
    for (const jobId of jobIds) await shows(page, jobId, 'running, live')
  }
  return tabs
}

const shows = (page: Page, jobId: string, text: string, { timeout } = { timeout: 10_000 }) =>
  page.getByRole('status', { name: jobId }).getByText(text, { exact: true }).waitFor({ timeout })

/** Waits for the next request, and gives it with the page that has made it. */
async function nextLeader(server: Server, tabs: Tabs) {
  const count = server.requests.length
  await expect.poll(() => server.requests.length, { interval: 10, timeout: 5_000 }).toBeGreaterThan(count)
  const { tab } = server.requests.at(-1) as { tab: string }
  return { tab, page: tabs.get(tab) as Page }
}

/** How long it takes until a tab other than this one asks, in milliseconds. */
async function takeoverAfter(server: Server, tab: string): Promise<number> {
  const leftAt = Date.now()
  const next = () => server.requests.find((request) => request.tab !== tab && request.at >= leftAt)
  await expect.poll(next, { timeout: 10_000 }).toBeDefined()
  return (next()?.at ?? Number.POSITIVE_INFINITY) - leftAt
}

/**
 * Stops all that runs in a page, and returns what lets it go on. By the debugger, because Playwright keeps its pages
 * focused, and the browser freezes none that is.
 */
async function freeze(page: Page): Promise<() => Promise<unknown>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Debugger.enable')
  const paused = new Promise((resolve) => session.once('Debugger.paused', resolve))
  const stopped = session.send('Runtime.evaluate', { expression: 'debugger' }).catch(() => {})
  await paused
  return async () => {
    await session.send('Debugger.resume')
    await stopped
  }
}

test('five tabs cost at most 1.2 times the requests of one, over a whole job and while the service is down', async () => {
  const server = await serveTabs(code)
  const open = async (count: number) => {
    const jobId = server.addJob(lasting(35_000))
    const brokenId = server.addJob(ENDLESS)
    const tabs = await openTabs(server, count, [jobId, brokenId])
    return { jobId, brokenId, pages: [...tabs.values()], before: server.requestsOf(brokenId).length }
  }
  const [one, five] = [await open(1), await open(5)]
  for (const { brokenId } of [one, five]) server.breakDown(brokenId)

  for (const { pages, jobId } of [one, five]) {
    await Promise.all(pages.map((page) => shows(page, jobId, 'completed, live', LONG)))
  }
  const [alone, shared] = [one, five].map(({ jobId }) => server.requestsOf(jobId).length) as [number, number]
  expect(alone).toBeGreaterThanOrEqual(30)
  expect(shared / alone).toBeLessThanOrEqual(1.2)

  // The fourth comes after 35 s, and the fifth after 75 s.
  const failed = ({ brokenId, before }: typeof one) => server.requestsOf(brokenId).length - before
  await expect.poll(() => failed(one), LONG).toBe(4)
  for (const page of five.pages) await shows(page, five.brokenId, 'running, retrying')
  expect(failed(five) / failed(one)).toBeLessThanOrEqual(1.2)
})

describe('another tab takes over', () => {
  let server: Server
  let tabs: Tabs
  let jobId: string
  let complaints: string[]

  beforeEach(async () => {
    server = await serveTabs(code)
    jobId = server.addJob(ENDLESS)
    tabs = await openTabs(server, 5, [jobId])
    complaints = [...tabs.values()].flatMap((page) => collectConsoleErrors(page))
  })

  /** Ends the job, which all tabs that are left show. */
  const allShowTheEnd = async () => {
    server.endJobs()
    await Promise.all([...tabs.values()].map((page) => shows(page, jobId, 'completed, live')))
    expect(complaints).toEqual([])
  }

  test('within one interval when the one that asks is closed', async () => {
    const { tab, page } = await nextLeader(server, tabs)
    await page.close()
    tabs.delete(tab)
    expect(await takeoverAfter(server, tab)).toBeLessThan(INTERVAL_MS + SLACK_MS)
    await allShowTheEnd()
  })

  test('at once when the one that asks is closed in the middle of it', async () => {
    server.hang(true)
    const { tab, page } = await nextLeader(server, tabs)
    server.hang(false)
    await page.close()
    tabs.delete(tab)
    expect(await takeoverAfter(server, tab)).toBeLessThan(INTERVAL_MS + SLACK_MS)
    await allShowTheEnd()
  })

  test('within one interval when the one that asks is hidden, and that one still shows what is learnt', async () => {
    const { tab, page } = await nextLeader(server, tabs)
    // All pages of a headless browser are visible.
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    })
    const asked = server.requests.filter((request) => request.tab === tab).length
    expect(await takeoverAfter(server, tab)).toBeLessThan(INTERVAL_MS + SLACK_MS)
    await allShowTheEnd()
    expect(server.requests.filter((request) => request.tab === tab)).toHaveLength(asked)
  })

  test('within one interval when the one that asks is frozen between two checks, and that one catches up once it is back', async () => {
    const { tab, page } = await nextLeader(server, tabs)
    const held = () => page.evaluate(async () => (await navigator.locks.query()).held)
    await expect.poll(held, { interval: 10 }).toEqual([])
    const goOn = await freeze(page)
    expect(await takeoverAfter(server, tab)).toBeLessThan(INTERVAL_MS + SLACK_MS)
    tabs.delete(tab)
    await allShowTheEnd()
    await goOn()
    await shows(page, jobId, 'completed, live')
  })

  test('within one interval and four seconds when the one that asks is frozen in the middle of it, and that one catches up', async () => {
    server.hang(true)
    const { tab, page } = await nextLeader(server, tabs)
    const goOn = await freeze(page)
    server.hang(false)
    expect(await takeoverAfter(server, tab)).toBeLessThan(INTERVAL_MS + HEARTBEAT_TIMEOUT_MS + SLACK_MS)
    await goOn()
    await allShowTheEnd()
  })
})

test.each([
  ['Web Locks', 'delete Navigator.prototype.locks'],
  ['BroadcastChannel', 'delete window.BroadcastChannel'],
])('without %s each tab asks for itself', async (_, script) => {
  const server = await serveTabs(code)
  const jobId = server.addJob(ENDLESS)
  const tabs = await openTabs(server, 2, [jobId], script)
  const asked = () =>
    [...tabs.keys()].map((tab) => server.requests.filter((request) => request.tab === tab).length)
  await expect.poll(() => Math.min(...asked()), LONG).toBeGreaterThanOrEqual(4)
})
