import { expect, test } from 'vitest'
import { collectConsoleErrors, openPage, startBrowser } from '../support/openPage.js'
import {
  cancelJob,
  getCard,
  getRow,
  getStatus,
  getTrigger,
  LONG_TIMEOUT,
  rows,
  startAnother,
  startJob,
} from './locators.js'
import { serveDashboard } from './serveDashboard.js'

startBrowser()

/** Wraps every text of the page in elements, as the translators of Chrome and Edge do. Runs in the page. */
function translatePage(): void {
  const translate = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walker.nextNode()) texts.push(walker.currentNode as Text)
    for (const text of texts) {
      if (text.parentElement?.matches('font, script, style, textarea')) continue
      const [outer, inner] = [document.createElement('font'), document.createElement('font')]
      inner.textContent = text.data
      outer.append(inner)
      text.replaceWith(outer)
    }
  }
  const observe = () => {
    translate()
    const observer = new MutationObserver(translate)
    observer.observe(document.body, { childList: true, characterData: true, subtree: true })
  }
  document.addEventListener('DOMContentLoaded', observe)
}

test('a translated dashboard starts a job, follows it and cancels another', async () => {
  const origin = await serveDashboard({ SIMULATOR_SPEED: '30' })
  const page = await openPage()
  const consoleErrors = collectConsoleErrors(page)
  await page.addInitScript(translatePage)
  await page.goto(origin)
  await rows(page).first().waitFor()

  const first = await startJob(page)
  const firstRow = getRow(page, first)
  await getStatus(firstRow, 'Running').waitFor(LONG_TIMEOUT)
  // The visible clock of an expanded row is in its trigger.
  const elapsed = getTrigger(firstRow).locator('.rpo-row-duration')
  const before = await elapsed.textContent()
  await expect.poll(() => elapsed.textContent(), { timeout: 5_000 }).not.toBe(before)

  const second = await startJob(page, startAnother)
  const secondRow = getRow(page, second)
  await cancelJob(getCard(secondRow))
  await getStatus(secondRow, 'Canceled').waitFor(LONG_TIMEOUT)

  await getStatus(firstRow, 'Completed').waitFor(LONG_TIMEOUT)
  await getTrigger(firstRow)
    .getByText(/^Finished .*(ago|just now)/)
    .waitFor()
  expect(await page.locator('font').count()).toBeGreaterThan(50)
  expect(consoleErrors).toEqual([])
})
