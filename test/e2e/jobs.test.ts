import { expect, test } from 'vitest'
import {
  collectConsoleErrors,
  collectJobRequests,
  collectOrigins,
  openPage,
  startBrowser,
  visibleText,
} from '../support/openPage.js'
import { cards, getRow, jobs, LONG_TIMEOUT, rows, running, startJob } from './locators.js'
import { serveDashboard } from './serveDashboard.js'

startBrowser()

test('dashboard runs two jobs side by side: one is canceled, the other shows its results', async () => {
  const origin = await serveDashboard({ SIMULATOR_SPEED: '30' })
  const page = await openPage()
  const consoleErrors = collectConsoleErrors(page)
  const origins = collectOrigins(page)
  await page.goto(origin)
  await cards(page).first().waitFor()
  const before = await rows(page).count()

  const first = await startJob(page)
  await page.getByText('Started:').getByRole('link', { name: first }).waitFor()
  const firstCard = running(page).getByRole('article', { name: first })
  await visibleText(firstCard, 'Running').waitFor(LONG_TIMEOUT)
  const second = await startJob(page)
  const secondCard = running(page).getByRole('article', { name: second })
  await visibleText(secondCard, /^(Queued|Running)$/).waitFor()
  await visibleText(firstCard, 'Running').waitFor()
  expect(await rows(page).count()).toBe(before + 2)

  await secondCard.getByRole('button', { name: 'Cancel job' }).click()
  await secondCard
    .getByRole('group', { name: 'Cancel this job?' })
    .getByRole('button', { name: 'Cancel job' })
    .click()
  await secondCard
    .getByText(/^Cancel(ing…|ed)$/)
    .first()
    .waitFor()

  await page.reload()
  // The first job ends soon, and the list may show the second as canceled only after its next poll.
  await visibleText(firstCard, 'Running').waitFor()
  await visibleText(getRow(page, second), 'Canceled').waitFor(LONG_TIMEOUT)
  expect(await rows(page).count()).toBe(before + 2)

  await visibleText(firstCard, 'Completed').waitFor(LONG_TIMEOUT)
  await visibleText(getRow(page, first), 'Completed').waitFor()
  await firstCard.getByText('Refund policy made explicit').waitFor()
  await firstCard.getByRole('link', { name: 'Comparison' }).waitFor()
  await firstCard.getByRole('link', { name: 'Test run' }).click()
  await page.getByRole('heading', { name: 'Your app’s test run page' }).waitFor()
  await page.getByRole('link', { name: 'Back to jobs' }).click()
  await visibleText(getRow(page, first), 'Completed').waitFor()

  expect(consoleErrors).toEqual([])
  expect([...origins]).toEqual([origin])
})

test('start form starts one job on a double click', async () => {
  const page = await openPage()
  await page.goto(await serveDashboard({}))
  await cards(page).first().waitFor()
  const before = await rows(page).count()
  await page.getByRole('button', { name: 'Start job' }).dblclick()
  await page.getByText('Started:').waitFor()
  await expect.poll(() => rows(page).count()).toBe(before + 1)
  expect(await cards(page).count()).toBe(5)
})

test('page title counts jobs that end while the page has no focus, and resets on focus', async () => {
  const page = await openPage()
  await page.goto(await serveDashboard({ SIMULATOR_SPEED: '60' }))
  await cards(page).first().waitFor()
  await page.evaluate(() => {
    document.hasFocus = () => false
  })
  const name = await startJob(page)
  await expect.poll(() => page.title(), LONG_TIMEOUT).toBe('✓ 1 finished · Prompt optimization')

  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  expect(await page.title()).toBe('Prompt optimization')
  const card = running(page).getByRole('article', { name })
  await card.getByRole('button', { name: 'Dismiss' }).click()
  await card.waitFor({ state: 'detached' })
  await visibleText(getRow(page, name), 'Completed').waitFor()
})

test('phase filter is stored in the URL and survives reload, back and forward', async () => {
  const page = await openPage()
  const origin = await serveDashboard({})
  await page.goto(origin)
  const visibleKinds = () => rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-kind')))
  const all = ['queued', 'running', 'running', 'running', 'completed', 'completed', 'failed', 'cancelled']
  await expect.poll(visibleKinds).toEqual(all)

  const filter = page.getByRole('navigation', { name: 'Filter jobs' })
  await filter.getByRole('link', { name: 'Failed' }).click()
  await expect.poll(visibleKinds).toEqual(['failed'])
  expect(page.url()).toBe(`${origin}/?phase=failed`)
  await filter.getByRole('link', { name: 'Active' }).click()
  await expect.poll(visibleKinds).toEqual(['queued', 'running', 'running', 'running'])

  await page.goBack()
  await expect.poll(visibleKinds).toEqual(['failed'])
  await page.reload()
  await expect.poll(visibleKinds).toEqual(['failed'])
  expect(await filter.getByRole('link', { name: 'Failed' }).getAttribute('aria-current')).toBe('page')
  await page.goForward()
  await expect.poll(visibleKinds).toEqual(['queued', 'running', 'running', 'running'])
  await filter.getByRole('link', { name: 'All' }).click()
  await expect.poll(visibleKinds).toEqual(all)
})

test('row expands to its card and links to the job page, which survives a reload', async () => {
  const page = await openPage()
  const consoleErrors = collectConsoleErrors(page)
  await page.goto(await serveDashboard({}))
  const row = rows(page).filter({ hasText: 'Completed' }).first()
  await row.getByRole('button').first().press('Enter')
  await row.getByText('What changed').waitFor()
  await row.getByRole('link', { name: 'Open' }).click()

  const card = page.getByRole('article')
  await visibleText(card, 'Completed').waitFor()
  await page.reload()
  await card.getByText('What changed').waitFor()
  await card.getByText('Details').click()
  await card.getByText('Original version').waitFor()
  await card.getByRole('link', { name: 'Test run' }).waitFor()
  await page.getByRole('link', { name: 'All jobs' }).click()
  await row.waitFor()
  expect(consoleErrors).toEqual([])
})

test('job page cancels a running job', async () => {
  const page = await openPage()
  await page.goto(await serveDashboard({ SIMULATOR_SPEED: '60' }))
  await cards(page).nth(1).getByRole('link', { name: 'Open' }).click()
  await page.waitForURL('**/jobs/*')
  const card = page.getByRole('article')
  await visibleText(card, 'Running').waitFor()
  await card.getByRole('button', { name: 'Cancel job' }).click()
  await card
    .getByRole('group', { name: 'Cancel this job?' })
    .getByRole('button', { name: 'Cancel job' })
    .click()
  await card.getByRole('button', { name: 'Canceling…' }).waitFor()
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
  await cards(page).nth(5).waitFor()
  await rows(page).nth(29).waitFor({ state: 'attached' })
  // Only the six cards are in view; the rows are below.
  await expect.poll(() => new Set(requestedJobs).size).toBe(6)
  // What the cards have fetched is known to the rows, too.
  expect(await jobs(page).getByText('Step').count()).toBeLessThanOrEqual(6)

  await rows(page).nth(18).scrollIntoViewIfNeeded()
  await rows(page).nth(18).getByText('Step 2 of 4').waitFor()
  await expect.poll(() => new Set(requestedJobs).size).toBeGreaterThan(6)
  const finishedRow = await rows(page).nth(29).textContent()
  expect(finishedRow).toContain('Canceled after 1m 20s')
  expect(new Set(requestedJobs).size).toBeLessThanOrEqual(20)
})
