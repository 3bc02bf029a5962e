import { Agent, get } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { expect, test } from 'vitest'
import { createProxyHandler } from '../../src/server.js'
import { buildJob } from '../../src/testing.js'
import { JOB_ID, JOBS, OPTIONS } from '../proxy/setUp.js'
import { listen } from '../support/listen.js'
import { heapMegabytes } from './heapMegabytes.js'
import { logFigures } from './logFigures.js'

const REQUESTS = 100_000
const CONNECTIONS = 16

test.each([
  ['without sharing', 0],
  ['with sharing', 1_000],
])('the proxy leaks no memory in 100,000 successful requests %s', async (_, shareForMs) => {
  const job = JSON.stringify(buildJob({ job_id: JOB_ID }))
  const service = await listen((_, response) =>
    response.setHeader('Content-Type', 'application/json').end(job),
  )
  const origin = await listen(
    getRequestListener(createProxyHandler({ ...OPTIONS, baseUrl: `${service}/api/v2`, shareForMs })),
  )
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const poll = () =>
    new Promise<number | undefined>((resolve, reject) => {
      get(`${origin}${JOBS}/${JOB_ID}`, { agent }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode))
      }).on('error', reject)
    })
  const succeed = async (count: number) => {
    let left = count
    const connection = async () => {
      while (left-- > 0) if ((await poll()) !== 200) throw new Error('a request failed')
    }
    await Promise.all(Array.from({ length: CONNECTIONS }, connection))
  }

  // Warm-up: V8 allocates compiled code until then.
  await succeed(5_000)
  const megabytes = [await heapMegabytes()]
  const startedAt = performance.now()
  for (let quarter = 0; quarter < 4; quarter++) {
    await succeed(REQUESTS / 4)
    megabytes.push(await heapMegabytes())
  }
  agent.destroy()

  const seconds = (performance.now() - startedAt) / 1000
  const figures = megabytes.map((each) => each.toFixed(2)).join(', ')
  logFigures(`${REQUESTS} requests in ${seconds.toFixed(0)} s on Node ${process.version}; heap ${figures} MB`)
  // A listener per request would take 5.1 KB each, 510 MB in all.
  expect((megabytes.at(-1) as number) - (megabytes[0] as number)).toBeLessThan(2)
})
