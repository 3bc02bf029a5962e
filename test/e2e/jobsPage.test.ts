import type { Page } from 'playwright'
import { beforeAll, expect, test } from 'vitest'
import { buildPage } from '../support/buildPage.js'
import { measureScrollJumps } from '../support/measureScrollJumps.js'
import { collectConsoleErrors, openPage, startBrowser } from '../support/openPage.js'
import { servePage } from '../support/servePage.js'

startBrowser()

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:"

let code: string

beforeAll(async () => {
  code = await buildPage(new URL('./jobsPage.tsx', import.meta.url))
})

async function openJobs(page: Page, { search = '', policy = '' } = {}): Promise<void> {
  await page.goto((await servePage(code, policy)) + search)
  await page.locator('.rpo-row').nth(59).waitFor({ state: 'attached' })
}

/** Height of the tallest stretch without text or a progress bar, in pixels. */
async function measureTallestGap(page: Page, screenshot: Buffer): Promise<number> {
  return page.evaluate(
    async (url) => {
      const { body: data } = await fetch(url)
      const { image } = await new ImageDecoder({ data: data as ReadableStream, type: 'image/png' }).decode()
      const pixels = new Uint8Array(image.allocationSize())
      await image.copyTo(pixels)
      const lineLength = pixels.length / image.codedHeight
      let tallest = 0
      let gap = 0
      for (let start = 0; start < pixels.length; start += lineLength) {
        const isBlank = pixels.subarray(start, start + lineLength).every((channel) => channel >= 128)
        gap = isBlank ? gap + 1 : 0
        tallest = Math.max(tallest, gap)
      }
      return tallest
    },
    `data:image/png;base64,${screenshot.toString('base64')}`,
  )
}

test('printing updates the clocks of off-screen cards', async () => {
  const page = await openPage()
  await page.clock.install()
  await openJobs(page)
  await page.clock.pauseAt(Date.now() + 600_000)
  await page.pdf()
  const clocks = await page.locator('.rpo-card[data-kind=running] .rpo-time').allTextContents()
  expect(clocks).toEqual(Array(20).fill('Started 13m ago'))
})

test('printed cards and rows are complete, light and without buttons', async () => {
  const page = await openPage()
  await openJobs(page)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.evaluate(() => {
    document.documentElement.style.colorScheme = 'dark'
  })

  const titles = page.locator('.rpo-title, .rpo-row-title')
  const areRendered = titles.evaluateAll((all) =>
    all.map((title) => title.checkVisibility({ contentVisibilityAuto: true })),
  )
  expect(await areRendered).toEqual(Array(100).fill(true))
  const text = page.locator('[data-collapsed]').first()
  expect(await text.evaluate((element) => element.scrollHeight - element.clientHeight)).toBe(0)
  expect(await text.evaluate((element) => getComputedStyle(element).maskImage)).toBe('none')
  const card = page.locator('.rpo-card').first()
  expect(await card.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  )
  const buttons = page.locator('button').filter({ visible: true })
  const classes = await buttons.evaluateAll((all) => all.map((button) => button.className))
  expect(classes).toEqual(Array(60).fill('rpo-row-trigger'))
})

test('full-page screenshot has no blank cards and rows with the style of the testing guide', async () => {
  const page = await openPage()
  await openJobs(page)
  const style = '.rpo-card, .rpo-row { content-visibility: visible }'
  const screenshot = await page.screenshot({ fullPage: true, style })
  expect(await measureTallestGap(page, screenshot)).toBeLessThan(100)
})

test('full-page screenshot of a list of 40 rows has no blank ones', async () => {
  const page = await openPage()
  await openJobs(page)
  const screenshot = await page.screenshot({
    fullPage: true,
    style: '.rpo-row:nth-child(n + 41) { display: none }',
  })
  expect(await measureTallestGap(page, screenshot)).toBeLessThan(100)
})

test('cards and rows that are first rendered while scrolling up do not move the page', async () => {
  const page = await openPage()
  await openJobs(page)
  expect(await page.evaluate(measureScrollJumps)).toBeLessThan(2)
})

test('shadow root with a strict Content Security Policy: live region is hidden, and cards follow the theme', async () => {
  const page = await openPage()
  const consoleErrors = collectConsoleErrors(page)
  await openJobs(page, { search: '?shadow', policy: POLICY })
  const region = page.getByRole('status')
  expect(await region.evaluate((element) => getComputedStyle(element).clipPath)).toBe('inset(50%)')
  const overflow = await region.evaluate((element) => {
    element.textContent = 'Prompt optimization: Step 2 of 4, Evaluating candidate prompts. '.repeat(20)
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect(overflow).toBe(0)

  const card = page.locator('.rpo-card').first()
  const getBackground = () => card.evaluate((element) => getComputedStyle(element).backgroundColor)
  expect(await getBackground()).toBe('rgb(255, 255, 255)')
  await page.locator('html').evaluate((html) => html.style.setProperty('color-scheme', 'dark'))
  expect(await getBackground()).toBe('rgb(20, 20, 22)')
  await page
    .locator('section')
    .first()
    .evaluate((section) => section.setAttribute('data-theme', 'light'))
  expect(await getBackground()).toBe('rgb(255, 255, 255)')
  expect(consoleErrors).toEqual([])
})
