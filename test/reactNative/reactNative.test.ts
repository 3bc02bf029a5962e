import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement } from 'react'
import { act, create, type ReactTestRenderer } from 'react-test-renderer'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import {
  createOptimizationClient,
  type OptimizationClient,
  OptimizationError,
  waitForOptimizationJob,
} from '../../src/api.js'
import { type OptimizationJobState, OptimizationProvider, useOptimizationJob } from '../../src/index.js'
import { createJobSimulator } from '../../src/testing.js'
import { getRejection } from '../support/respond.js'
import { installReactNative } from './setUp.js'

const advance = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)))

const PROJECT_ID = '0b6e7c1e-6a39-4a1b-9d2c-111111111111'

beforeAll(installReactNative)
afterAll(() => vi.unstubAllGlobals())
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Client of a simulated service. Every response passes through `fetch`, as text. */
function setUp() {
  const simulator = createJobSimulator({ projectIds: [PROJECT_ID], token: 'key' })
  const requests: Request[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    requests.push(request)
    return simulator(request)
  })
  const client = createOptimizationClient({
    baseUrl: 'https://service.test/api/v2',
    getToken: () => 'key',
  })
  return { simulator, requests, client }
}

function renderHook(client: OptimizationClient, jobId: string) {
  const states: OptimizationJobState[] = []
  function Job() {
    states.push(useOptimizationJob({ projectId: PROJECT_ID, jobId }))
    return null
  }
  let renderer: ReactTestRenderer | undefined
  act(() => {
    renderer = create(
      createElement(
        QueryClientProvider,
        { client: new QueryClient() },
        createElement(OptimizationProvider, { client }, createElement(Job)),
      ),
    )
  })
  return { renderer: renderer as ReactTestRenderer, getState: () => states.at(-1) }
}

it('the hook polls a job until it is completed, and the provider renders no HTML', async () => {
  const { simulator, client } = setUp()
  const jobId = simulator.addJob({ projectId: PROJECT_ID, ageMs: 0 })
  const { renderer, getState } = renderHook(client, jobId)
  await advance(1_000)
  expect(getState()).toMatchObject({ kind: 'queued', connection: 'live' })
  await advance(600_000)
  expect(getState()).toMatchObject({ kind: 'completed', error: null })
  expect(renderer.toJSON()).toBeNull()
  act(() => renderer.unmount())
})

it('the client lists, starts and cancels jobs', async () => {
  const { client, requests } = setUp()
  const id = '0b6e7c1e-6a39-4a1b-9d2c-222222222222'
  const { jobId } = await client.startJob({
    projectId: PROJECT_ID,
    promptTemplateVersionId: id,
    datasetId: id,
  })
  await client.cancelJob({ projectId: PROJECT_ID, jobId })
  const page = await client.listJobs({ projectId: PROJECT_ID, page: 1, pageSize: 10 })
  expect(page.jobs).toMatchObject([{ jobId }])
  expect(requests.at(-1)?.url).toMatch(/\?page=1&page_size=10$/)
})

it('an aborted request rejects with an AbortError, and a late one with a timeout', async () => {
  setUp()
  vi.stubGlobal('fetch', () => new Promise(() => {}))
  const client = createOptimizationClient({ baseUrl: 'https://service.test/api/v2', timeoutMs: 5_000 })
  const controller = new AbortController()
  const job = { projectId: PROJECT_ID, jobId: 'job' }
  const aborted = getRejection(client.getJob(job, { signal: controller.signal }))
  const late = getRejection(client.getJob(job))
  controller.abort()
  expect(await aborted).toMatchObject({ name: 'AbortError' })
  await vi.advanceTimersByTimeAsync(5_000)
  const error = await late
  expect(error).toBeInstanceOf(OptimizationError)
  expect(error).toMatchObject({ kind: 'timeout' })
})

it('waiting for a job stops when it is aborted', async () => {
  const { simulator, client } = setUp()
  const jobId = simulator.addJob({ projectId: PROJECT_ID })
  const controller = new AbortController()
  const waiting = getRejection(
    waitForOptimizationJob(client, { projectId: PROJECT_ID, jobId, signal: controller.signal }),
  )
  await vi.advanceTimersByTimeAsync(1_000)
  controller.abort()
  expect(await waiting).toMatchObject({ name: 'AbortError' })
})

it('a base URL with credentials is rejected', async () => {
  setUp()
  const client = createOptimizationClient({ baseUrl: 'https://user:password@service.test/api' })
  const error = await getRejection(client.getJob({ projectId: PROJECT_ID, jobId: 'job' }))
  expect(error).toMatchObject({ kind: 'invalid-request' })
})

it('a response is redacted without encoders', async () => {
  setUp()
  vi.stubGlobal('fetch', async () => new Response('{"message":"12% of key%2D123456"}', { status: 400 }))
  const client = createOptimizationClient({
    baseUrl: 'https://service.test/api/v2',
    getToken: () => 'key-123456',
  })
  const error = await getRejection(client.getJob({ projectId: PROJECT_ID, jobId: 'job' }))
  expect(error).toMatchObject({ status: 400, serviceMessage: '12% of [redacted]' })
})

it('English and German need no plural rules', async () => {
  vi.stubGlobal('Intl', { ...Intl, PluralRules: undefined })
  const { de } = await import('../../src/locales/de.js')
  expect(de.humanLabels(2)).toBe('menschliche Labels')
})
