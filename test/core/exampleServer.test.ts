import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createService } from '../../examples/server/server.mjs'
import {
  createOptimizationClient,
  type OptimizationJob,
  optimizationJobPageSchema,
  optimizationJobSchema,
  type StandardSchemaV1,
  startedOptimizationJobSchema,
  waitForOptimizationJob,
} from '../../src/api.js'
import { listen } from '../support/listen.js'
import { getRejection } from '../support/respond.js'

const API_KEY = 'secret-of-the-example'
const STEP_MS = 10_000
const INPUT = {
  projectId: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
  promptTemplateVersionId: 'b2d0c6a4-7e1f-4c53-8f7e-4a9d3b6c5e22',
  datasetId: '8f2c1d4e-6a0b-4c57-9e21-3b7d50a9c684',
}
const { projectId } = INPUT

// Fake timers for the client, real ones for the sockets.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** The example server on a real socket, a clock for it, and a client. */
async function setUp() {
  let nowMs = Date.parse('2026-01-15T09:30:00Z')
  const origin = await listen(createService({ apiKey: API_KEY, stepMs: STEP_MS, now: () => nowMs }))
  const baseUrl = `${origin}/api/v2`
  const createClient = (token = API_KEY) => createOptimizationClient({ baseUrl, getToken: () => token })
  return {
    client: createClient(),
    createClient,
    jobsUrl: `${baseUrl}/projects/${projectId}/prompt-optimization-jobs`,
    advance: (ms: number) => {
      nowMs += ms
    },
  }
}

/** Fetches without the client. */
async function getJson(url: string, init: RequestInit = {}) {
  const response = await fetch(url, { ...init, headers: { Authorization: `Bearer ${API_KEY}` } })
  return { status: response.status, body: await response.json() }
}

async function expectValid(schema: StandardSchemaV1<unknown, unknown>, body: unknown): Promise<void> {
  expect((await schema['~standard'].validate(body)).issues).toBeUndefined()
}

it('the example server runs a job until it has completed', async () => {
  const { client, advance } = await setUp()
  const { jobId, phase } = await client.startJob(INPUT)
  expect(phase).toBe('queued')
  const updates: string[] = []
  const onProgress = ({ phase, progress }: OptimizationJob) => {
    updates.push(`${phase} ${progress?.step ?? '-'}`)
    advance(STEP_MS)
    // By then, the next poll is scheduled, after 10 s plus 5 % at most.
    queueMicrotask(() => vi.advanceTimersByTime(10_500))
  }
  const job = await waitForOptimizationJob(client, { projectId, jobId, onProgress })
  expect(updates).toEqual(['queued -', 'running 1', 'running 2', 'running 3', 'running 4', 'completed 4'])
  expect(job).toMatchObject({
    optimizedVersionId: expect.any(String),
    testRunId: expect.any(String),
    completedAt: '2026-01-15T09:30:50.000Z',
  })
})

it('the example server runs a job without a test in one step', async () => {
  const { client, advance } = await setUp()
  const job = {
    projectId,
    jobId: (await client.startJob({ ...INPUT, runTestAfterOptimization: false })).jobId,
  }
  advance(STEP_MS)
  expect(await client.getJob(job)).toMatchObject({ phase: 'running', progress: { step: 1, totalSteps: 1 } })
  advance(STEP_MS)
  expect(await client.getJob(job)).toMatchObject({ phase: 'completed', testRunId: null })
})

it('the example server cancels a job that is not over', async () => {
  const { client, advance } = await setUp()
  const { jobId } = await client.startJob(INPUT)
  advance(STEP_MS)
  await client.cancelJob({ projectId, jobId })
  advance(STEP_MS)
  expect(await client.getJob({ projectId, jobId })).toMatchObject({
    phase: 'cancelled',
    completedAt: '2026-01-15T09:30:10.000Z',
    optimizedVersionId: null,
  })
  expect(await getRejection(client.cancelJob({ projectId, jobId }))).toMatchObject({
    status: 400,
    serviceMessage: 'The job is already cancelled',
  })
})

it('the example server lists the jobs of a project by page and by status, newest first', async () => {
  const { client } = await setUp()
  const ids: string[] = []
  for (let count = 0; count < 3; count++) ids.unshift((await client.startJob(INPUT)).jobId)
  await client.cancelJob({ projectId, jobId: ids[1] ?? '' })
  const list = async (input: { page?: number; pageSize?: number; status?: string }) => {
    const { jobs, ...page } = await client.listJobs({ projectId, ...input })
    return { ...page, ids: jobs.map(({ jobId }) => jobId) }
  }
  expect(await list({})).toEqual({ page: 1, pageSize: 30, hasNext: false, ids })
  expect(await list({ pageSize: 2 })).toMatchObject({ hasNext: true, ids: ids.slice(0, 2) })
  expect(await list({ pageSize: 2, page: 2 })).toMatchObject({ hasNext: false, ids: ids.slice(2) })
  expect(await list({ status: 'cancelled' })).toMatchObject({ ids: [ids[1]] })
  const { jobs } = await client.listJobs({ projectId: INPUT.datasetId })
  expect(jobs).toEqual([])
})

it.each<[string, number, (service: Awaited<ReturnType<typeof setUp>>) => Promise<unknown>]>([
  ['a project ID that is not a UUID', 400, ({ client }) => client.listJobs({ projectId: 'p' })],
  ['a page size of 0', 400, ({ client }) => client.listJobs({ projectId, pageSize: 0 })],
  ['another API key', 401, ({ createClient }) => createClient('another key').listJobs({ projectId })],
  ['an unknown job', 404, ({ client }) => client.getJob({ projectId, jobId: INPUT.datasetId })],
  ['an unknown path', 404, ({ client }) => client.send({ projectId, path: ['x'], body: {} })],
])('the example server responds to %s with %i and a message', async (_, status, request) => {
  expect(await getRejection(request(await setUp()))).toMatchObject({
    status,
    serviceMessage: expect.any(String),
    isRetryable: false,
  })
})

it('the example server rejects an invalid body and an unsupported method', async () => {
  const { jobsUrl } = await setUp()
  for (const body of ['{', 'null', '{"prompt_template_version_id":"v","dataset_id":"d"}'])
    expect(await getJson(jobsUrl, { method: 'POST', body })).toMatchObject({
      status: 400,
      body: { message: expect.any(String) },
    })
  expect(await getJson(jobsUrl, { method: 'PUT' })).toMatchObject({ status: 405 })
})

it('every response of the example server matches the exported schemas', async () => {
  const { jobsUrl, advance } = await setUp()
  const body = JSON.stringify({
    prompt_template_version_id: INPUT.promptTemplateVersionId,
    dataset_id: INPUT.datasetId,
  })
  const started = await getJson(jobsUrl, { method: 'POST', body })
  expect(started.status).toBe(202)
  await expectValid(startedOptimizationJobSchema, started.body)
  const statuses: string[] = []
  for (let step = 0; step <= 5; step++) {
    const job = await getJson(`${jobsUrl}/${started.body.job_id}`)
    await expectValid(optimizationJobSchema, job.body)
    await expectValid(optimizationJobPageSchema, (await getJson(jobsUrl)).body)
    statuses.push(job.body.status)
    advance(STEP_MS)
  }
  expect(statuses).toEqual(['pending', 'running', 'running', 'running', 'running', 'completed'])
})
