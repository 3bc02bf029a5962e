import { expect, it } from 'vitest'
import { createOptimizationClient } from '../../src/api.js'
import { createProxyHandler } from '../../src/server.js'
import { buildJob, createJobSimulator } from '../../src/testing.js'
import { listen } from '../support/listen.js'
import {
  JOB_ID,
  JOBS,
  KEY,
  OPTIONS,
  ORIGIN,
  PROJECT_ID,
  request,
  START_BODY,
  setUp,
  setUpService,
  start,
} from './setUp.js'

const headersOf = (sent: Request | undefined) => Object.fromEntries(sent?.headers ?? [])

it('the proxy serves the unmodified client in a browser without exposing the API key', async () => {
  const { handler, simulator } = setUpService()
  const client = createOptimizationClient({
    baseUrl: `${ORIGIN}/api/v2`,
    fetch: (sent) => {
      expect(sent.headers.has('Authorization')).toBe(false)
      // Browsers add this to every request.
      sent.headers.set('Sec-Fetch-Site', 'same-origin')
      return handler(sent)
    },
  })
  const started = await client.startJob({
    projectId: PROJECT_ID,
    promptTemplateVersionId: START_BODY.prompt_template_version_id,
    datasetId: START_BODY.dataset_id,
  })
  const job = { projectId: PROJECT_ID, jobId: started.jobId }
  await expect(client.getJob(job)).resolves.toMatchObject({ jobId: started.jobId, phase: 'queued' })
  const page = await client.listJobs({ projectId: PROJECT_ID, page: 1, pageSize: 1 })
  expect(page).toMatchObject({ hasNext: true, pageSize: 1 })
  await expect(client.cancelJob(job)).resolves.toBeUndefined()
  expect(simulator.jobs(PROJECT_ID)[0]).toMatchObject({ job_id: started.jobId, status: 'cancelling' })
  const completed = { projectId: PROJECT_ID, jobId: JOB_ID }
  await expect(client.cancelJob(completed)).rejects.toMatchObject({ kind: 'http', status: 400 })
})

it('the proxy forwards 4xx responses with the service’s message', async () => {
  const unknown = '0b6e7c1e-6a39-4a1b-9d2c-999999999999'
  const { send, onError } = setUpService()
  const response = await send(request('GET', `${JOBS}/${unknown}`))
  expect(response).toMatchObject({ status: 404, body: { message: 'Prompt optimization job not found' } })
  expect(await send(start('{}'))).toMatchObject({ status: 400 })
  expect(onError).not.toHaveBeenCalled()
})

it('the proxy requests the documented paths', async () => {
  const { handler, fetch } = setUp({ baseUrl: 'https://service.test/base/api/v2//' })
  await handler(request('GET', `${JOBS}/${JOB_ID}`))
  await handler(request('GET', JOBS))
  await handler(start(JSON.stringify(START_BODY)))
  await handler(request('POST', `${JOBS}/${JOB_ID}/cancel`))
  const jobs = `https://service.test/base${JOBS}`
  expect(fetch.mock.calls.map(([{ method, url }]) => `${method} ${url}`)).toEqual([
    `GET ${jobs}/${JOB_ID}`,
    `GET ${jobs}`,
    `POST ${jobs}`,
    `POST ${jobs}/${JOB_ID}/cancel`,
  ])
})

it('the proxy does not forward the browser’s headers and cookies', async () => {
  const { handler, fetch } = setUp()
  const headers = {
    Cookie: 'session=secret',
    Authorization: 'Bearer of the app',
    'X-Forwarded-For': '10.0.0.1',
    'X-Api-Key': 'mine',
    Connection: 'X-Api-Key',
    Accept: 'text/html',
    'Accept-Language': 'de',
  }
  await handler(request('GET', `${JOBS}/${JOB_ID}`, { headers }))
  await handler(
    start('{"a":1}', { headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } }),
  )
  await handler(request('POST', `${JOBS}/${JOB_ID}/cancel`, { headers, body: '{"a":1}' }))
  const [get, post, cancel] = fetch.mock.calls.map(([sent]) => sent)
  const expected = { authorization: `Bearer ${KEY}`, accept: 'application/json' }
  expect(headersOf(get)).toEqual(expected)
  expect(headersOf(post)).toEqual({ ...expected, 'content-type': 'application/json' })
  expect(await post?.text()).toBe('{"a":1}')
  expect(headersOf(cancel)).toEqual(expected)
  expect(cancel?.body).toBeNull()
})

it('the proxy forwards only the documented list parameters, without duplicates', async () => {
  const { handler, fetch } = setUp()
  await handler(
    request('GET', `${JOBS}?status=in%20progress%26x=1&page=2&page=3&page_size=5&api_key=x&__proto__=y`),
  )
  await handler(request('GET', `${JOBS}/${JOB_ID}?page=2&status=failed`))
  await handler(request('POST', `${JOBS}/${JOB_ID}/cancel?status=failed`))
  expect(fetch.mock.calls.map(([sent]) => new URL(sent.url).search)).toEqual([
    '?page=2&page_size=5&status=in+progress%26x%3D1',
    '',
    '',
  ])
})

it('the proxy fetches with cache: no-store', async () => {
  const { get, fetch } = setUp()
  await get()
  expect(fetch.mock.calls[0]?.[0].cache).toBe('no-store')
})

it('the proxy can be mounted at another basePath', async () => {
  const { handler, fetch } = setUp({ basePath: '/internal/jobs-api/' })
  const path = JOBS.replace('/api/v2', '/internal/jobs-api')
  expect((await handler(request('GET', path))).status).toBe(200)
  expect(fetch.mock.calls[0]?.[0].url).toBe(`https://service.test${JOBS}`)
  expect((await handler(request('GET', JOBS))).status).toBe(404)
  expect((await handler(request('GET', path.replace('jobs-api', 'jobs-apix')))).status).toBe(404)
})

it('the proxy can be mounted at the root', async () => {
  const { handler } = setUp({ basePath: '/' })
  expect((await handler(request('GET', JOBS.replace('/api/v2', '')))).status).toBe(200)
})

it('the proxy works over a real HTTP connection', async () => {
  const received: unknown[] = []
  const origin = await listen((incoming, response) => {
    received.push([incoming.headers.authorization, incoming.headers.cookie])
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify(buildJob({ job_id: JOB_ID })))
  })
  const handler = createProxyHandler({ ...OPTIONS, baseUrl: `${origin}/api/v2` })
  const response = await handler(request('GET', `${JOBS}/${JOB_ID}`, { headers: { Cookie: 'a=b' } }))
  expect(await response.json()).toMatchObject({ job_id: JOB_ID })
  expect(received).toEqual([[`Bearer ${KEY}`, undefined]])
})

it('the proxy calls the apiKey function for every request', async () => {
  const keys = ['wrong', KEY, ` ${KEY}\n`]
  const { get } = setUp({ fetch: createJobSimulator({ token: KEY }), apiKey: async () => keys.shift() ?? '' })
  const statuses = [await get(JOBS), await get(JOBS), await get(JOBS)].map((response) => response.status)
  expect(statuses).toEqual([502, 200, 200])
})
