import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { openPage, startBrowser } from '../support/openPage.js'
import { expand, getTrigger, rows } from './locators.js'
import { serveDashboard } from './serveDashboard.js'

startBrowser()

async function openDashboard(page: Page): Promise<void> {
  await page.goto(await serveDashboard({}))
}

test('dashboard follows the system theme until the user switches it, and persists the choice', async () => {
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
  'dashboard with prefers-reduced-motion: %s animates loading states: %s',
  async (reducedMotion, isAnimated) => {
    const page = await openPage()
    await page.emulateMedia({ reducedMotion })
    await page.route('**/prompt-optimization-jobs/*', () => {})
    await openDashboard(page)
    const card = await expand(rows(page).first())
    const [inCard, inPage] = await card.evaluate(async (element) => {
      // In its first frame, the content of a card is skipped.
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      await nextFrame()
      await nextFrame()
      return [element.getAnimations({ subtree: true }), document.getAnimations()].map(({ length }) => length)
    })
    expect(Number(inCard) > 0).toBe(isAnimated)
    expect(Number(inPage) > 0).toBe(isAnimated)
  },
)

test('forced colors: the progress bar distinguishes done from upcoming segments, and icons follow the theme', async () => {
  const page = await openPage()
  await page.emulateMedia({ forcedColors: 'active' })
  await openDashboard(page)
  const row = rows(page).nth(1)
  const card = await expand(row)
  const bar = card.locator('.rpo-bar:has([data-state=done]):has([data-state=upcoming])')
  await bar.waitFor()
  const getColor = (state: string) =>
    bar
      .locator(`[data-state=${state}]`)
      .first()
      .evaluate((segment) => getComputedStyle(segment).backgroundColor)
  expect(await getColor('done')).not.toBe(await getColor('upcoming'))
  const getBackground = (className: string) =>
    getTrigger(row)
      .locator(className)
      .evaluate((element) => getComputedStyle(element).backgroundColor)
  expect(await getBackground('.rpo-status-icon')).toBe(await getBackground('.rpo-badge'))
})

test('inputs on a touch screen have text that iOS does not zoom into', async () => {
  const page = await openPage({ hasTouch: true, isMobile: true })
  await openDashboard(page)
  const inputs = page.locator('input:not([type=checkbox]), textarea, select')
  await page.getByText('Questions about refunds').waitFor()
  const sizes = await inputs.evaluateAll((all) =>
    all.map((input) => Number.parseFloat(getComputedStyle(input).fontSize)),
  )
  expect(sizes.length).toBeGreaterThanOrEqual(3)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16)
})
