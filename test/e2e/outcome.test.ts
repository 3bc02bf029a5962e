import type { Locator, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { collectConsoleErrors, openPage, startBrowser, visibleText } from '../support/openPage.js'
import { expand, getCard, getRow, LONG_TIMEOUT, rows, startJob } from './locators.js'
import { serveDashboard } from './serveDashboard.js'

startBrowser()

const UNKNOWN_ID = '5f0c9a1e-0000-4c2a-9e61-8d4f2b7a1c30'
const TEST_RUNS = '**/test-runs?*'
const TEST_RUN = '**/test-runs/id/*'
const MAX_TAB_STOPS = 60

const isFocusLost = (page: Page) => page.evaluate(() => document.activeElement === document.body)
const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement)

/** Presses Tab, or another key, until the target has the focus. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor()
  for (let stops = 0; stops < MAX_TAB_STOPS; stops++) {
    await page.keyboard.press(key)
    if (await isFocused(target)) return
    expect(await isFocusLost(page)).toBe(false)
  }
  throw new Error(`${target} is more than ${MAX_TAB_STOPS} tab stops away.`)
}

async function activate(page: Page, target: Locator, key?: string): Promise<void> {
  await tabTo(page, target, key)
  await page.keyboard.press('Enter')
  expect(await isFocusLost(page)).toBe(false)
}

/** Opens the page of the newest completed job of the dashboard. */
async function openCompletedJob(page: Page): Promise<Locator> {
  const card = await expand(rows(page).filter({ hasText: 'Completed' }).first())
  await card.getByRole('link', { name: /^Open/ }).click()
  await page.waitForURL('**/jobs/*')
  return page.getByRole('article')
}

test('by keyboard alone, a job is started, and its test results and changes are opened and read', async () => {
  const page = await openPage()
  const consoleErrors = collectConsoleErrors(page)
  await page.goto(await serveDashboard({ SIMULATOR_SPEED: '60' }))
  await rows(page).first().waitFor()
  await tabTo(page, page.getByRole('button', { name: 'Start job' }))
  const name = await startJob(page, () => page.keyboard.press('Enter'))
  const card = getCard(getRow(page, name))

  const results = card.getByRole('button', { name: /^Test results/ })
  await results.waitFor(LONG_TIMEOUT)
  await visibleText(results, '2 of 4 criteria better, 1 worse').waitFor()
  expect(await card.getByRole('table').count()).toBe(0)
  await activate(page, results, 'Shift+Tab')
  const getChange = (criterion: RegExp) =>
    card.getByRole('row', { name: criterion }).getByRole('cell').last().innerText()
  expect(await getChange(/^Accuracy/)).toMatch(/^\+17 pts\s+better$/)
  expect(await getChange(/^Brevity/)).toMatch(/^−4 pts\s+worse$/)

  await activate(page, card.getByRole('button', { name: /^Changes to the prompt/ }))
  await card.getByRole('deletion').filter({ hasText: 'Be professional and helpful' }).waitFor()
  await card.getByRole('insertion').filter({ hasText: 'Name the concern of the customer' }).waitFor()

  const collapsed = card.getByText('You are a support agent for {{company_name}}.')
  expect(await collapsed.count()).toBe(0)
  await activate(page, card.getByRole('button', { name: 'Show 15 unchanged lines' }))
  await collapsed.waitFor()
  expect(await isFocused(card.getByRole('button', { name: 'Hide 15 unchanged lines' }))).toBe(true)
  expect(consoleErrors).toEqual([])
})

test('by keyboard alone, the pages of a job’s results are reached by links, and the job from them', async () => {
  const page = await openPage()
  const consoleErrors = collectConsoleErrors(page)
  await page.goto(await serveDashboard({}))
  const card = await openCompletedJob(page)
  const title = (await card.getByRole('heading', { level: 2 }).innerText()).replace(/^.* · /, '')
  const backToJob = page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: title })
  const heading = (name: string) => page.getByRole('heading', { level: 2, name, exact: true })

  await card.getByText('+17 pts').waitFor()
  await activate(page, card.getByRole('link', { name: /^Comparison/ }))
  await heading('Comparison').waitFor()
  expect(await page.title()).toMatch(/^Comparison \w{8} · Prompt optimization$/)
  await visibleText(page.getByRole('main'), '2 of 4 criteria better, 1 worse').waitFor()
  await page.getByRole('group', { name: 'View' }).getByRole('button', { pressed: true }).waitFor()
  await page.getByRole('deletion').filter({ hasText: 'Refunds are possible' }).waitFor()
  await page.getByRole('insertion').filter({ hasText: 'Refunds are granted within 30 days' }).waitFor()
  await activate(page, page.getByRole('link', { name: 'v12' }))
  await heading('Support reply v12').waitFor()
  await page.getByText('Refunds are possible').waitFor()
  await activate(page, backToJob)

  await activate(page, card.getByRole('link', { name: /^Test run/ }))
  await heading('Support reply, optimized').waitFor()
  expect(await page.title()).toMatch(/^Test run \w{8} · Prompt optimization$/)
  expect(await page.getByRole('row', { name: /^Accuracy/ }).innerText()).toContain('22 / 24')
  await page.reload()
  await heading('Support reply, optimized').waitFor()
  await activate(page, backToJob)

  await activate(page, card.getByRole('link', { name: /^New version/ }))
  await heading('Support reply v13').waitFor()
  await page.getByText('gpt-4o').waitFor()
  await page.getByText('Refunds are granted within 30 days').waitFor()
  await activate(page, page.getByRole('link', { name: 'All jobs' }))
  await rows(page).first().waitFor()
  expect(consoleErrors).toEqual([])
})

test('in a wide table, a change is on one line with its figures', async () => {
  const page = await openPage()
  await page.goto(await serveDashboard({}))
  const card = await openCompletedJob(page)
  const getTop = (text: string) =>
    card.getByText(text).evaluate((element) => {
      const range = document.createRange()
      range.selectNodeContents(element.lastChild ?? element)
      return range.getBoundingClientRect().top
    })
  expect(await getTop('+17 pts')).toBeCloseTo(await getTop('22 / 24'), 0)
})

test('in a narrow table, figures fill the width below the name of their criterion', async () => {
  const page = await openPage({ viewport: { width: 360, height: 800 } })
  await page.goto(await serveDashboard({}))
  const card = await openCompletedJob(page)
  await card.getByText('+17 pts').waitFor()
  const table = await card.getByRole('table').boundingBox()
  const cells = card.getByRole('row', { name: /^Accuracy/ }).getByRole('cell')
  const [first, , last] = await Promise.all((await cells.all()).map((cell) => cell.boundingBox()))
  if (!table || !first || !last) throw new Error('The table is not visible.')
  expect(first.x).toBeCloseTo(table.x, 0)
  expect(last.x + last.width).toBeCloseTo(table.x + table.width, 0)
  expect(last.y).toBe(first.y)
})

test('on paper, a diff is light, and says where lines are collapsed', async () => {
  const page = await openPage()
  await page.goto(await serveDashboard({}))
  const card = await openCompletedJob(page)
  await activate(page, card.getByRole('link', { name: /^Comparison/ }))
  const diff = page.getByRole('region', { name: 'Changes to the prompt' })
  await diff.waitFor()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await diff.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(24, 24, 27)')
  expect(await diff.getByRole('button').filter({ visible: true }).allInnerTexts()).toEqual([
    'Show 15 unchanged lines',
    'Show 7 unchanged lines',
    'Show 7 unchanged lines',
    'Show 5 unchanged lines',
  ])
})

test('test run page shows the figures once the test has run', async () => {
  const page = await openPage()
  await page.goto(await serveDashboard({}))
  const card = await openCompletedJob(page)
  const href = await card.getByRole('link', { name: /^Test run/ }).getAttribute('href')
  await page.route(TEST_RUNS, async (route) => {
    const json: { test_runs: object[] } = await (await route.fetch()).json()
    await route.fulfill({
      json: { ...json, test_runs: json.test_runs.map((run) => ({ ...run, status: 'in-progress' })) },
    })
  })
  await page.route(TEST_RUN, async (route) => {
    const json: object = await (await route.fetch()).json()
    await route.fulfill({ json: { ...json, summary_statistics: null } })
  })
  await page.goto(new URL(String(href), page.url()).href)
  await page.getByText('The test is running.').waitFor()

  await page.unroute(TEST_RUNS)
  await page.unroute(TEST_RUN)
  await page.getByRole('row', { name: /^Accuracy/ }).waitFor()
  await page.getByText('The test is running.').waitFor({ state: 'detached' })
})

describe('result page says so in plain words, and links to the jobs, if it has', () => {
  test.each([
    ['an unknown test run', `/test-runs/${UNKNOWN_ID}`, 'Test run not found. It may no longer exist.'],
    ['an ID that is not valid', '/test-runs/latest', 'Test run not found. It may no longer exist.'],
    [
      'a version without its template',
      `/versions/${UNKNOWN_ID}`,
      'Prompt version not found. It may no longer exist.',
    ],
    [
      'a comparison without its job',
      `/comparisons/${UNKNOWN_ID}`,
      'Comparison not found. It may no longer exist.',
    ],
    [
      'a comparison of an unknown job',
      `/comparisons/${UNKNOWN_ID}?job=${UNKNOWN_ID}`,
      'Comparison not found. It may no longer exist.',
    ],
  ])('%s', async (_, path, sentence) => {
    const page = await openPage()
    await page.goto((await serveDashboard({})) + path)
    await page.getByRole('alert').getByText(sentence).waitFor()
    expect(await page.getByRole('button', { name: 'Retry' }).count()).toBe(0)
    await page.getByRole('link', { name: 'All jobs' }).click()
    await rows(page).first().waitFor()
  })
})

test('result page shows an error of the service, and recovers on “Retry” without losing the focus', async () => {
  const page = await openPage()
  await page.goto(await serveDashboard({}))
  const card = await openCompletedJob(page)
  const href = await card.getByRole('link', { name: /^Test run/ }).getAttribute('href')
  await page.route(TEST_RUN, (route) => route.fulfill({ status: 503 }))
  await page.goto(new URL(String(href), page.url()).href)
  await page.getByText('Loading…').waitFor()
  await page.getByRole('alert').getByText('Couldn’t load this test run.').waitFor(LONG_TIMEOUT)

  await page.unroute(TEST_RUN)
  await page.getByRole('button', { name: 'Retry' }).press('Enter')
  await page.getByRole('heading', { name: 'Support reply, optimized' }).waitFor()
  expect(await isFocusLost(page)).toBe(false)
})
