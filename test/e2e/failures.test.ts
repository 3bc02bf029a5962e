import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { openPage, startBrowser } from '../support/openPage.js'
import { expand, jobs, LONG_TIMEOUT, rows } from './locators.js'
import { serveDashboard } from './serveDashboard.js'

startBrowser()

const JOB_REQUESTS = '**/prompt-optimization-jobs/*'
const JOBS = '**/prompt-optimization-jobs'
const LIST_REQUESTS = '**/prompt-optimization-jobs?*'
const HTML_PAGE = '<!doctype html><title>Sign in</title>'

async function openDashboard(path = '/'): Promise<Page> {
  const origin = await serveDashboard({ SIMULATOR_SPEED: '60' })
  const page = await openPage()
  await page.goto(origin + path)
  return page
}

test('card keeps its job and shows an error while the service is down, and recovers on “Retry now”', async () => {
  const page = await openDashboard()
  // A job without progress is polled often.
  const card = await expand(rows(page).nth(2))
  await card.getByText('Working').waitFor()

  await page.route(JOB_REQUESTS, (route) => route.abort())
  await card.getByText('Can’t reach the service.').waitFor(LONG_TIMEOUT)
  await card.getByText('Working').waitFor()

  await page.unroute(JOB_REQUESTS)
  await card.getByRole('button', { name: /^Retry now/ }).click()
  await card.getByText('Can’t reach the service.').waitFor({ state: 'detached' })
})

describe('card shows the error and recovers on retry after', () => {
  test.each([
    ['an HTML response', 200, HTML_PAGE, 'Unexpected response.'],
    ['a rejected key', 401, '', 'Your session has expired'],
    ['an unknown job', 404, '', 'Job not found.'],
    ['a server error', 500, '', 'Something went wrong on the service’s side.'],
  ])('%s', async (_, status, body, sentence) => {
    const page = await openPage()
    await page.route(JOB_REQUESTS, (route) => route.fulfill({ status, body }))
    await page.goto(await serveDashboard({}))
    const card = await expand(rows(page).first())
    await card.getByText(sentence).waitFor()

    await page.unroute(JOB_REQUESTS)
    await card.getByRole('button', { name: /^Retry/ }).click()
    await card.getByText('Waiting to start').waitFor()
  })
})

describe('job list shows the error and recovers on retry after', () => {
  test.each([
    ['an HTML response', 200, HTML_PAGE, 'Unexpected response.'],
    ['a rejected key', 401, '', 'Your session has expired'],
    ['a server error', 503, '', 'Something went wrong on the service’s side.'],
  ])('%s', async (_, status, body, sentence) => {
    const page = await openPage()
    await page.route(LIST_REQUESTS, (route) => route.fulfill({ status, body }))
    await page.goto(await serveDashboard({}))
    await jobs(page).getByText(sentence).waitFor()

    await page.unroute(LIST_REQUESTS)
    await jobs(page).getByRole('button', { name: 'Retry' }).click()
    await rows(page).first().waitFor()
    expect(await jobs(page).getByText(sentence).count()).toBe(0)
  })
})

test('dashboard reports an unknown project and can open another one', async () => {
  const page = await openDashboard('/?project=5f0c9a1e-0000-4c2a-9e61-8d4f2b7a1c30')
  await jobs(page).getByText('Project not found.').waitFor()
  await page.getByLabel('Project ID').fill('5f0c9a1e-3b7d-4c2a-9e61-8d4f2b7a1c30')
  await page.getByRole('button', { name: 'Show jobs' }).click()
  await rows(page).first().waitFor()
})

test('start form shows why a start failed and succeeds once corrected', async () => {
  const page = await openDashboard()
  await rows(page).first().waitFor()
  const before = await rows(page).count()
  const start = page.getByRole('button', { name: 'Start job' })
  const dataset = page.getByLabel('Dataset')
  await page.getByText('Questions about refunds').waitFor()

  await dataset.selectOption('')
  await start.click()
  await page.getByText('Required').waitFor()

  const badRequest = { status: 400, json: { message: 'The dataset has no examples' } }
  await page.route(JOBS, (route) =>
    route.request().method() === 'POST' ? route.fulfill(badRequest) : route.continue(),
  )
  await dataset.selectOption('Refund conversations')
  await start.click()
  await page.getByRole('alert').getByText('The dataset has no examples').waitFor()

  await page.unroute(JOBS)
  await start.click()
  await page.getByText('Job started.').waitFor()
  await expect.poll(() => rows(page).count()).toBe(before + 1)
  expect(await page.getByRole('alert').count()).toBe(0)
})
