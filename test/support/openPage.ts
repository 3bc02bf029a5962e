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
export function collectConsoleErrors(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  return complaints
}

/** Collects the origins of what the page asks for. */
export function collectOrigins(page: Page): Set<string> {
  const origins = new Set<string>()
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http')) origins.add(origin)
  })
  return origins
}

/** Collects the ids of the jobs that the page asks for, each as often as it does. */
export function collectJobRequests(page: Page): string[] {
  const jobIds: string[] = []
  page.on('request', (request) => {
    const id = /\/prompt-optimization-jobs\/([^/?]+)$/.exec(request.url())?.[1]
    if (id) jobIds.push(id)
  })
  return jobIds
}

/** The text where it is to be seen: a card has words that only narrow ones show. */
export function visibleText(place: Locator, text: string | RegExp): Locator {
  return place.getByText(text, { exact: true }).filter({ visible: true })
}
