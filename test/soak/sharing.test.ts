import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createProxyHandler } from '../../src/server.js'
import { buildJob } from '../../src/testing.js'
import { JOBS, OPTIONS, ORIGIN } from '../proxy/setUp.js'
import { heapMegabytes } from './heapMegabytes.js'
import { logFigures } from './logFigures.js'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'Date'] }))
afterEach(() => void vi.useRealTimers())

const HOUR_S = 3_600
const JOBS_PER_HOUR = 100_000

function setUpHandler(createBody: (jobId: string) => string) {
  let serviceRequests = 0
  const handler = createProxyHandler({
    ...OPTIONS,
    fetch: async ({ url }) => {
      serviceRequests++
      return new Response(createBody(url.slice(url.lastIndexOf('/') + 1)))
    },
  })
  const read = async (jobId: string) => {
    const { status } = await handler(new Request(`${ORIGIN}${JOBS}/${jobId}`))
    if (status !== 200) throw new Error('a request failed')
  }
  return { read, serviceRequests: () => serviceRequests }
}

test('the memory of what is shared stays flat in an hour of viewers of 100,000 jobs', async () => {
  const { read, serviceRequests } = setUpHandler((jobId) => JSON.stringify(buildJob({ job_id: jobId })))
  const megabytes: number[] = []
  let requests = 0
  for (let second = 0; second < HOUR_S; second++) {
    const first = Math.floor((second * JOBS_PER_HOUR) / HOUR_S)
    const last = Math.floor(((second + 1) * JOBS_PER_HOUR) / HOUR_S)
    // Each job has three viewers, who look again ten and twenty seconds later.
    for (const delay of [0, 10, 20]) {
      const offset = Math.floor((delay * JOBS_PER_HOUR) / HOUR_S)
      for (let job = Math.max(first - offset, 0); job < last - offset; job++) {
        await Promise.all([read(`job-${job}`), read(`job-${job}`), read(`job-${job}`)])
        requests += 3
      }
    }
    vi.advanceTimersByTime(1_000)
    if ((second + 1) % (HOUR_S / 4) === 0) megabytes.push(await heapMegabytes())
  }
  const figures = megabytes.map((each) => each.toFixed(2)).join(', ')
  logFigures(
    `${requests} requests, ${serviceRequests()} at the service; heap after each quarter ${figures} MB`,
  )
  expect(serviceRequests()).toBe(requests / 3)
  expect((megabytes.at(-1) as number) - (megabytes[0] as number)).toBeLessThan(1)
})

test('a burst of 20,000 IDs with large responses takes no more memory than the limit', async () => {
  const before = await heapMegabytes()
  const { read } = setUpHandler((jobId) => JSON.stringify({ jobId, text: 'x'.repeat(20_000) }))
  for (let burst = 0; burst < 40; burst++) {
    await Promise.all(Array.from({ length: 500 }, (_, index) => read(`job-${burst}-${index}`)))
  }
  const megabytes = (await heapMegabytes()) - before
  logFigures(`20,000 responses of 20 KB, 400 MB in all, leave ${megabytes.toFixed(1)} MB`)
  expect(megabytes).toBeLessThan(32)
})
