import type { Locator, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { complaintsOf, openPage, startBrowser, visibleText } from './openPage.js'
import { serveDashboard } from './serveDashboard.js'

startBrowser()

const JOB_CALLS = '**/prompt-optimization-jobs/*'
const JOBS = '**/prompt-optimization-jobs'
const LIST_CALLS = '**/prompt-optimization-jobs?*'
const PATIENCE = { timeout: 30_000 }

const cards = (page: Page) => page.getByRole('article')
const problems = (page: Page) => page.locator('.problem')

/** Clicks that follow each other closely count as one. */
async function clickUntil(button: Locator, count: () => Promise<number>, expected: number): Promise<void> {
  await expect
    .poll(
      async () => {
        await button.click()
        return count()
      },
      { interval: 1_500, timeout: 10_000 },
    )
    .toBe(expected)
}

async function openDashboard(path = '/'): Promise<Page> {
  const origin = await serveDashboard({ SIMULATOR_SPEED: '60' })
  const page = await openPage()
  await page.goto(origin + path)
  return page
}

test('a job that is started in the form is watched over HTTP from its start to its results', async () => {
  const origin = await serveDashboard({ SIMULATOR_SPEED: '60' })
  const page = await openPage()
  const complaints = complaintsOf(page)
  const origins = new Set<string>()
  page.on('request', (request) => origins.add(new URL(request.url()).origin))

  await page.goto(origin)
  await visibleText(cards(page).first(), 'Queued').waitFor()
  const before = await cards(page).count()
  await page.getByRole('button', { name: 'Start job' }).dblclick()

  await expect.poll(() => cards(page).count()).toBe(before + 1)
  const started = page.getByRole('status').filter({ hasText: 'started' })
  const newId = (await started.textContent())?.split(' ')[1] ?? ''
  const card = page.getByRole('article', { name: `Job ${newId}` })
  expect(await cards(page).first().textContent()).toContain(newId)
  await visibleText(card, /^(Queued|Running)$/).waitFor()

  await visibleText(card, 'Completed').waitFor(PATIENCE)
  await card.getByText('Refund policy made explicit').waitFor()
  await card.getByRole('link', { name: 'Comparison' }).waitFor()
  await card.getByRole('link', { name: 'Test run' }).click()
  await page.getByRole('heading', { name: 'Your app’s page of the test run' }).waitFor()
  await page.getByRole('link', { name: 'Back to the jobs' }).click()
  await visibleText(card, 'Completed').waitFor()

  expect(await cards(page).count()).toBe(before + 1)
  expect(complaints).toEqual([])
  expect([...origins].filter((other) => other !== 'null')).toEqual([origin])
})

test('a card keeps its job and says so while the service is down, and goes on when it is back', async () => {
  const page = await openDashboard()
  // Its steps are unknown, so it is asked for often.
  const card = cards(page).filter({ hasText: 'Working' })
  await card.waitFor()

  await page.route(JOB_CALLS, (route) => route.abort())
  await card.getByText('No connection to the service.').waitFor(PATIENCE)
  await card.getByText('Working').waitFor()

  await page.unroute(JOB_CALLS)
  await card.getByRole('button', { name: 'Try now' }).click()
  await card.getByText('No connection to the service.').waitFor({ state: 'detached' })
})

describe('a card whose job cannot be shown says why, and shows it on another try', () => {
  test.each([
    [
      'a page instead of an answer',
      200,
      '<!doctype html><title>Sign in</title>',
      'was not that of the service',
    ],
    [
      'a key that is not accepted',
      401,
      '{"message":"Invalid or missing API key"}',
      'did not accept the credentials',
    ],
    [
      'a job that does not exist',
      404,
      '{"message":"Prompt optimization job not found"}',
      'The job was not found.',
    ],
    ['a fault of the service', 500, '{"message":"Internal error"}', 'The service has a problem.'],
  ])('%s', async (_, status, body, sentence) => {
    const page = await openPage()
    await page.route(JOB_CALLS, (route) => route.fulfill({ status, body }))
    await page.goto(await serveDashboard({}))
    const card = cards(page).first()
    await card.getByText(sentence).waitFor()

    await page.unroute(JOB_CALLS)
    await card.getByRole('button', { name: /^Try/ }).click()
    await visibleText(card, 'Queued').waitFor()
  })
})

describe('the list says why it is empty, and shows the jobs on another try', () => {
  test.each([
    [
      'a page instead of an answer',
      200,
      '<!doctype html><title>Sign in</title>',
      'was not that of the service',
    ],
    [
      'a key that is not accepted',
      401,
      '{"message":"Invalid or missing API key"}',
      'did not accept the credentials',
    ],
    ['a fault of the service', 503, '', 'The service has a problem.'],
  ])('%s', async (_, status, body, sentence) => {
    const page = await openPage()
    await page.route(LIST_CALLS, (route) => route.fulfill({ status, body }))
    await page.goto(await serveDashboard({}))
    await problems(page).getByText(sentence).waitFor()

    await page.unroute(LIST_CALLS)
    await page.getByRole('button', { name: 'Try again' }).click()
    await cards(page).first().waitFor()
    expect(await problems(page).count()).toBe(0)
  })
})

test('an unknown project is said to be unknown, and another can be opened in its place', async () => {
  const page = await openDashboard('/?project=5f0c9a1e-0000-4c2a-9e61-8d4f2b7a1c30')
  await problems(page).getByText('The project was not found.').waitFor()
  await page.getByLabel('Project id').fill('5f0c9a1e-3b7d-4c2a-9e61-8d4f2b7a1c30')
  await page.getByRole('button', { name: 'Show jobs' }).click()
  await cards(page).first().waitFor()
})

test('a start that is refused says why, and starts once it is put right', async () => {
  const page = await openDashboard()
  await cards(page).first().waitFor()
  const before = await cards(page).count()
  const start = page.getByRole('button', { name: 'Start job' })
  const dataset = page.getByLabel('Dataset id')
  const datasetId = await dataset.inputValue()

  await dataset.fill('the big one')
  await start.click()
  await problems(page).getByText('have to be UUIDs').waitFor()

  const refusal = { status: 400, json: { message: 'The dataset has no examples' } }
  await page.route(JOBS, (route) =>
    route.request().method() === 'POST' ? route.fulfill(refusal) : route.continue(),
  )
  await dataset.fill(datasetId)
  await clickUntil(start, () => problems(page).getByText('The dataset has no examples').count(), 1)

  await page.unroute(JOBS)
  await clickUntil(start, () => problems(page).count(), 0)
  await expect.poll(() => cards(page).count()).toBe(before + 1)
})

test('the theme is the system’s until somebody chooses, and the choice is kept', async () => {
  const page = await openDashboard()
  await page.emulateMedia({ colorScheme: 'dark' })
  const theme = page.getByRole('switch', { name: 'Dark theme' })
  await expect.poll(() => theme.getAttribute('aria-checked')).toBe('true')
  await theme.click()
  await page.reload()
  expect(await theme.getAttribute('aria-checked')).toBe('false')
  expect(await page.locator('html').getAttribute('data-theme')).toBe('light')
})
