import { expect, test } from 'vitest'
import { openJob, waitForState } from './openJob.js'
import { serveJobs } from './serveJobs.js'
import { startBrowser } from './startBrowser.js'

startBrowser()

test('a hidden page stops polling, and polls at once when it is shown', async () => {
  const server = await serveJobs()
  const page = await openJob(server)
  // Polls for as long as the first page would have.
  const other = await openJob(server, 'two')

  await page.hide()
  await waitForState(page, 'running, paused')
  server.requests.length = 0
  await expect.poll(() => server.requests.length, { timeout: 10_000 }).toBe(4)
  expect(server.requests.map(({ window }) => window)).toEqual(Array(4).fill('two'))

  await other.hide()
  await waitForState(other, 'running, paused')
  server.requests.length = 0
  server.endJob()
  await page.show()
  await waitForState(page, 'completed, live')
  expect(server.requests.map(({ window }) => window)).toEqual(['one'])
  expect(server.consoleErrors).toEqual([])
})
