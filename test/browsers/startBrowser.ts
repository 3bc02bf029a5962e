import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { launchFirefox } from './driver/launchFirefox.js'
import { launchWebKit } from './driver/launchWebKit.js'
import type { LaunchOptions, TestBrowser, TestPage } from './driver/TestBrowser.js'

let browser: TestBrowser

/** Shares the browser of the project among the tests of a file. */
export function startBrowser(options?: LaunchOptions): void {
  beforeAll(async () => {
    browser = await (process.env.BROWSER === 'firefox' ? launchFirefox(options) : launchWebKit(options))
  })
  afterAll(() => browser?.close())
}

/** Window for one test. */
export async function openPage(): Promise<TestPage> {
  const page = await browser.openPage()
  onTestFinished(() => page.close())
  return page
}
