import { expect, test } from 'vitest'
import type { TestPage } from './driver/TestBrowser.js'
import { openJob, waitForState } from './openJob.js'
import { serveJobs } from './serveJobs.js'
import { startBrowser } from './startBrowser.js'

startBrowser()

const INTERVAL_MS = 1_000
// Latency between page and service on a busy machine.
const SLACK_MS = 700

async function openWindows() {
  const server = await serveJobs()
  const windows = new Map<string, TestPage>()
  for (const name of ['one', 'two']) windows.set(name, await openJob(server, name, { shared: true }))
  /** Waits for the next request, and returns the windows that did and did not send it. */
  const waitForLeader = async () => {
    const { window: name } = await server.waitForRequest()
    const [other] = [...windows.keys()].filter((each) => each !== name) as [string]
    return { name, leader: windows.get(name) as TestPage, follower: windows.get(other) as TestPage }
  }
  /** Milliseconds until the other window sends a request. */
  const measureTakeover = async (name: string) => {
    const leftAt = Date.now()
    const next = () => server.requests.find(({ window, at }) => window !== name && at >= leftAt)
    await expect.poll(next, { timeout: 10_000, interval: 10 }).toBeDefined()
    return (next()?.at ?? Number.POSITIVE_INFINITY) - leftAt
  }
  return { server, windows, waitForLeader, measureTakeover }
}

test('two windows send the requests of one, and both show the result', async () => {
  const { server, windows } = await openWindows()
  server.requests.length = 0
  await expect.poll(() => server.requests.length, { timeout: 15_000, interval: 10 }).toBe(6)
  const times = server.requests.map(({ at }) => at)
  for (const [index, at] of times.slice(1).entries()) {
    expect(at - (times[index] as number)).toBeGreaterThan(INTERVAL_MS / 2)
  }
  server.endJob()
  for (const page of windows.values()) await waitForState(page, 'completed, live')
  expect(server.consoleErrors).toEqual([])
})

test('takeover happens within one interval when the polling window is hidden, which still shows results', async () => {
  const { server, windows, waitForLeader, measureTakeover } = await openWindows()
  const { name, leader } = await waitForLeader()
  await leader.hide()
  expect(await measureTakeover(name)).toBeLessThan(INTERVAL_MS + SLACK_MS)
  const count = server.requests.filter(({ window }) => window === name).length
  server.endJob()
  for (const page of windows.values()) await waitForState(page, 'completed, live')
  expect(server.requests.filter(({ window }) => window === name)).toHaveLength(count)
  expect(server.consoleErrors).toEqual([])
})

test('takeover happens without a failure when the polling window is left for a slow page in the middle of a request', async () => {
  const { server, waitForLeader, measureTakeover } = await openWindows()
  server.setMode('hanging')
  const { name, leader, follower } = await waitForLeader()
  await leader.click(({ screen }) => screen.getByRole('link', { name: 'Slow page' }))
  const respond = await server.waitForNavigation()
  server.setMode('responding')
  // In Firefox, the window polls until it is gone. In WebKit, it cannot, and the other one takes over after a timeout.
  await server.waitForRequest()
  respond()
  expect(await measureTakeover(name)).toBeLessThan(INTERVAL_MS + SLACK_MS)
  server.endJob()
  await waitForState(follower, 'completed, live')
  expect(await follower.evaluate(() => sessionStorage.getItem('states'))).not.toContain('retrying')
  expect(server.consoleErrors).toEqual([])
})

test('takeover happens within one interval when the polling window closes in the middle of a request', async () => {
  const { server, waitForLeader, measureTakeover } = await openWindows()
  server.setMode('hanging')
  const { name, leader, follower } = await waitForLeader()
  server.setMode('responding')
  await leader.close()
  expect(await measureTakeover(name)).toBeLessThan(INTERVAL_MS + SLACK_MS)
  server.endJob()
  await waitForState(follower, 'completed, live')
  expect(server.consoleErrors).toEqual([])
})
