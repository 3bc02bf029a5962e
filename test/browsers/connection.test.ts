import { expect, test } from 'vitest'
import { openJob, waitForState } from './openJob.js'
import { serveJobs } from './serveJobs.js'
import { startBrowser } from './startBrowser.js'

startBrowser()

test('an offline page says so and does not poll, and polls at once when it is online', async () => {
  const server = await serveJobs()
  const page = await openJob(server)
  server.setMode('disconnected')
  await page.setOffline(true)
  await waitForState(page, 'running, offline')
  await page.evaluate(
    ({ screen, within }) => within(screen.getByRole('article')).getByText(/You’re offline/).textContent,
  )

  server.setMode('responding')
  server.endJob()
  server.requests.length = 0
  await page.setOffline(false)
  await waitForState(page, 'completed, live')
  expect(server.requests).toHaveLength(1)
  expect(server.consoleErrors).toEqual([])
})

test('lost connections are shown as an error, which ends with “Retry now”', async () => {
  const server = await serveJobs()
  const page = await openJob(server)
  server.setMode('disconnected')
  await waitForState(page, 'running, retrying')
  await page.evaluate(
    ({ screen, within }) =>
      within(screen.getByRole('article')).getByText('Can’t reach the service.').textContent,
  )

  server.setMode('responding')
  server.endJob()
  await page.click(({ screen }) => screen.getByRole('button', { name: /^Retry now/ }))
  await waitForState(page, 'completed, live')
  expect(server.consoleErrors).toEqual([])
})
