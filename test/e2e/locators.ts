import type { Locator, Page } from 'playwright'
import { visibleText } from '../support/openPage.js'

/** Timeout for waiting on a job’s progress. */
export const LONG_TIMEOUT = { timeout: 30_000 }

/** Section of the jobs. */
export const jobs = (page: Page): Locator => page.getByRole('region', { name: 'Jobs', exact: true })

/** Rows of the job list. */
export const rows = (page: Page): Locator => jobs(page).locator('.rpo-row:not(.rpo-row-skeleton)')

/** Row of a job, by its title. */
export const getRow = (page: Page, name: string): Locator => rows(page).filter({ hasText: name })

/** Button that expands a row; contains its title, status and time. */
export const getTrigger = (row: Locator): Locator => row.locator('.rpo-row-trigger')

/** Status of a row, which is also visible while the row is expanded. */
export const getStatus = (row: Locator, status: string | RegExp): Locator =>
  visibleText(getTrigger(row), status)

/** Card in an expanded row. */
export const getCard = (row: Locator): Locator => row.getByRole('article')

/** Expands a row and returns its card. */
export async function expand(row: Locator): Promise<Locator> {
  await getTrigger(row).click()
  const card = getCard(row)
  await card.waitFor()
  return card
}

/** Cancels the job of a card. */
export async function cancelJob(card: Locator): Promise<void> {
  await card.getByRole('button', { name: /^Cancel job/ }).click()
  await card.getByText('Cancel this job? Its progress will be lost.').waitFor()
  await card.getByRole('button', { name: /^Yes, cancel job/ }).click()
}

/** Waits until the form has the prompt, version and dataset of the demo. */
async function waitForFields(page: Page): Promise<void> {
  for (const name of ['promptTemplateVersionId', 'datasetId'])
    await page.locator(`select[name=${name}]:has(option:checked:not([value=""]))`).waitFor()
}

const clickStart = (page: Page) => page.getByRole('button', { name: 'Start job' }).click()

/** Submits the form with the input of a job that was started before. */
export async function startAnother(page: Page): Promise<void> {
  await clickStart(page)
  await page.getByRole('button', { name: 'Start another job' }).click()
}

/** Starts a job with the form and returns its title. Its row is expanded. */
export async function startJob(page: Page, submit = clickStart): Promise<string> {
  await waitForFields(page)
  const postResponse = page.waitForResponse((response) => response.request().method() === 'POST')
  await submit(page)
  const { job_id }: { job_id: string } = await (await postResponse).json()
  return `Job ${job_id.slice(0, 8)}`
}
