import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { buildPage } from '../support/buildPage.js'
import { listen } from '../support/listen.js'
import { collectConsoleErrors, openPage, startBrowser } from '../support/openPage.js'
import { logFigures } from './logFigures.js'

startBrowser()

const MINUTE = 60_000

interface Soak {
  requests: number
  faults: number
  /** The ids of the jobs, and how each ends. */
  expected: [string, string][]
}

/** Serves `soakPage.tsx` for one test. */
async function servePage(): Promise<string> {
  const code = await buildPage(new URL('./soakPage.tsx', import.meta.url))
  return listen((request, response) => {
    if (request.url === '/page.js') response.setHeader('Content-Type', 'text/javascript').end(code)
    else {
      response
        .setHeader('Content-Type', 'text/html')
        .end(
          '<!doctype html><title>Soak</title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>',
        )
    }
  })
}

/** What is alive in the page once all garbage is gone. */
async function openMeter(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  return async () => {
    for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    const { metrics } = await session.send('Performance.getMetrics')
    const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN
    return { megabytes: usedSize / 1e6, nodes: metric('Nodes'), listeners: metric('JSEventListeners') }
  }
}

test('two hundred cards in an hour of faults: each job ends right, nothing is complained of, and the memory stays', async () => {
  const origin = await servePage()
  const page = await openPage()
  const complaints = collectConsoleErrors(page)
  await page.clock.install({ time: new Date('2026-01-15T12:00:00Z') })
  await page.goto(origin)
  const measure = await openMeter(page)
  const kinds = () =>
    page
      .locator('article')
      .evaluateAll((cards) => cards.map((card) => [card.id, card.getAttribute('data-kind')]))
  const soak = () => page.evaluate(() => (window as unknown as { soak(): Soak }).soak())

  const figures = []
  for (let minute = 1; minute <= 60; minute++) {
    await page.clock.runFor(MINUTE)
    if (minute % 10 === 0) figures.push({ minute, ...(await measure()) })
  }
  const { requests, faults, expected } = await soak()
  logFigures(`${requests} requests, ${faults} of them with a fault`)
  logFigures(figures.map((each) => JSON.stringify(each)).join('\n'))

  expect(faults).toBeGreaterThan(500)
  expect(await kinds()).toEqual(expected)
  expect(complaints).toEqual([])

  const [first, last] = [figures[0], figures.at(-1)] as [(typeof figures)[0], (typeof figures)[0]]
  expect(last.megabytes - first.megabytes).toBeLessThan(2)
  expect(last.listeners - first.listeners).toBeLessThan(100)

  // An hour in which nothing happens any more. What has looked at the page until now has left its own scripts there.
  const atRest = await measure()
  await page.clock.runFor(60 * MINUTE)
  expect((await soak()).requests).toBe(requests)
  const after = await measure()
  logFigures(JSON.stringify({ minute: 120, ...after }))
  expect(after.nodes - atRest.nodes).toBeLessThan(50)
  expect(after.listeners - atRest.listeners).toBeLessThan(5)
  expect(after.megabytes - atRest.megabytes).toBeLessThan(0.5)
})
