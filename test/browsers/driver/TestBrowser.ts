import type { Dom } from '../pages/dom.js'

/** Runs in the page, so it must not refer to variables of the test file. Arguments and result are JSON, or an element. */
export type InPage<Args extends unknown[], Result> = (dom: Dom, ...args: Args) => Result | Promise<Result>

/** A window of a browser. */
export interface TestPage {
  /** Resolves once the page has loaded. */
  goto(url: string): Promise<void>
  reload(): Promise<void>
  evaluate<Args extends unknown[], Result>(run: InPage<Args, Result>, ...args: Args): Promise<Result>
  /** Waits for an element and clicks it as a user does: scrolls to it, and dispatches trusted events at its position. */
  click<Args extends unknown[]>(find: InPage<Args, Element>, ...args: Args): Promise<void>
  /** Presses keys one after another. */
  press(...keys: ('Tab' | 'Enter')[]): Promise<void>
  setSize(width: number, height: number): Promise<void>
  hide(): Promise<void>
  show(): Promise<void>
  setOffline(isOffline: boolean): Promise<void>
  screenshot(): Promise<Uint8Array>
  /** Closes the window, unless it is closed. */
  close(): Promise<void>
}

export interface TestBrowser {
  /** Opens a window. All windows share storage, locks and channels. */
  openPage(): Promise<TestPage>
  /** Ends the browser and all processes started for it. */
  close(): Promise<void>
}

export interface LaunchOptions {
  isSystemDark?: boolean
}
