import { expect, test } from 'vitest'
import { collectConsoleErrors, openPage, startBrowser, visibleText } from '../support/openPage.js'
import { cards, getRow, LONG_TIMEOUT, running, startJob } from './locators.js'
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
  await cards(page).first().waitFor()

  const first = await startJob(page)
  const firstCard = running(page).getByRole('article', { name: first })
  await visibleText(firstCard, 'Running').waitFor(LONG_TIMEOUT)
  const elapsed = firstCard.locator('.rpo-elapsed')
  const before = await elapsed.textContent()
  await expect.poll(() => elapsed.textContent(), { timeout: 5_000 }).not.toBe(before)

  const second = await startJob(page)
  const secondCard = running(page).getByRole('article', { name: second })
  await secondCard.getByRole('button', { name: 'Cancel job' }).click()
  await secondCard
    .getByRole('group', { name: 'Cancel this job?' })
    .getByRole('button', { name: 'Cancel job' })
    .click()
  await visibleText(getRow(page, second), 'Canceled').waitFor(LONG_TIMEOUT)

  await visibleText(firstCard, 'Completed').waitFor(LONG_TIMEOUT)
  await visibleText(getRow(page, first), 'Completed').waitFor()
  await firstCard.getByText(/^Finished .* ago/).waitFor()
  expect(await page.locator('font').count()).toBeGreaterThan(50)
  expect(consoleErrors).toEqual([])
})
