// Pages of cards in Chromium, and what is measured in them.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { build } from 'vite'
import { findChromium } from '../scripts/findChromium.mjs'

/** Query string of each variant. */
export const PAGES = {
  plainCard: 'plainCard',
  plainQuery: 'plainQuery',
  ours: 'ours',
  oursByFrame: 'ours&batch=frame',
  mui: 'mui',
  dom: 'dom',
  requestsOnly: 'requestsOnly',
}
export const POLL_MS = 2_000
// Must match RESPONSE_DELAY_MS in cards/respondFromMemory.ts.
const RESPONSE_DELAY_MS = 30
const ROUNDS = 2
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

const resolvePath = (path) => fileURLToPath(new URL(path, import.meta.url))
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Builds and serves the pages; `close` ends the browser and the server. */
export async function startPages() {
  await build({
    root: resolvePath('cards'),
    configFile: resolvePath('cards/vite.config.ts'),
    logLevel: 'error',
  })
  const server = createServer(async ({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://service.test')
    try {
      const file = join(resolvePath('cards/dist'), pathname === '/' ? 'index.html' : pathname)
      response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream')
      response.end(await readFile(file))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { isBundled: _, ...launch } = await findChromium()
  const browser = await chromium.launch(launch)
  return {
    browser,
    origin: `http://127.0.0.1:${server.address().port}`,
    close: async () => {
      await browser.close()
      server.close()
    },
  }
}

/** Opens a page in a context of its own, and so with cold caches; `getTaskMs` reads its main-thread time. */
export async function openPage({ browser, origin }, { variant, count, slowdown }, query) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } })
  const page = await context.newPage()
  // The other variants throw for requests that closing their page aborts.
  if (variant.startsWith('ours')) {
    page.on('pageerror', (error) => {
      throw error
    })
  }
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const getTaskMs = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000
  }
  await page.goto(`${origin}/?variant=${PAGES[variant]}&count=${count}&${query}`)
  await page.waitForFunction('globalThis.start')
  return { context, page, session, getTaskMs }
}

/** Waits until all cards show their job. Without a look at the page, which would take its time. */
export function waitForJobs(page, count) {
  return page.evaluate(
    (responses) =>
      new Promise((resolve) => {
        const check = () =>
          service.responses < responses ? setTimeout(check, 100) : setTimeout(resolve, 300)
        check()
      }),
    count,
  )
}

/** Main-thread time from the start until all cards show their job. */
export async function measureMounting(pages, setting) {
  const { context, page, getTaskMs } = await openPage(pages, setting, 'poll=never')
  // What loading the page has left to do.
  await sleep(100)
  const before = await getTaskMs()
  await page.evaluate('start()')
  await waitForJobs(page, setting.count)
  const mount = (await getTaskMs()) - before
  await context.close()
  return { mount }
}

/** Time on the wall from the start until a frame with all jobs has been painted. */
export async function measureFilling(pages, setting) {
  const { context, page } = await openPage(pages, setting, 'poll=never')
  await sleep(100)
  const filled = await page.evaluate('start(); untilFilled(performance.now())')
  await context.close()
  return { filled }
}

/** Time on the wall from the navigation, with cold caches, until a frame with the first job has been painted. */
export async function measureFirstCard(pages, setting) {
  const { context, page } = await openPage(pages, setting, 'poll=never&start=now')
  const firstCard = await page.evaluate('untilFilled(0)')
  await context.close()
  return { firstCard }
}

/** Main-thread time of polling every card once, without and with a changed step, the share of polls made, and layout shift. */
export async function measurePolling(pages, setting) {
  const opened = await openPage(pages, setting, `poll=${POLL_MS}`)
  const { context, page } = opened
  await page.evaluate(() => {
    globalThis.shift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.shift += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.evaluate('start()')
  await sleep(1.5 * POLL_MS)
  const shift = await page.evaluate('shift')
  const elements = await page.evaluate(`document.querySelectorAll('#root *').length / ${setting.count}`)
  const unchanged = await measureRounds(opened, setting.count)
  const advance = setInterval(() => page.evaluate('service.step++').catch(() => {}), POLL_MS)
  const changed = await measureRounds(opened, setting.count)
  clearInterval(advance)
  await context.close()
  return {
    unchanged: unchanged.taskMs,
    changed: changed.taskMs,
    // TanStack Query counts the interval from the response, setInterval from the request.
    made: Math.min(1, (POLL_MS + RESPONSE_DELAY_MS) / Math.max(unchanged.gap, changed.gap)),
    shift,
    elements,
  }
}

/** Average main-thread time of polling every card once, and time between two polls of a job, in milliseconds. */
async function measureRounds({ page, getTaskMs }, count) {
  await page.evaluate('service.gaps = { totalMs: 0, count: 0 }')
  const before = await getTaskMs()
  await sleep(ROUNDS * POLL_MS)
  const { totalMs, count: polls } = await page.evaluate('service.gaps')
  return { taskMs: ((await getTaskMs()) - before) / (polls / count), gap: totalMs / polls }
}

/** Main-thread time of a second of clocks, without polling. */
export async function measureClocks(pages, setting) {
  const { context, page, getTaskMs } = await openPage(pages, setting, 'poll=never')
  await page.evaluate('start()')
  await sleep(2_000 + setting.count * setting.slowdown)
  const before = await getTaskMs()
  await sleep(3_000)
  const clocks = ((await getTaskMs()) - before) / 3
  await context.close()
  return { clocks }
}
