import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { openPage, startBrowser, visibleText } from '../support/openPage.js'
import { cards, jobs, LONG_TIMEOUT, rows } from './locators.js'
import { serveDashboard } from './serveDashboard.js'

startBrowser()

const JOB_CALLS = '**/prompt-optimization-jobs/*'
const JOBS = '**/prompt-optimization-jobs'
const LIST_CALLS = '**/prompt-optimization-jobs?*'
const A_PAGE = '<!doctype html><title>Sign in</title>'

async function openDashboard(path = '/'): Promise<Page> {
  const origin = await serveDashboard({ SIMULATOR_SPEED: '60' })
  const page = await openPage()
  await page.goto(origin + path)
  return page
}

test('a card keeps its job and says so while the service is down, and goes on when it is back', async () => {
  const page = await openDashboard()
  // Its steps are unknown, so it is asked for often.
  const card = cards(page).filter({ hasText: 'Working' })
  await card.waitFor()

  await page.route(JOB_CALLS, (route) => route.abort())
  await card.getByText('No connection to the service.').waitFor(LONG_TIMEOUT)
  await card.getByText('Working').waitFor()

  await page.unroute(JOB_CALLS)
  await card.getByRole('button', { name: 'Try now' }).click()
  await card.getByText('No connection to the service.').waitFor({ state: 'detached' })
})

describe('a card whose job cannot be shown says why, and shows it on another try', () => {
  test.each([
    ['a page instead of an answer', 200, A_PAGE, 'was not that of the service'],
    ['a key that is not accepted', 401, '', 'did not accept the credentials'],
    ['a job that does not exist', 404, '', 'The job was not found.'],
    ['a fault of the service', 500, '', 'The service has a problem.'],
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
    ['a page instead of an answer', 200, A_PAGE, 'was not that of the service'],
    ['a key that is not accepted', 401, '', 'did not accept the credentials'],
    ['a fault of the service', 503, '', 'The service has a problem.'],
  ])('%s', async (_, status, body, sentence) => {
    const page = await openPage()
    await page.route(LIST_CALLS, (route) => route.fulfill({ status, body }))
    await page.goto(await serveDashboard({}))
    await jobs(page).getByText(sentence).waitFor()

    await page.unroute(LIST_CALLS)
    await jobs(page).getByRole('button', { name: 'Try again' }).click()
    await rows(page).first().waitFor()
    expect(await jobs(page).getByText(sentence).count()).toBe(0)
  })
})

test('an unknown project is said to be unknown, and another can be opened in its place', async () => {
  const page = await openDashboard('/?project=5f0c9a1e-0000-4c2a-9e61-8d4f2b7a1c30')
  await jobs(page).getByText('The project was not found.').waitFor()
  await page.getByLabel('Project id').fill('5f0c9a1e-3b7d-4c2a-9e61-8d4f2b7a1c30')
  await page.getByRole('button', { name: 'Show jobs' }).click()
  await cards(page).first().waitFor()
})

test('a start that is refused says why, and starts once it is put right', async () => {
  const page = await openDashboard()
  await cards(page).first().waitFor()
  const before = await rows(page).count()
  const start = page.getByRole('button', { name: 'Start job' })
  const dataset = page.getByLabel('Dataset id')
  const datasetId = await dataset.inputValue()

  await dataset.fill('the big one')
  await start.click()
  await page.getByText('An id looks like this').waitFor()

  const refusal = { status: 400, json: { message: 'The dataset has no examples' } }
  await page.route(JOBS, (route) =>
    route.request().method() === 'POST' ? route.fulfill(refusal) : route.continue(),
  )
  await dataset.fill(datasetId)
  await start.click()
  await page.getByRole('alert').getByText('The dataset has no examples').waitFor()

  await page.unroute(JOBS)
  await start.click()
  await page.getByText('Started:').waitFor()
  await expect.poll(() => rows(page).count()).toBe(before + 1)
  expect(await page.getByRole('alert').count()).toBe(0)
})
