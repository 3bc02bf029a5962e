import { expect } from 'vitest'
import type { TestPage } from './driver/TestBrowser.js'
import type { serveJobs } from './serveJobs.js'
import { openPage } from './startBrowser.js'

/** State that `pages/jobPage.tsx` renders, such as `running, live`. */
function getState(page: TestPage): Promise<string | null> {
  return page.evaluate(({ screen }) => screen.getByRole('status', { name: 'State' }).textContent)
}

/** Opens the page of the job in a window of this name, and waits for the job. */
export async function openJob(
  server: Awaited<ReturnType<typeof serveJobs>>,
  name = 'one',
  options?: { shared: boolean },
): Promise<TestPage> {
  const page = await openPage()
  await page.goto(server.buildUrl(name, options))
  await waitForState(page, 'running, live')
  return page
}

export async function waitForState(page: TestPage, state: string, timeout = 10_000): Promise<void> {
  await expect.poll(() => getState(page), { timeout }).toBe(state)
}
