import { expect, test } from 'vitest'
import type { TestPage } from './driver/TestBrowser.js'
import { serveCards } from './serveCards.js'
import { serveDashboard } from './serveDashboard.js'
import { openPage, startBrowser } from './startBrowser.js'

startBrowser({ isSystemDark: true })

const LIGHT = 'rgb(255, 255, 255)'
const DARK = 'rgb(20, 20, 22)'

const getBackground = (page: TestPage) =>
  page.evaluate(() => {
    // The home page of the dashboard has a list instead of cards.
    const surface = document.querySelector('.rpo-card, .rpo-rows')
    return surface && getComputedStyle(surface).backgroundColor
  })

test('cards follow the system, and `data-theme` of any ancestor in both directions', async () => {
  const { origin } = await serveCards()
  const page = await openPage()
  await page.goto(origin)
  const setTheme = (selector: string, theme: string) =>
    page.evaluate(
      (_, element, value) => document.querySelector(element)?.setAttribute('data-theme', value),
      selector,
      theme,
    )
  expect(await getBackground(page)).toBe(DARK)
  await setTheme('html', 'light')
  expect(await getBackground(page)).toBe(LIGHT)
  await setTheme('section', 'dark')
  expect(await getBackground(page)).toBe(DARK)
  await setTheme('html', 'dark')
  await setTheme('section', 'light')
  expect(await getBackground(page)).toBe(LIGHT)
})

test('cards follow the color scheme of their parent', async () => {
  const { origin } = await serveCards()
  const page = await openPage()
  await page.goto(origin)
  await page.evaluate(() => document.body.style.setProperty('color-scheme', 'light'))
  expect(await getBackground(page)).toBe(LIGHT)
})

test('dashboard follows the system theme until the user switches it, and persists the choice', async () => {
  const { origin } = await serveDashboard()
  const page = await openPage()
  await page.goto(origin)
  const isDark = () =>
    page.evaluate(({ screen }) => screen.getByRole('switch', { name: 'Dark theme' }).ariaChecked)
  await expect.poll(isDark, { timeout: 10_000 }).toBe('true')
  await expect.poll(() => getBackground(page), { timeout: 10_000 }).toBe(DARK)
  await page.click(({ screen }) => screen.getByRole('switch', { name: 'Dark theme' }))
  await page.reload()
  await expect.poll(isDark, { timeout: 10_000 }).toBe('false')
  await expect.poll(() => getBackground(page), { timeout: 10_000 }).toBe(LIGHT)
})
