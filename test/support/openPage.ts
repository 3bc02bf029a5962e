import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { findChromium } from '../../scripts/findChromium.mjs'

let browser: Browser

/** Shares one browser among the tests of a file. */
export function startBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch(await findChromium())
  })
  afterAll(() => browser.close())
}

/** Page in its own browser context, for one test. */
export async function openPage(options?: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options)
  onTestFinished(() => context.close())
  return context.newPage()
}

/** Collects console warnings and errors, and uncaught errors. */
export function collectConsoleErrors(page: Page): string[] {
  const messages: string[] = []
  page.on('pageerror', (error) => messages.push(String(error)))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) messages.push(message.text())
  })
  return messages
}

/** Collects the origins of the page's requests. */
export function collectOrigins(page: Page): Set<string> {
  const origins = new Set<string>()
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http')) origins.add(origin)
  })
  return origins
}

/** Collects the job ID of every `getJob` request, duplicates included. */
export function collectJobRequests(page: Page): string[] {
  const jobIds: string[] = []
  page.on('request', (request) => {
    const id = /\/prompt-optimization-jobs\/([^/?]+)$/.exec(request.url())?.[1]
    if (id) jobIds.push(id)
  })
  return jobIds
}

/** Visible match only: a card also contains labels that are hidden at the current width. */
export function visibleText(place: Locator, text: string | RegExp): Locator {
  return place.getByText(text, { exact: true }).filter({ visible: true })
}
