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

test('two jobs are started and watched side by side; one is cancelled, the other shows its results', async () => {
  const origin = await serveDashboard({ SIMULATOR_SPEED: '30' })
  const page = await openPage()
  const complaints = collectConsoleErrors(page)
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

  await secondCard.getByRole('button', { name: 'Cancel', exact: true }).click()
  await secondCard.getByRole('button', { name: 'Cancel the job' }).click()
  await secondCard
    .getByText(/^Cancell(ing…|ed)$/)
    .first()
    .waitFor()

  await page.reload()
  // First the one that will be over soon: the list may tell of the other only at its next check.
  await visibleText(firstCard, 'Running').waitFor()
  await visibleText(getRow(page, second), 'Cancelled').waitFor(LONG_TIMEOUT)
  expect(await rows(page).count()).toBe(before + 2)

  await visibleText(firstCard, 'Completed').waitFor(LONG_TIMEOUT)
  await visibleText(getRow(page, first), 'Completed').waitFor()
  await firstCard.getByText('Refund policy made explicit').waitFor()
  await firstCard.getByRole('link', { name: 'Comparison' }).waitFor()
  await firstCard.getByRole('link', { name: 'Test run' }).click()
  await page.getByRole('heading', { name: 'Your app’s page of the test run' }).waitFor()
  await page.getByRole('link', { name: 'Back to the jobs' }).click()
  await visibleText(getRow(page, first), 'Completed').waitFor()

  expect(complaints).toEqual([])
  expect([...origins]).toEqual([origin])
})

test('a double click starts one job', async () => {
  const page = await openPage()
  await page.goto(await serveDashboard({}))
  await cards(page).first().waitFor()
  const before = await rows(page).count()
  await page.getByRole('button', { name: 'Start job' }).dblclick()
  await page.getByText('Started:').waitFor()
  await expect.poll(() => rows(page).count()).toBe(before + 1)
  expect(await cards(page).count()).toBe(5)
})

test('a job that ends while nobody looks is counted in the title until somebody does', async () => {
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

test('the address says which jobs are shown, so a reload and the ways back and forward keep to it', async () => {
  const page = await openPage()
  const origin = await serveDashboard({})
  await page.goto(origin)
  const shown = () => rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-kind')))
  const all = ['queued', 'running', 'running', 'running', 'completed', 'completed', 'failed', 'cancelled']
  await expect.poll(shown).toEqual(all)

  const filter = page.getByRole('navigation', { name: 'Which jobs' })
  await filter.getByRole('link', { name: 'Failed' }).click()
  await expect.poll(shown).toEqual(['failed'])
  expect(page.url()).toBe(`${origin}/?phase=failed`)
  await filter.getByRole('link', { name: 'Active' }).click()
  await expect.poll(shown).toEqual(['queued', 'running', 'running', 'running'])

  await page.goBack()
  await expect.poll(shown).toEqual(['failed'])
  await page.reload()
  await expect.poll(shown).toEqual(['failed'])
  expect(await filter.getByRole('link', { name: 'Failed' }).getAttribute('aria-current')).toBe('page')
  await page.goForward()
  await expect.poll(shown).toEqual(['queued', 'running', 'running', 'running'])
  await filter.getByRole('link', { name: 'All' }).click()
  await expect.poll(shown).toEqual(all)
})

test('a row opens to its card, and leads to the job’s own page, which can be loaded anew', async () => {
  const page = await openPage()
  const complaints = collectConsoleErrors(page)
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
  expect(complaints).toEqual([])
})

test('a running job is cancelled on its own page', async () => {
  const page = await openPage()
  await page.goto(await serveDashboard({ SIMULATOR_SPEED: '60' }))
  await cards(page).nth(1).getByRole('link', { name: 'Open' }).click()
  await page.waitForURL('**/jobs/*')
  const card = page.getByRole('article')
  await visibleText(card, 'Running').waitFor()
  await card.getByRole('button', { name: 'Cancel', exact: true }).click()
  await card.getByRole('button', { name: 'Cancel the job' }).click()
  await card.getByRole('button', { name: 'Cancelling…' }).waitFor()
  await page.reload()
  await visibleText(card, /^Cancell(ing|ed)$/).waitFor()
})

test('a job that does not exist is said to be unknown, with a way back', async () => {
  const page = await openPage()
  await page.goto(`${await serveDashboard({})}/jobs/5f0c9a1e-0000-4c2a-9e61-8d4f2b7a1c30`)
  await page.getByRole('article').getByText('The job was not found.').waitFor()
  await page.getByRole('link', { name: 'All jobs' }).click()
  await rows(page).first().waitFor()
})

test('the list asks for no job that is off the screen', async () => {
  const page = await openPage()
  const asked = collectJobRequests(page)
  await page.goto(await serveDashboard({ SIMULATOR_JOBS: '30' }))
  await cards(page).nth(5).waitFor()
  await rows(page).nth(29).waitFor({ state: 'attached' })
  // Six cards, and of the rows none: they are below.
  await expect.poll(() => new Set(asked).size).toBe(6)
  expect(await jobs(page).getByText('Step').count()).toBe(0)

  await rows(page).nth(18).scrollIntoViewIfNeeded()
  await rows(page).nth(18).getByText('Step 2 of 4').waitFor()
  await expect.poll(() => new Set(asked).size).toBeGreaterThan(6)
  const over = await rows(page).nth(29).textContent()
  expect(over).toContain('took')
  expect(new Set(asked).size).toBeLessThanOrEqual(20)
})
