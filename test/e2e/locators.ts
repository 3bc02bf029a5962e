import type { Locator, Page } from 'playwright'

/** Timeout for waiting on a job’s progress. */
export const LONG_TIMEOUT = { timeout: 30_000 }

/** Section of the active jobs. */
export const running = (page: Page): Locator => page.getByRole('region', { name: 'Active jobs' })

/** Cards of the active jobs. */
export const cards = (page: Page): Locator => running(page).getByRole('article')

/** Section of all jobs. */
export const jobs = (page: Page): Locator => page.getByRole('region', { name: 'Jobs', exact: true })

/** Rows of the job list. */
export const rows = (page: Page): Locator => jobs(page).locator('.rpo-row')

/** Row of a job, by its title. */
export const getRow = (page: Page, name: string): Locator => rows(page).filter({ hasText: name })

/** Starts a job with the form and returns its title. */
export async function startJob(page: Page): Promise<string> {
  const postResponse = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: 'Start job' }).click()
  const { job_id }: { job_id: string } = await (await postResponse).json()
  return `Job ${job_id.slice(0, 8)}`
}
