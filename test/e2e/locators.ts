import type { Locator, Page } from 'playwright'

/** For what takes a job its time. */
export const LONG_TIMEOUT = { timeout: 30_000 }

/** The section of the jobs that are active. */
export const running = (page: Page): Locator => page.getByRole('region', { name: 'Active jobs' })

/** The cards of the jobs that run. */
export const cards = (page: Page): Locator => running(page).getByRole('article')

/** The section of all jobs. */
export const jobs = (page: Page): Locator => page.getByRole('region', { name: 'Jobs', exact: true })

/** The rows of the list of all jobs. */
export const rows = (page: Page): Locator => jobs(page).locator('.rpo-row')

/** The row of a job. */
export const getRow = (page: Page, name: string): Locator => rows(page).filter({ hasText: name })

/** Starts a job by the form, and gives its name. */
export async function startJob(page: Page): Promise<string> {
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: 'Start job' }).click()
  const { job_id }: { job_id: string } = await (await answer).json()
  return `Job ${job_id.slice(0, 8)}`
}
