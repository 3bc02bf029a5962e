import { buildScript } from './buildScript.js'
import type { SendCommand } from './startWebDriver.js'
import type { InPage, TestPage } from './TestBrowser.js'
import { TIMEOUT_MS } from './timeoutMs.js'
import { waitUntil } from './waitUntil.js'

type ElementReference = Record<string, string>

const KEYS = { Tab: '\uE004', Enter: '\uE007' }

/** A window of MiniBrowser, driven with classic WebDriver. */
export class WebKitPage implements TestPage {
  readonly #handle: string
  readonly #sendToCurrent: SendCommand
  #isClosed = false
  #size = { width: 1280, height: 1600 }

  constructor(handle: string, sendCommand: SendCommand) {
    this.#handle = handle
    this.#sendToCurrent = sendCommand
  }

  async goto(url: string): Promise<void> {
    await this.#load(() => this.#send('POST', '/url', { url }))
  }

  async reload(): Promise<void> {
    await this.#load(() => this.evaluate(() => location.reload()))
  }

  evaluate<Args extends unknown[], Result>(run: InPage<Args, Result>, ...args: Args): Promise<Result> {
    return this.#send('POST', '/execute/sync', { script: `return ${buildScript(run, args)}`, args: [] })
  }

  async click<Args extends unknown[]>(find: InPage<Args, Element>, ...args: Args): Promise<void> {
    const element: unknown = await waitUntil(() => this.evaluate(find, ...args), TIMEOUT_MS)
    await this.#send('POST', `/element/${Object.values(element as ElementReference)[0]}/click`, {})
  }

  async press(...keys: ('Tab' | 'Enter')[]): Promise<void> {
    const actions = keys.flatMap((key) => ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] })))
    await this.#send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] })
  }

  async setSize(width: number, height: number): Promise<void> {
    this.#size = { width, height }
    await this.show()
    // The command does not wait for the layout, and a click would miss an element that moves.
    await waitUntil(() => this.evaluate((_, expected) => innerWidth === expected, width), TIMEOUT_MS)
  }

  async hide(): Promise<void> {
    await this.#send('POST', '/window/minimize', {})
  }

  async show(): Promise<void> {
    await this.#send('POST', '/window/rect', { x: 0, y: 0, ...this.#size })
  }

  /** Only the events: the driver has no command, and the server of the test stands in for the network. */
  async setOffline(isOffline: boolean): Promise<void> {
    await this.evaluate((_, type) => void dispatchEvent(new Event(type)), isOffline ? 'offline' : 'online')
  }

  async screenshot(): Promise<Uint8Array> {
    return Buffer.from(await this.#send<string>('GET', '/screenshot'), 'base64')
  }

  async close(): Promise<void> {
    if (!this.#isClosed) await this.#send('DELETE', '/window')
    this.#isClosed = true
  }

  async #load(navigate: () => Promise<unknown>): Promise<void> {
    await this.evaluate(() => {
      document.documentElement.dataset['old'] = ''
    })
    await navigate()
    const isLoaded = () =>
      this.evaluate(() => document.readyState === 'complete' && !('old' in document.documentElement.dataset))
    await waitUntil(isLoaded, TIMEOUT_MS)
  }

  /** Switches to this window first, as other pages may have sent the previous commands. */
  async #send<T = null>(method: string, path: string, body?: object): Promise<T> {
    await this.#sendToCurrent('POST', '/window', { handle: this.#handle })
    return this.#sendToCurrent(method, path, body)
  }
}
