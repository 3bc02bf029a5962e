import { expect, test, vi } from 'vitest'
import { serveCards } from './serveCards.js'
import { openPage, startBrowser } from './startBrowser.js'

startBrowser()

test.each(['en', 'de', 'ar'])(
  'hydrates cards, list and form of a server in another time zone without console errors (%s)',
  async (locale) => {
    vi.stubEnv('TZ', 'Asia/Tokyo')
    const server = await serveCards({ locale })
    vi.unstubAllEnvs()
    const page = await openPage()
    await page.goto(server.origin)
    // The server renders placeholders of rows.
    const isHydrated = () => page.evaluate(() => document.querySelectorAll('.rpo-row-trigger').length > 0)
    await expect.poll(isHydrated, { timeout: 10_000 }).toBe(true)
    expect(server.consoleErrors).toEqual([])
  },
)
