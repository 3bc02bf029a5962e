import { expect, test } from 'vitest'
import { measureScrollJumps } from '../support/measureScrollJumps.js'
import { serveCards } from './serveCards.js'
import { openPage, startBrowser } from './startBrowser.js'

startBrowser()

test.each([
  ['left to right', 'en', 'ltr'],
  ['right to left', 'ar', 'rtl'],
] as const)('nothing overflows at 240 px, %s', async (_, locale, direction) => {
  const server = await serveCards({ locale, direction })
  const page = await openPage()
  await page.goto(`${server.origin}/frame`)
  const countRows = () =>
    page.evaluate(() => window.frames[0]?.document.querySelectorAll('.rpo-row-trigger').length)
  await expect.poll(countRows, { timeout: 10_000 }).toBe(7)

  const overflowing = await page.evaluate(async () => {
    const { document: cards } = window.frames[0] as Window
    // Everything that can be expanded is: rows and details, then the cards in the rows, and confirmations.
    for (let round = 0; round < 2; round++) {
      for (const button of cards.querySelectorAll<HTMLElement>(
        'button[aria-expanded=false], form [type=submit]',
      ))
        button.click()
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
    const { scrollWidth, clientWidth } = cards.documentElement
    // In a row, the header of the card is only read, and clipped.
    const shown = cards.querySelectorAll('section :not(.rpo-row-card .rpo-header *)')
    const outside = [...shown].filter((element) => {
      const { left, right } = element.getBoundingClientRect()
      return right - left > 1 && (left < -0.5 || right > clientWidth + 0.5)
    })
    return [`${scrollWidth} of ${clientWidth} px`, ...outside.map(({ className }) => String(className))]
  })
  expect(overflowing).toEqual(['240 of 240 px'])
})

test.each([
  ['en', 'ltr', true],
  ['ar', 'rtl', false],
] as const)('progress runs in the direction of the text (%s)', async (locale, direction, isLeftToRight) => {
  const server = await serveCards({ locale, direction })
  const page = await openPage()
  await page.goto(server.origin)
  const [first, last, icon, title] = await page.evaluate(() =>
    ['.rpo-bar > :first-child', '.rpo-bar > :last-child', '.rpo-status-icon', '.rpo-title'].map(
      (selector) => document.querySelector(`#running-withSteps ${selector}`)?.getBoundingClientRect().left,
    ),
  )
  expect(Number(first) < Number(last)).toBe(isLeftToRight)
  expect(Number(icon) < Number(title)).toBe(isLeftToRight)
})

// Firefox anchors the page; WebKit does not, so there cards are not skipped.
test('cards and rows that are first rendered while scrolling up do not move the page', async () => {
  const server = await serveCards({ isSkipping: true })
  const page = await openPage()
  await page.goto(server.origin)
  await expect.poll(() => page.evaluate(() => document.querySelectorAll('.rpo-row-trigger').length)).toBe(7)
  expect(await page.evaluate(measureScrollJumps)).toBeLessThan(2)
})
