import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { startWebDriver } from './startWebDriver.js'
import { startXvfb } from './startXvfb.js'
import type { LaunchOptions, TestBrowser } from './TestBrowser.js'
import { WebKitPage } from './WebKitPage.js'

const run = promisify(execFile)

/** Launches WebKitGTK's MiniBrowser, which has no headless mode, on a display of its own. */
export async function launchWebKit({ isSystemDark = false }: LaunchOptions = {}): Promise<TestBrowser> {
  const { display, close: closeDisplay } = await startXvfb()
  const env = {
    ...process.env,
    DISPLAY: display,
    GDK_BACKEND: 'x11',
    GTK_THEME: isSystemDark ? 'Adwaita:dark' : 'Adwaita',
    // root and most containers lack the privileges for the sandbox.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  }
  try {
    const { sendCommand, close } = await startWebDriver(env)
    // It stays, because MiniBrowser ends with its last window.
    const firstHandle = await sendCommand<string>('GET', '/window')
    return {
      async openPage() {
        // Commands need a window that is open.
        await sendCommand('POST', '/window', { handle: firstHandle })
        const { handle } = await sendCommand<{ handle: string }>('POST', '/window/new', { type: 'window' })
        const page = new WebKitPage(handle, sendCommand)
        await page.evaluate((_, title) => {
          document.title = title
        }, handle)
        // There is no window manager to focus a window, and without focus nothing matches `:focus-visible`.
        await run(
          'xdotool',
          ['search', '--sync', '--onlyvisible', '--name', handle, 'windowfocus', '--sync'],
          {
            env,
            timeout: 10_000,
          },
        )
        await page.setSize(1280, 1600)
        return page
      },
      async close() {
        await close()
        await closeDisplay()
      },
    }
  } catch (error) {
    await closeDisplay()
    throw error
  }
}
