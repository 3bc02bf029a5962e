import { defineBrowserProvider } from '@vitest/browser'
import { launchFirefox } from './driver/launchFirefox.js'
import { launchWebKit } from './driver/launchWebKit.js'
import type { TestBrowser } from './driver/TestBrowser.js'

/** Vitest browser provider that opens the page of the stories. They need no commands of a provider. */
export const storybookProvider = (name: 'firefox' | 'webkit') =>
  defineBrowserProvider({
    name,
    providerFactory() {
      let browser: TestBrowser | undefined
      return {
        name,
        supportsParallelism: false,
        getCommandsContext: () => ({}),
        async openPage(_sessionId, url) {
          browser = await (name === 'firefox' ? launchFirefox() : launchWebKit())
          const page = await browser.openPage()
          // Larger stories would be scaled down.
          await page.setSize(1280, 1600)
          await page.goto(url)
        },
        close: () => browser?.close(),
      }
    },
  })
