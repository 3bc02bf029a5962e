import type { ElementHandle, Page } from 'puppeteer-core'
import { buildScript } from './buildScript.js'
import type { InPage, TestPage } from './TestBrowser.js'
import { TIMEOUT_MS } from './timeoutMs.js'
import { waitUntil } from './waitUntil.js'

/** A window of Firefox, driven with WebDriver BiDi. */
export class FirefoxPage implements TestPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async goto(url: string): Promise<void> {
    await this.#page.goto(url)
  }

  async reload(): Promise<void> {
    await this.#page.reload()
  }

  evaluate<Args extends unknown[], Result>(run: InPage<Args, Result>, ...args: Args): Promise<Result> {
    return this.#page.evaluate(buildScript(run, args)) as Promise<Result>
  }

  async click<Args extends unknown[]>(find: InPage<Args, Element>, ...args: Args): Promise<void> {
    const element = await waitUntil(() => this.#page.evaluateHandle(buildScript(find, args)), TIMEOUT_MS)
    await (element as ElementHandle).click()
  }

  async press(...keys: ('Tab' | 'Enter')[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key)
  }

  setSize(width: number, height: number): Promise<void> {
    return this.#page.setViewport({ width, height })
  }

  async hide(): Promise<void> {
    await this.#setState('minimized')
  }

  async show(): Promise<void> {
    await this.#setState('normal')
  }

  setOffline(isOffline: boolean): Promise<void> {
    return this.#page.setOfflineMode(isOffline)
  }

  screenshot(): Promise<Uint8Array> {
    return this.#page.screenshot()
  }

  async close(): Promise<void> {
    if (!this.#page.isClosed()) await this.#page.close()
  }

  async #setState(windowState: 'minimized' | 'normal'): Promise<void> {
    await this.#page.browser().setWindowBounds(await this.#page.windowId(), { windowState })
  }
}
