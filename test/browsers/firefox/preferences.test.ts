import { expect, onTestFinished, test } from 'vitest'
import { launchFirefox } from '../driver/launchFirefox.js'
import { serveCards } from '../serveCards.js'

// WebKitGTK has no setting for either.

async function openCards(preferences: Record<string, number>) {
  const browser = await launchFirefox({ preferences })
  onTestFinished(() => browser.close())
  const page = await browser.openPage()
  await page.goto((await serveCards()).origin)
  return page
}

test.each([
  ['no-preference', true, 0],
  ['reduce', false, 1],
])('prefers-reduced-motion: %s animates loading states: %s', async (_, isAnimated, value) => {
  const page = await openCards({ 'ui.prefersReducedMotion': value })
  await page.evaluate(() => document.querySelector('#pending-loading')?.scrollIntoView())
  const countAnimations = () => page.evaluate(() => document.getAnimations().length)
  if (isAnimated) await expect.poll(countAnimations).toBeGreaterThan(0)
  else expect(await countAnimations()).toBe(0)
})

test('progress bar distinguishes done from upcoming segments in forced colors', async () => {
  const page = await openCards({ 'browser.display.document_color_use': 2 })
  const [isForced, done, upcoming] = await page.evaluate(() => [
    matchMedia('(forced-colors: active)').matches,
    ...['done', 'upcoming'].map((state) => {
      const segment = document.querySelector(`#running-withSteps .rpo-bar [data-state=${state}]`) as Element
      return getComputedStyle(segment).backgroundColor
    }),
  ])
  expect(isForced).toBe(true)
  expect(done).not.toBe(upcoming)
})
