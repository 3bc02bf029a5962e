import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { getRejection } from '../support/respond.js'
import { PROJECT_ID, setUp } from './setUp.js'

describe('simulator.injectFault', () => {
  it('returns an error status with message and Retry-After for the next request only', async () => {
    const { simulator, send, jobsPath } = setUp()
    simulator.injectFault({ status: 429, message: 'slow down', retryAfter: 30 })
    const { response, status, body } = await send('GET', jobsPath)
    expect([status, body, response.headers.get('Retry-After')]).toEqual([429, { message: 'slow down' }, '30'])
    expect((await send('GET', jobsPath)).status).toBe(200)
  })

  it('applies to the given number of requests of the given operation', async () => {
    const { simulator, send, jobsPath } = setUp()
    const jobId = simulator.addJob({ projectId: PROJECT_ID })
    simulator.injectFault({ status: 503 }, { operation: 'getJob', times: 2 })
    const statuses = []
    for (const path of [jobsPath, `${jobsPath}/${jobId}`, `${jobsPath}/${jobId}`, `${jobsPath}/${jobId}`]) {
      statuses.push((await send('GET', path)).status)
    }
    expect(statuses).toEqual([200, 503, 503, 200])
  })

  it('returns an invalid body', async () => {
    const { simulator, jobsPath } = setUp()
    simulator.injectFault({ body: '<html>' })
    const response = await simulator(new Request(`https://service.test${jobsPath}`))
    expect([response.status, response.headers.get('Content-Type'), await response.text()]).toEqual([
      200,
      'text/html',
      '<html>',
    ])
  })

  it('rejects like a network error, or hangs until the request is aborted', async () => {
    const { simulator, jobsPath } = setUp()
    const url = `https://service.test${jobsPath}`
    simulator.injectFault('reset')
    expect(await getRejection(simulator(new Request(url)))).toBeInstanceOf(TypeError)
    simulator.injectFault('hang')
    const controller = new AbortController()
    const outcome = getRejection(simulator(new Request(url, { signal: controller.signal })))
    controller.abort(new Error('aborted'))
    expect(await outcome).toEqual(new Error('aborted'))
  })

  it('delays the response unless the request is aborted first', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const { simulator, send, jobsPath } = setUp()
    simulator.injectFault({ delayMs: 8_000 }, { times: 2 })
    let status: number | undefined
    const sent = send('GET', jobsPath).then((response) => {
      status = response.status
    })
    await vi.advanceTimersByTimeAsync(7_999)
    expect(status).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    await sent
    expect(status).toBe(200)

    const controller = new AbortController()
    const request = new Request(`https://service.test${jobsPath}`, { signal: controller.signal })
    const outcome = getRejection(simulator(request))
    controller.abort(new Error('aborted'))
    expect(await outcome).toEqual(new Error('aborted'))
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is undone by clearFaults', async () => {
    const { simulator, send, jobsPath } = setUp()
    simulator.injectFault({ status: 500 }, { times: Number.POSITIVE_INFINITY })
    expect((await send('GET', jobsPath)).status).toBe(500)
    simulator.clearFaults()
    expect((await send('GET', jobsPath)).status).toBe(200)
  })
})

it('simulator.requests logs the operation, path, status and time of each request', async () => {
  const { simulator, send, jobsPath, wait, start, cancel } = setUp()
  const { job_id: jobId } = (await start()).body
  wait(1_000)
  await cancel(jobId)
  await send('GET', `${jobsPath}?page=2`)
  await send('GET', '/elsewhere')
  simulator.injectFault('reset')
  await getRejection(send('GET', `${jobsPath}/${jobId}`))
  const [first] = simulator.requests
  expect(
    simulator.requests.map(({ operation, path, status, at }) => [
      operation,
      path,
      status,
      at - (first?.at ?? 0),
    ]),
  ).toEqual([
    ['startJob', jobsPath, 202, 0],
    ['cancelJob', `${jobsPath}/${jobId}/cancel`, 200, 1_000],
    ['listJobs', `${jobsPath}?page=2`, 200, 1_000],
    [null, '/elsewhere', 404, 1_000],
    ['getJob', `${jobsPath}/${jobId}`, null, 1_000],
  ])
})

it('simulator.advance adds to the time of the given clock', async () => {
  const { simulator, get, wait } = setUp()
  const jobId = simulator.addJob({ projectId: PROJECT_ID })
  simulator.advance(60_000)
  expect((await get(jobId)).progress.step).toBe(2)
  wait(100_000)
  expect((await get(jobId)).progress.step).toBe(3)
})
