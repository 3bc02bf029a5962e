import { describe, expect, test } from 'vitest'
import type { TestPage } from './driver/TestBrowser.js'
import { openJob, waitForState } from './openJob.js'
import { serveJobs } from './serveJobs.js'
import { startBrowser } from './startBrowser.js'

startBrowser()

/** Every state that the page has rendered, from before and after a navigation. */
const getStates = (page: TestPage) => page.evaluate(() => sessionStorage.getItem('states') ?? '')

const clickLink = (page: TestPage, name: string) =>
  page.click(({ screen }, link) => screen.getByRole('link', { name: link }), name)

const waitForPath = (page: TestPage, pathname: string) =>
  expect.poll(() => page.evaluate(() => location.pathname), { timeout: 10_000 }).toBe(pathname)

test('a page that comes back from the back/forward cache goes on polling', async () => {
  const server = await serveJobs()
  const page = await openJob(server)
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => {
      document.title = persisted ? 'restored' : 'loaded'
    })
  })
  await page.goto(`${server.origin}/other`)
  await page.evaluate(() => history.back())
  await waitForPath(page, '/')
  expect(await page.evaluate(() => document.title)).toBe('restored')

  await server.waitForRequest()
  await server.waitForRequest()
  server.endJob()
  await waitForState(page, 'completed, live')
  expect(await getStates(page)).not.toContain('retrying')
  expect(server.consoleErrors).toEqual([])
})

test('a page that is left in the middle of a request comes back without an error', async () => {
  const server = await serveJobs()
  const page = await openJob(server)
  server.setMode('hanging')
  await server.waitForRequest()
  await clickLink(page, 'Slow page')
  const respond = await server.waitForNavigation()
  server.setMode('responding')
  respond()
  await waitForPath(page, '/slow')

  server.endJob()
  await page.evaluate(() => history.back())
  await waitForPath(page, '/')
  await waitForState(page, 'completed, live')
  expect(await getStates(page)).not.toContain('retrying')
  expect(server.consoleErrors).toEqual([])
})

describe('in the middle of a request, a click on a link does not show an error', () => {
  test.each(['Slow page', 'Attachment'])('%s', async (link) => {
    const server = await serveJobs()
    const page = await openJob(server)
    server.setMode('hanging')
    await server.waitForRequest()
    await clickLink(page, link)
    const respond = await server.waitForNavigation()
    server.setMode('responding')
    if (link === 'Attachment') {
      respond()
      server.endJob()
      await waitForState(page, 'completed, live')
    } else {
      // WebKit ends every request until the navigation has a response.
      const clickedAt = Date.now()
      await expect.poll(() => Date.now() - clickedAt, { timeout: 5_000 }).toBeGreaterThan(3_000)
      respond()
      await waitForPath(page, '/slow')
    }
    expect(await getStates(page)).not.toContain('retrying')
    expect(server.consoleErrors).toEqual([])
  })
})
