import { expect, test } from 'vitest'
import {
  collectConsoleErrors,
  collectJobRequests,
  collectOrigins,
  openPage,
  startBrowser,
  visibleText,
} from '../support/openPage.js'
import {
  cancelJob,
  expand,
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

test('dashboard runs two jobs side by side: one is canceled, the other shows its results', async () => {
  const origin = await serveDashboard({ SIMULATOR_SPEED: '30' })
  const page = await openPage()
  const consoleErrors = collectConsoleErrors(page)
  const origins = collectOrigins(page)
  await page.goto(origin)
  await rows(page).first().waitFor()
  const before = await rows(page).count()

  const first = await startJob(page)
  await page.getByRole('link', { name: 'Open job', exact: true }).waitFor()
  const firstRow = getRow(page, first)
  const firstCard = getCard(firstRow)
  await getStatus(firstRow, 'Running').waitFor(LONG_TIMEOUT)
  const second = await startJob(page, startAnother)
  const secondRow = getRow(page, second)
  await getStatus(secondRow, /^(Queued|Running)$/).waitFor()
  await getStatus(firstRow, 'Running').waitFor()
  expect(await rows(page).count()).toBe(before + 2)

  await cancelJob(getCard(secondRow))
  await secondRow
    .getByText(/^Cancel(ing…?|ed)$/)
    .first()
    .waitFor()

  await page.reload()
  await expand(firstRow)
  // The first job ends soon, and the list may show the second as canceled only after its next poll.
  await getStatus(firstRow, 'Running').waitFor()
  await getStatus(secondRow, 'Canceled').waitFor(LONG_TIMEOUT)
  expect(await rows(page).count()).toBe(before + 2)

  await getStatus(firstRow, 'Completed').waitFor(LONG_TIMEOUT)
  await firstCard.getByText('Refund policy made explicit').waitFor()
  await firstCard.getByRole('link', { name: /^Comparison/ }).waitFor()
  await firstCard.getByRole('link', { name: /^Test run/ }).click()
  await page.getByRole('heading', { name: 'Support reply, optimized' }).waitFor()
  await page.getByRole('link', { name: 'All jobs' }).click()
  await getStatus(firstRow, 'Completed').waitFor()

  expect(consoleErrors).toEqual([])
  expect([...origins]).toEqual([origin])
})

test('start form starts one job on a double click', async () => {
  const page = await openPage()
  await page.goto(await serveDashboard({}))
  await rows(page).first().waitFor()
  const before = await rows(page).count()
  await page.getByRole('button', { name: 'Start job' }).dblclick()
  await page.getByText('Job started.').waitFor()
  await expect.poll(() => rows(page).count()).toBe(before + 1)
  await getCard(rows(page)).first().waitFor()
  expect(await getCard(rows(page)).count()).toBe(1)
})

test('page title counts jobs that end while the page has no focus, and resets on focus', async () => {
  const page = await openPage()
  await page.goto(await serveDashboard({ SIMULATOR_SPEED: '60' }))
  await rows(page).first().waitFor()
  await page.evaluate(() => {
    document.hasFocus = () => false
  })
  const name = await startJob(page)
  await expect.poll(() => page.title(), LONG_TIMEOUT).toBe('✓ 1 finished · Prompt optimization')

  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  expect(await page.title()).toBe('Prompt optimization')
  await getStatus(getRow(page, name), 'Completed').waitFor()
})

test('phase filter is stored in the URL and survives reload, back and forward', async () => {
  const page = await openPage()
  const origin = await serveDashboard({})
  await page.goto(origin)
  const visibleKinds = () => rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-kind')))
  const all = ['queued', 'running', 'running', 'running', 'completed', 'completed', 'failed', 'cancelled']
  await expect.poll(visibleKinds).toEqual(all)

  const filter = page.getByRole('navigation', { name: 'Filter jobs' })
  const counts = ['All 8', 'Active 4', 'Completed 2', 'Failed 1', 'Canceled 1']
  expect(await filter.getByRole('link').allTextContents()).toEqual(counts)
  await filter.getByRole('link', { name: /^Failed/ }).click()
  await expect.poll(visibleKinds).toEqual(['failed'])
  expect(page.url()).toBe(`${origin}/?phase=failed`)
  await filter.getByRole('link', { name: /^Active/ }).click()
  await expect.poll(visibleKinds).toEqual(['queued', 'running', 'running', 'running'])

  await page.goBack()
  await expect.poll(visibleKinds).toEqual(['failed'])
  await page.reload()
  await expect.poll(visibleKinds).toEqual(['failed'])
  expect(await filter.getByRole('link', { name: /^Failed/ }).getAttribute('aria-current')).toBe('page')
  await page.goForward()
  await expect.poll(visibleKinds).toEqual(['queued', 'running', 'running', 'running'])
  await filter.getByRole('link', { name: /^All/ }).click()
  await expect.poll(visibleKinds).toEqual(all)
})

test('row expands to its card and links to the job page, which survives a reload', async () => {
  const page = await openPage()
  const consoleErrors = collectConsoleErrors(page)
  await page.goto(await serveDashboard({}))
  const row = rows(page).filter({ hasText: 'Completed' }).first()
  await getTrigger(row).press('Enter')
  await row.getByText('What changed').waitFor()
  await row.getByRole('link', { name: /^Open/ }).click()

  const card = page.getByRole('article')
  await visibleText(card, 'Completed').waitFor()
  await page.reload()
  await card.getByText('What changed').waitFor()
  await card.getByRole('button', { name: /^Details/ }).click()
  await card.getByText('Original version').waitFor()
  await card.getByRole('link', { name: /^Test run/ }).waitFor()
  await page.getByRole('link', { name: 'All jobs' }).click()
  await row.waitFor()
  expect(consoleErrors).toEqual([])
})

test('job page cancels a running job', async () => {
  const page = await openPage()
  await page.goto(await serveDashboard({ SIMULATOR_SPEED: '60' }))
  const rowCard = await expand(rows(page).nth(1))
  await rowCard.getByRole('link', { name: /^Open/ }).click()
  await page.waitForURL('**/jobs/*')
  const card = page.getByRole('article')
  await visibleText(card, 'Running').waitFor()
  await cancelJob(card)
  await card.getByRole('button', { name: /^Canceling…/ }).waitFor()
  await page.reload()
  await visibleText(card, /^Cancel(ing|ed)$/).waitFor()
})

test('job page reports an unknown job and links back to the list', async () => {
  const page = await openPage()
  await page.goto(`${await serveDashboard({})}/jobs/5f0c9a1e-0000-4c2a-9e61-8d4f2b7a1c30`)
  await page.getByRole('article').getByText('Job not found.').waitFor()
  await page.getByRole('link', { name: 'All jobs' }).click()
  await rows(page).first().waitFor()
})

test('job list fetches no jobs that are off screen', async () => {
  const page = await openPage()
  const requestedJobs = collectJobRequests(page)
  await page.goto(await serveDashboard({ SIMULATOR_JOBS: '30' }))
  await rows(page).nth(29).waitFor({ state: 'attached' })
  const tops = await rows(page).evaluateAll((all) => all.map((row) => row.getBoundingClientRect().top))
  const visibleCount = tops.filter((top) => top < 720).length
  expect(visibleCount).toBeLessThan(18)
  await expect.poll(() => new Set(requestedJobs).size).toBe(visibleCount)
  expect(await getCard(rows(page)).count()).toBe(0)

  await rows(page).nth(18).scrollIntoViewIfNeeded()
  await rows(page).nth(18).getByText('Step 2 of 4').waitFor()
  expect(new Set(requestedJobs).size).toBeGreaterThan(visibleCount)
  const finishedRow = await rows(page).nth(29).textContent()
  expect(finishedRow).toContain('Canceled after 1m 20s')
  expect(new Set(requestedJobs).size).toBeLessThanOrEqual(20)
})
