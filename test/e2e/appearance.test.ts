import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { openPage, startBrowser } from '../support/openPage.js'
import { cards } from './locators.js'
import { serveDashboard } from './serveDashboard.js'

startBrowser()

async function openDashboard(page: Page): Promise<void> {
  await page.goto(await serveDashboard({}))
}

test('the theme is the system’s until somebody chooses, and the choice is kept', async () => {
  const page = await openPage()
  await openDashboard(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const theme = page.getByRole('switch', { name: 'Dark theme' })
  await expect.poll(() => theme.getAttribute('aria-checked')).toBe('true')
  await theme.click()
  await page.reload()
  expect(await theme.getAttribute('aria-checked')).toBe('false')
  expect(await page.locator('html').getAttribute('data-theme')).toBe('light')
})

test.each([
  ['no-preference', true],
  ['reduce', false],
] as const)(
  'of somebody whose system says %s for motion, things that load move: %s',
  async (reducedMotion, moves) => {
    const page = await openPage()
    await page.emulateMedia({ reducedMotion })
    await page.route('**/prompt-optimization-jobs/*', () => {})
    await openDashboard(page)
    await cards(page).first().waitFor()
    const animations = await page.evaluate(() => document.getAnimations().length)
    expect(animations > 0).toBe(moves)
  },
)

test('in forced colours, what is done of a bar differs from what is to come', async () => {
  const page = await openPage()
  await page.emulateMedia({ forcedColors: 'active' })
  await openDashboard(page)
  const bar = cards(page).locator('.rpo-bar:has([data-state=done]):has([data-state=upcoming])').first()
  await bar.waitFor()
  const colourOf = (state: string) =>
    bar
      .locator(`[data-state=${state}]`)
      .first()
      .evaluate((segment) => getComputedStyle(segment).backgroundColor)
  expect(await colourOf('done')).not.toBe(await colourOf('upcoming'))
})
