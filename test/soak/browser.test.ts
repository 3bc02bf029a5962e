import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { buildPage } from '../support/buildPage.js'
import { collectConsoleErrors, openPage, startBrowser } from '../support/openPage.js'
import { servePage } from '../support/servePage.js'
import { logFigures } from './logFigures.js'

startBrowser()

const MINUTE = 60_000

interface Soak {
  requests: number
  faults: number
  /** Pairs of job ID and expected kind. */
  expected: [string, string][]
}

/** Measures heap, DOM nodes and listeners after garbage collection. */
async function createMeter(page: Page) {
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

test('200 cards reach the right outcome after an hour of faults, without console errors or memory leaks', async () => {
  const code = await buildPage(new URL('./soakPage.tsx', import.meta.url))
  const page = await openPage()
  const consoleErrors = collectConsoleErrors(page)
  await page.clock.install({ time: new Date('2026-01-15T12:00:00Z') })
  await page.goto(await servePage(code))
  const measure = await createMeter(page)
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
  expect(consoleErrors).toEqual([])

  const [first, last] = [figures[0], figures.at(-1)] as [(typeof figures)[0], (typeof figures)[0]]
  expect(last.megabytes - first.megabytes).toBeLessThan(2)
  expect(last.listeners - first.listeners).toBeLessThan(100)

  // Measured again because Playwright’s own scripts stay in the page; nothing happens in the hour that follows.
  const atRest = await measure()
  await page.clock.runFor(60 * MINUTE)
  expect((await soak()).requests).toBe(requests)
  const after = await measure()
  logFigures(JSON.stringify({ minute: 120, ...after }))
  expect(after.nodes - atRest.nodes).toBeLessThan(50)
  expect(after.listeners - atRest.listeners).toBeLessThan(5)
  expect(after.megabytes - atRest.megabytes).toBeLessThan(0.5)
})
