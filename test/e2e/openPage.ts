import { type Browser, chromium, type Locator, type Page } from 'playwright'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { findChromium } from '../../scripts/findChromium.mjs'

let browser: Browser

/** Starts a browser for the tests of a file. */
export function startBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch(await findChromium())
  })
  afterAll(() => browser.close())
}

/** A page in a context of its own, for one test. */
export async function openPage(): Promise<Page> {
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  return context.newPage()
}

/** Collects what the browser's console warns of, and errors that nothing caught. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  return complaints
}

/** The text where it is to be seen: a card has words that only narrow ones show. */
export function visibleText(place: Locator, text: string | RegExp): Locator {
  return place.getByText(text, { exact: true }).filter({ visible: true })
}
