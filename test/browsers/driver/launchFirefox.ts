import puppeteer from 'puppeteer-core'
import { endWithTests } from './endWithTests.js'
import { FirefoxPage } from './FirefoxPage.js'
import { findBrowsers } from './findBrowsers.js'
import type { LaunchOptions, TestBrowser } from './TestBrowser.js'
import { TIMEOUT_MS } from './timeoutMs.js'

interface FirefoxOptions extends LaunchOptions {
  /** As on `about:config`. */
  preferences?: Record<string, number>
}

/** Launches Firefox without a display. */
export async function launchFirefox({
  isSystemDark = false,
  preferences,
}: FirefoxOptions = {}): Promise<TestBrowser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowsers().firefox,
    extraPrefsFirefox: { 'ui.systemUsesDarkTheme': isSystemDark ? 1 : 0, ...preferences },
    defaultViewport: null,
    timeout: TIMEOUT_MS,
    protocolTimeout: TIMEOUT_MS,
  })
  const firefox = browser.process()
  const end = firefox && endWithTests(firefox)
  return {
    // A tab would hide the other pages.
    openPage: async () => new FirefoxPage(await browser.newPage({ type: 'window' })),
    async close() {
      try {
        await browser.close()
      } finally {
        await end?.()
      }
    },
  }
}
