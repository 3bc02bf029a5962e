// Compares the main-thread time of card implementations in Chromium: `npm run bench:cards`, or with other counts
// `npm run bench:cards -- 1 100 1000`.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { build } from 'vite'
import { findChromium } from '../scripts/findChromium.mjs'

/** Query string of each variant. */
const PAGES = {
  ours: 'ours',
  oursByFrame: 'ours&batch=frame',
  handWritten: 'handWritten',
  plainQuery: 'plainQuery',
  handWrittenWithoutDetails: 'handWritten&details=none',
  plainQueryWithoutDetails: 'plainQuery&details=none',
  mui: 'mui',
  dom: 'dom',
  requestsOnly: 'requestsOnly',
}
const VARIANTS = process.env.VARIANTS?.split(',') ?? Object.keys(PAGES)
const COUNTS = process.argv.slice(2).map(Number)
const POLL_MS = 2_000
// Must match RESPONSE_DELAY_MS in cards/respondFromMemory.ts.
const RESPONSE_DELAY_MS = 30
const ROUNDS = 5

const resolvePath = (path) => fileURLToPath(new URL(path, import.meta.url))
await build({
  root: resolvePath('cards'),
  configFile: resolvePath('cards/vite.config.ts'),
  logLevel: 'error',
})

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
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
const origin = `http://127.0.0.1:${server.address().port}`

const { isBundled: _, ...launch } = await findChromium()
const browser = await chromium.launch(launch)
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Opens a page of cards in its own process; `getTaskMs` reads its main-thread time. */
async function openPage(variant, count, poll) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } })
  const page = await context.newPage()
  // The other variants throw for requests that closing their page aborts.
  if (variant.startsWith('ours')) {
    page.on('pageerror', (error) => {
      throw error
    })
  }
  await page.goto(`${origin}/?variant=${PAGES[variant]}&count=${count}&poll=${poll}`)
  await page.waitForFunction('globalThis.start')
  await page.evaluate(() => {
    globalThis.shift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.shift += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  const getTaskMs = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000
  }
  return { context, page, getTaskMs }
}

/** Average main-thread time of polling every card once, and time between two polls of a job, in milliseconds. */
async function measurePolling({ page, getTaskMs }, count) {
  await page.evaluate('service.gaps = { totalMs: 0, count: 0 }')
  const before = await getTaskMs()
  await sleep(ROUNDS * POLL_MS)
  const { totalMs, count: polls } = await page.evaluate('service.gaps')
  return { taskMs: ((await getTaskMs()) - before) / (polls / count), gap: totalMs / polls }
}

async function measure(variant, count) {
  const polling = await openPage(variant, count, POLL_MS)
  const { context, page, getTaskMs } = polling
  const before = await getTaskMs()
  await page.evaluate('start()')
  await page.waitForFunction(`service.polls >= ${count}`)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 500))))
  const mount = (await getTaskMs()) - before
  const shift = await page.evaluate('shift')
  const elements = await page.evaluate(`document.querySelectorAll('#root *').length / ${count}`)
  await sleep(2 * POLL_MS)

  const unchanged = await measurePolling(polling, count)
  const advance = setInterval(() => page.evaluate('service.step++').catch(() => {}), POLL_MS)
  const changed = await measurePolling(polling, count)
  clearInterval(advance)
  await context.close()

  const idle = await openPage(variant, count, 'never')
  await idle.page.evaluate('start()')
  await sleep(6_000)
  const clocksBefore = await idle.getTaskMs()
  await sleep(5_000)
  const clocks = ((await idle.getTaskMs()) - clocksBefore) / 5
  await idle.context.close()

  return {
    unchanged: unchanged.taskMs,
    changed: changed.taskMs,
    // TanStack Query counts the interval from the response, setInterval from the request.
    made: Math.min(1, (POLL_MS + RESPONSE_DELAY_MS) / Math.max(unchanged.gap, changed.gap)),
    clocks,
    mount,
    shift,
    elements,
  }
}

const failures = []
for (const count of COUNTS.length > 0 ? COUNTS : [1, 100, 1_000]) {
  const results = {}
  for (const variant of VARIANTS) results[variant] = await measure(variant, count)
  const ms = (value) => Number(value.toFixed(value < 10 ? 1 : 0))
  console.log(
    `\n${count} cards, polled every ${POLL_MS / 1000} s: main-thread ms per round; clocks: ms per second without polling`,
  )
  console.table(
    Object.fromEntries(
      Object.entries(results).map(
        ([variant, { unchanged, changed, made, clocks, mount, shift, elements }]) => [
          variant,
          {
            unchanged: ms(unchanged),
            changed: ms(changed),
            'polls made': `${Math.round(made * 100)} %`,
            clocks: ms(clocks),
            mount: ms(mount),
            'layout shift': Number(shift.toFixed(2)),
            'elements per card': Math.round(elements),
          },
        ],
      ),
    ),
  )
  if (count < 1_000) continue
  const { ours, handWritten, plainQuery } = results
  const limits = {
    'unchanged ≤ 0.3 of hand-written': [ours.unchanged / handWritten.unchanged, 0.3],
    'changed ≤ 0.5 of hand-written': [ours.changed / handWritten.changed, 0.5],
    'clocks ≤ 0.05 of hand-written': [ours.clocks / handWritten.clocks, 0.05],
    'mount ≤ plain useQuery': [ours.mount / plainQuery.mount, 1],
    'no layout shift': [ours.shift, 0.005],
    'every poll is made': [1 - ours.made, 0.02],
  }
  for (const [name, [value, limit]] of Object.entries(limits)) {
    console.log(`${value <= limit ? '✓' : '✗'} ${name}: ${value.toFixed(3)}`)
    if (value > limit) failures.push(name)
  }
}
await browser.close()
server.close()
process.exitCode = failures.length > 0 ? 1 : 0
