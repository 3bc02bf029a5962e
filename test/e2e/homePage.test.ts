import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { openPage, startBrowser } from '../support/openPage.js'
import { expand, getCard, getRow, jobs, rows, startJob } from './locators.js'
import { serveDashboard } from './serveDashboard.js'

startBrowser()

const getTitles = (page: Page) => rows(page).locator('.rpo-row-title').allTextContents()

test('home page shows each job once, and one card of a job that was started or expanded', async () => {
  const page = await openPage()
  await page.goto(await serveDashboard({}))
  await rows(page).nth(7).waitFor()
  const titles = await getTitles(page)
  expect(new Set(titles).size).toBe(8)
  for (const title of titles) expect(await page.getByText(title).count()).toBe(1)
  expect(await page.getByRole('article').count()).toBe(0)

  const started = await startJob(page)
  await getCard(getRow(page, started)).waitFor()
  expect(await getRow(page, started).count()).toBe(1)
  expect(await page.getByRole('article').count()).toBe(1)
  const [, expanded] = titles as [string, string]
  await expand(getRow(page, expanded))
  expect(await page.getByRole('article', { name: expanded }).count()).toBe(1)
  expect(await page.getByRole('article').count()).toBe(2)
  expect(await rows(page).count()).toBe(9)
})

test('first row is at most eight tab stops away', async () => {
  const page = await openPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(await serveDashboard({}))
  await rows(page).first().waitFor()
  const stops: string[] = []
  const getFocused = () => page.evaluate(() => document.activeElement?.className ?? '')
  do {
    await page.keyboard.press('Tab')
    stops.push(await getFocused())
  } while (stops.at(-1) !== 'rpo-row-trigger' && stops.length < 20)
  expect(stops.at(-1)).toBe('rpo-row-trigger')
  expect(stops.length - 1).toBeLessThanOrEqual(8)
  // The next ones are the other rows, without controls between them.
  await page.keyboard.press('Tab')
  expect(await getFocused()).toBe('rpo-row-trigger')
})

test('on a phone, the jobs are above the form, and a link leads to the form', async () => {
  const page = await openPage({ viewport: { width: 390, height: 844 } })
  await page.goto(await serveDashboard({}))
  const row = rows(page).first()
  const form = page.locator('form')
  const [rowBox, formBox] = [await row.boundingBox(), await form.boundingBox()]
  if (!rowBox || !formBox) throw new Error('The row or the form is not visible.')
  expect(rowBox.y + rowBox.height).toBeLessThan(formBox.y)
  // Without scrolling.
  expect(rowBox.y + rowBox.height).toBeLessThan(844)

  await page.getByRole('link', { name: 'Start a job' }).press('Enter')
  const heading = page.getByRole('heading', { name: 'Start a job' })
  await expect
    .poll(() =>
      heading.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect()
        return top >= 0 && bottom <= window.innerHeight
      }),
    )
    .toBe(true)
  await page.keyboard.press('Tab')
  expect(await form.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  expect(await jobs(page).count()).toBe(1)
})
