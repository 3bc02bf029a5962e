// What a page of cards costs its main thread, in Chromium, beside other ways to write it. Prints tables.
// `npm run bench:cards`, or with other counts `npm run bench:cards -- 1 100 1000`.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { build } from 'vite'
import { findChromium } from '../scripts/findChromium.mjs'

/** How each variant is asked for. */
const PAGES = {
  ours: 'ours',
  byHand: 'byHand',
  plainQuery: 'plainQuery',
  byHandWithoutFold: 'byHand&fold=none',
  plainQueryWithoutFold: 'plainQuery&fold=none',
  mui: 'mui',
  dom: 'dom',
  requestsOnly: 'requestsOnly',
}
const VARIANTS = process.env.VARIANTS?.split(',') ?? Object.keys(PAGES)
const COUNTS = process.argv.slice(2).map(Number)
const POLL_MS = 2_000
// As in cards/answerFromMemory.ts.
const ANSWER_MS = 30
const ROUNDS = 5

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
await build({ root: here('cards'), configFile: here('cards/vite.config.ts'), logLevel: 'error' })

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const server = createServer(async ({ url = '' }, response) => {
  const { pathname } = new URL(url, 'http://service.test')
  try {
    const file = join(here('cards/dist'), pathname === '/' ? 'index.html' : pathname)
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
const pass = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Opens a page of cards in a process of its own, with a way to read what its main thread has done, in milliseconds. */
async function open(variant, count, poll) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } })
  const page = await context.newPage()
  // The others leave requests behind when their page is closed.
  if (variant === 'ours') {
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
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000
  }
  return { context, page, spent }
}

/** What asking for every card once costs, and what time lies between two polls of one job: in milliseconds, on average. */
async function watch({ page, spent }, count) {
  await page.evaluate('service.gaps = { totalMs: 0, count: 0 }')
  const before = await spent()
  await pass(ROUNDS * POLL_MS)
  const { totalMs, count: polls } = await page.evaluate('service.gaps')
  return { spent: ((await spent()) - before) / (polls / count), gap: totalMs / polls }
}

async function measure(variant, count) {
  const moving = await open(variant, count, POLL_MS)
  const { context, page, spent } = moving
  const before = await spent()
  await page.evaluate('start()')
  await page.waitForFunction(`service.polls >= ${count}`)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 500))))
  const mount = (await spent()) - before
  const shift = await page.evaluate('shift')
  const elements = await page.evaluate(`document.querySelectorAll('#root *').length / ${count}`)
  await pass(2 * POLL_MS)

  const unchanged = await watch(moving, count)
  const advance = setInterval(() => page.evaluate('service.step++').catch(() => {}), POLL_MS)
  const changed = await watch(moving, count)
  clearInterval(advance)
  await context.close()

  const still = await open(variant, count, 'never')
  await still.page.evaluate('start()')
  await pass(6_000)
  const clocksBefore = await still.spent()
  await pass(5_000)
  const clocks = ((await still.spent()) - clocksBefore) / 5
  await still.context.close()

  return {
    unchanged: unchanged.spent,
    changed: changed.spent,
    // TanStack Query waits from an answer on, and a hand-written interval from a question on.
    made: Math.min(1, (POLL_MS + ANSWER_MS) / Math.max(unchanged.gap, changed.gap)),
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
    `\n${count} cards, polled every ${POLL_MS / 1000} s: main-thread ms a round; clocks: ms a second without polling`,
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
            'elements a card': Math.round(elements),
          },
        ],
      ),
    ),
  )
  if (count < 1_000) continue
  const { ours, byHand, plainQuery } = results
  const bars = {
    'unchanged ≤ 0.3 of by hand': [ours.unchanged / byHand.unchanged, 0.3],
    'changed ≤ 0.5 of by hand': [ours.changed / byHand.changed, 0.5],
    'clocks ≤ 0.05 of by hand': [ours.clocks / byHand.clocks, 0.05],
    'mount ≤ plain useQuery': [ours.mount / plainQuery.mount, 1],
    'layout shift is 0': [ours.shift, 0.005],
    'every poll is made': [1 - ours.made, 0.02],
  }
  for (const [bar, [value, limit]] of Object.entries(bars)) {
    console.log(`${value <= limit ? '✓' : '✗'} ${bar}: ${value.toFixed(3)}`)
    if (value > limit) failures.push(bar)
  }
}
await browser.close()
server.close()
process.exitCode = failures.length > 0 ? 1 : 0
