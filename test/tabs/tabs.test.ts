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
// Latency between page and service on a machine that runs five pages.
const SLACK_MS = 700
const LONG = { timeout: 50_000 }

const createScenario = (durationMs: number): Scenario => ({
  pendingMs: 0,
  steps: [{ name: 'Optimizing prompt', durationMs }],
  ending: { outcome: 'completed', changesSummary: null },
})
const ENDLESS = createScenario(3_600_000)

type Tabs = Map<string, Page>

/** Opens tabs of one browser profile one by one, each after the previous one has rendered its jobs. */
async function openTabs(server: Server, count: number, jobIds: string[], script = ''): Promise<Tabs> {
  const first = await openPage()
  await first.context().addInitScript(script)
  const tabs: Tabs = new Map()
  for (let index = 0; index < count; index++) {
    const page = index === 0 ? first : await first.context().newPage()
    tabs.set(`tab ${index}`, page)
    await page.goto(server.buildUrl(`tab ${index}`, ...jobIds))
    for (const jobId of jobIds) await waitForState(page, jobId, 'running, live')
  }
  return tabs
}

const waitForState = (page: Page, jobId: string, text: string, { timeout } = { timeout: 10_000 }) =>
  page.getByRole('status', { name: jobId }).getByText(text, { exact: true }).waitFor({ timeout })

/** Collects every state that a page renders. */
async function recordStates(page: Page): Promise<string[]> {
  const states: string[] = []
  await page.exposeFunction('recordState', (state: string) => void states.push(state))
  await page.evaluate(() => {
    const { recordState } = window as unknown as { recordState: (state: string) => void }
    new MutationObserver(() => recordState(document.body.innerText)).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
  return states
}

/** Waits for the next request and returns the tab that sent it. */
async function nextLeader(server: Server, tabs: Tabs) {
  const count = server.requests.length
  await expect.poll(() => server.requests.length, { interval: 10, timeout: 5_000 }).toBeGreaterThan(count)
  const { tab } = server.requests.at(-1) as { tab: string }
  return { tab, page: tabs.get(tab) as Page }
}

/** Milliseconds until another tab sends a request. */
async function measureTakeover(server: Server, tab: string): Promise<number> {
  const leftAt = Date.now()
  const next = () => server.requests.find((request) => request.tab !== tab && request.at >= leftAt)
  await expect.poll(next, { timeout: 10_000 }).toBeDefined()
  return (next()?.at ?? Number.POSITIVE_INFINITY) - leftAt
}

/** Stands in for the browser, which reports every page as visible when headless. */
const setVisibility = (page: Page, visibilityState: DocumentVisibilityState) =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { value, configurable: true })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, visibilityState)

/** Pauses a page with the debugger, because the browser does not freeze focused pages, and returns a resume function. */
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

test('shareAcrossTabs sends at most 1.2 times the requests of one tab with five tabs, also while the service is down', async () => {
  const server = await serveTabs(code)
  const open = async (count: number) => {
    const jobId = server.addJob(createScenario(35_000))
    const brokenId = server.addJob(ENDLESS)
    const tabs = await openTabs(server, count, [jobId, brokenId])
    return { jobId, brokenId, pages: [...tabs.values()], before: server.getRequests(brokenId).length }
  }
  const [one, five] = [await open(1), await open(5)]
  for (const { brokenId } of [one, five]) server.failJob(brokenId)

  for (const { pages, jobId } of [one, five]) {
    await Promise.all(pages.map((page) => waitForState(page, jobId, 'completed, live', LONG)))
  }
  const [alone, shared] = [one, five].map(({ jobId }) => server.getRequests(jobId).length) as [number, number]
  expect(alone).toBeGreaterThanOrEqual(30)
  expect(shared / alone).toBeLessThanOrEqual(1.2)

  // The fourth failed request is due after 35 s and the fifth after 75 s.
  const failed = ({ brokenId, before }: typeof one) => server.getRequests(brokenId).length - before
  await expect.poll(() => failed(one), LONG).toBe(4)
  for (const page of five.pages) await waitForState(page, five.brokenId, 'running, retrying')
  expect(failed(five) / failed(one)).toBeLessThanOrEqual(1.2)
})

describe('shareAcrossTabs takeover', () => {
  let server: Server
  let tabs: Tabs
  let jobId: string
  let consoleErrors: string[]

  beforeEach(async () => {
    server = await serveTabs(code)
    jobId = server.addJob(ENDLESS)
    tabs = await openTabs(server, 5, [jobId])
    consoleErrors = [...tabs.values()].flatMap((page) => collectConsoleErrors(page))
  })

  const expectAllCompleted = async () => {
    server.endJobs()
    await Promise.all([...tabs.values()].map((page) => waitForState(page, jobId, 'completed, live')))
    expect(consoleErrors).toEqual([])
  }

  test('happens within one interval when the polling tab closes', async () => {
    const { tab, page } = await nextLeader(server, tabs)
    await page.close()
    tabs.delete(tab)
    expect(await measureTakeover(server, tab)).toBeLessThan(INTERVAL_MS + SLACK_MS)
    await expectAllCompleted()
  })

  test('happens within one interval when the polling tab closes mid-request', async () => {
    server.hang(true)
    const { tab, page } = await nextLeader(server, tabs)
    server.hang(false)
    await page.close()
    tabs.delete(tab)
    expect(await measureTakeover(server, tab)).toBeLessThan(INTERVAL_MS + SLACK_MS)
    await expectAllCompleted()
  })

  const expectTakeoverWithoutFailure = async (tab: string, rendered: string[][]) => {
    const respond = await server.waitForNavigation()
    server.hang(false)
    tabs.delete(tab)
    respond()
    expect(await measureTakeover(server, tab)).toBeLessThan(INTERVAL_MS + SLACK_MS)
    await expectAllCompleted()
    expect(rendered.flat()).not.toContainEqual(expect.stringContaining('retrying'))
  }
  const navigate = (page: Page) => page.evaluate(() => void location.assign('/slow'))

  test('happens within one interval when the polling tab is left mid-request, and no tab renders a failure', async () => {
    const rendered = await Promise.all([...tabs.values()].map(recordStates))
    server.hang(true)
    const { tab, page } = await nextLeader(server, tabs)
    await navigate(page)
    await expectTakeoverWithoutFailure(tab, rendered)
  })

  test('happens within one interval when the polling tab is left for a slow page and mid-request, and no tab renders a failure', async () => {
    const rendered = await Promise.all([...tabs.values()].map(recordStates))
    const { tab, page } = await nextLeader(server, tabs)
    const others = [...tabs.values()].filter((other) => other !== page)
    await Promise.all(others.map((other) => setVisibility(other, 'hidden')))
    await navigate(page)
    // A request succeeds after `beforeunload`, and another one is in flight at `pagehide`.
    await nextLeader(server, tabs)
    server.hang(true)
    await nextLeader(server, tabs)
    await Promise.all(others.map((other) => setVisibility(other, 'visible')))
    await expectTakeoverWithoutFailure(tab, rendered)
  })

  test('happens within one interval when the polling tab is hidden, which still renders results', async () => {
    const { tab, page } = await nextLeader(server, tabs)
    await setVisibility(page, 'hidden')
    const requestCount = server.requests.filter((request) => request.tab === tab).length
    expect(await measureTakeover(server, tab)).toBeLessThan(INTERVAL_MS + SLACK_MS)
    await expectAllCompleted()
    expect(server.requests.filter((request) => request.tab === tab)).toHaveLength(requestCount)
  })

  test('happens within one interval when the polling tab freezes between polls, which catches up on resume', async () => {
    const { tab, page } = await nextLeader(server, tabs)
    const held = () => page.evaluate(async () => (await navigator.locks.query()).held)
    await expect.poll(held, { interval: 10 }).toEqual([])
    const resume = await freeze(page)
    expect(await measureTakeover(server, tab)).toBeLessThan(INTERVAL_MS + SLACK_MS)
    tabs.delete(tab)
    await expectAllCompleted()
    await resume()
    await waitForState(page, jobId, 'completed, live')
  })

  test('happens within one interval and the heartbeat timeout when the polling tab freezes mid-request, which catches up on resume', async () => {
    server.hang(true)
    const { tab, page } = await nextLeader(server, tabs)
    const resume = await freeze(page)
    server.hang(false)
    expect(await measureTakeover(server, tab)).toBeLessThan(INTERVAL_MS + HEARTBEAT_TIMEOUT_MS + SLACK_MS)
    await resume()
    await expectAllCompleted()
  })
})

test.each([
  ['Web Locks', 'delete Navigator.prototype.locks'],
  ['BroadcastChannel', 'delete window.BroadcastChannel'],
])('shareAcrossTabs lets each tab poll on its own without %s', async (_, script) => {
  const server = await serveTabs(code)
  const jobId = server.addJob(ENDLESS)
  const tabs = await openTabs(server, 2, [jobId], script)
  const requestCount = () =>
    [...tabs.keys()].map((tab) => server.requests.filter((request) => request.tab === tab).length)
  await expect.poll(() => Math.min(...requestCount()), LONG).toBeGreaterThanOrEqual(4)
})
