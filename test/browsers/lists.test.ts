import { expect, test } from 'vitest'
import { serveCards } from './serveCards.js'
import { openPage, startBrowser } from './startBrowser.js'

startBrowser()

// The driver of WebKitGTK reports the role that the element has without this rule of Safari.
test('lists without markers have an explicit role, because Safari exposes no others as lists', async () => {
  const server = await serveCards()
  const page = await openPage()
  await page.goto(server.origin)
  await page.evaluate(() => {
    for (const trigger of document.querySelectorAll<HTMLElement>('.rpo-details-trigger')) trigger.click()
  })
  const getRoles = () =>
    page.evaluate(() =>
      [...document.querySelectorAll(':is(ul, ol):not([aria-hidden], [aria-hidden] *)')]
        .filter((list) => getComputedStyle(list).listStyleType === 'none')
        .map((list) => `${list.className}: ${list.getAttribute('role')}`),
    )
  await expect
    .poll(async () => [...new Set(await getRoles())].sort(), { timeout: 10_000 })
    .toEqual(['rpo-rows: list', 'rpo-sources: list', 'rpo-steps: list'])
})
