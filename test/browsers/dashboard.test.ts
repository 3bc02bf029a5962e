import { expect, test } from 'vitest'
import type { TestPage } from './driver/TestBrowser.js'
import { serveDashboard } from './serveDashboard.js'
import { openPage, startBrowser } from './startBrowser.js'

startBrowser()

const LONG_TIMEOUT_MS = 30_000

/** Waits until the row of the job has this status. */
const waitForStatus = (page: TestPage, job: string, status: string) =>
  expect
    .poll(
      () =>
        page.evaluate(
          ({ screen, visibleText }, name, wanted) => {
            const jobs = screen.getByRole('region', { name: 'Jobs' })
            const triggers = [...jobs.querySelectorAll<HTMLElement>('.rpo-row-trigger')]
            const trigger = triggers.find(({ textContent }) => textContent?.includes(name))
            return trigger && visibleText(trigger, wanted).textContent
          },
          job,
          status,
        ),
      { timeout: LONG_TIMEOUT_MS },
    )
    .toBe(status)

/** The last field of the form to be filled with the demo's. */
const getChosenVersion: Parameters<TestPage['evaluate']>[0] = ({ screen }) =>
  screen.getByRole<HTMLSelectElement>('combobox', { name: 'Version' }).selectedOptions[0]?.textContent

/** Starts a job with the form and returns its title. */
async function startJob(page: TestPage, previous?: string): Promise<string> {
  await expect.poll(() => page.evaluate(getChosenVersion), { timeout: 10_000 }).toMatch(/^v12/)
  await page.click(({ screen }) => screen.getByRole('button', { name: 'Start job' }))
  const getTitle = () =>
    page.evaluate(({ screen }) => {
      const { href } = screen.getByRole<HTMLAnchorElement>('link', { name: 'Open job' })
      return `Support reply · Job ${new URL(href).pathname.slice('/jobs/'.length, '/jobs/'.length + 8)}`
    })
  await expect.poll(async () => (await getTitle()) !== previous, { timeout: 10_000 }).toBe(true)
  return (await getTitle()) as string
}

const waitForHeading = (page: TestPage, heading: string) =>
  expect
    .poll(
      () => page.evaluate(({ screen }, name) => screen.getByRole('heading', { name }).textContent, heading),
      {
        timeout: 10_000,
      },
    )
    .toBe(heading)

test('dashboard starts two jobs, cancels one and shows the results of the other', async () => {
  const { origin, consoleErrors } = await serveDashboard({ SIMULATOR_SPEED: '30' })
  const page = await openPage()
  await page.goto(origin)
  await waitForHeading(page, 'Jobs')

  const first = await startJob(page)
  await waitForStatus(page, first, 'Running')
  // The same input would count as a double click within a second.
  await page.click(({ screen }) => screen.getByRole('checkbox', { name: 'Use human labels' }))
  const second = await startJob(page, first)
  for (const button of ['Cancel job', 'Yes, cancel job']) {
    await page.click(
      ({ screen, within }, name, label) =>
        within(screen.getByRole('article', { name })).getByRole('button', { name: `${label} ${name}` }),
      second,
      button,
    )
  }
  await waitForStatus(page, second, 'Canceled')

  await page.reload()
  await waitForStatus(page, first, 'Completed')
  await page.click(
    ({ screen }, name) => screen.getByRole('button', { name: (text) => text.startsWith(name) }),
    first,
  )
  // By keyboard: a click would miss a link that moves while the card is loading.
  const focusLink = () =>
    page.evaluate(({ screen, within }, name) => {
      const link = within(screen.getByRole('article', { name })).getByRole('link', {
        name: `Test run ${name}`,
      })
      link.focus()
      return document.activeElement === link
    }, first)
  await expect.poll(focusLink, { timeout: 10_000 }).toBe(true)
  await page.press('Enter')
  await waitForHeading(page, 'Support reply, optimized')
  await page.click(({ screen }) => screen.getByRole('link', { name: 'All jobs' }))
  await waitForHeading(page, 'Jobs')
  expect(consoleErrors).toEqual([])
})

test('a row is expanded with the keyboard, with a visible focus', async () => {
  const { origin, consoleErrors } = await serveDashboard()
  const page = await openPage()
  await page.goto(origin)
  const focus = () =>
    page.evaluate(() => {
      const [first] = document.querySelectorAll<HTMLElement>('.rpo-row-trigger')
      const [previous] = [...document.querySelectorAll<HTMLElement>('.filter a')].slice(-1)
      previous?.focus()
      return Boolean(first)
    })
  await expect.poll(focus, { timeout: 10_000 }).toBe(true)
  await page.press('Tab', 'Enter')
  const trigger = () =>
    page.evaluate(() => {
      const element = document.activeElement
      return [element?.className, element?.getAttribute('aria-expanded'), element?.matches(':focus-visible')]
    })
  await expect.poll(trigger).toEqual(['rpo-row-trigger', 'true', true])
  expect(consoleErrors).toEqual([])
})
