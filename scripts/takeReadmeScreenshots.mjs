// Takes the screenshots of the README from the built Storybook: `npm run screenshots:readme`.
import { chromium } from 'playwright'
import { preview } from 'vite'
import { findChromium } from './findChromium.mjs'

/** Stories by the name of their picture. */
const STORIES = {
  card: 'jobstatuscard-side-by-side--side-by-side',
  list: 'joblist--expanded-row',
  outcome: 'joboutcome--open',
}

const server = await preview({
  configFile: false,
  build: { outDir: 'storybook-static' },
  preview: { port: 0, host: '127.0.0.1' },
})
const browser = await chromium.launch(await findChromium())
const page = await browser.newPage({ deviceScaleFactor: 2, reducedMotion: 'reduce' })
for (const [name, story] of Object.entries(STORIES)) {
  for (const theme of ['light', 'dark']) {
    const origin = server.resolvedUrls?.local[0]
    await page.goto(`${origin}iframe.html?id=${story}&viewMode=story`)
    await page.locator('.rpo-card, .rpo-row').first().waitFor()
    // Its play function has run.
    await page.waitForLoadState('networkidle')
    await page.locator('html[data-theme]').waitFor({ state: 'attached' })
    await page.evaluate(async (selectedTheme) => {
      document.documentElement.dataset.theme = selectedTheme
      // The play function may have focused a button.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      await document.fonts.ready
    }, theme)
    const box = await page.locator('.stage-content > *').first().boundingBox()
    if (!box) throw new Error(`The story ${story} rendered nothing.`)
    const path = `docs/${name}-${theme}.png`
    const clip = { x: box.x - 24, y: box.y - 24, width: box.width + 48, height: box.height + 48 }
    await page.screenshot({ path, clip, fullPage: true })
    console.log(`Wrote ${path}.`)
  }
}
await browser.close()
await server.close()
