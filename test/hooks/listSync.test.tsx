import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  optimizationJobListOptions,
  optimizationJobOptions,
  optimizationKeys,
  useCancelOptimizationJob,
  useOptimizationJob,
  useOptimizationJobList,
} from '../../src/index.js'
import { createJobSimulator } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, PROJECT_ID } from '../support/renderJobHook.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('useOptimizationJobList stays in sync with a polled job without extra requests', async () => {
  const simulator = createJobSimulator()
  const jobId = simulator.addJob({ projectId: PROJECT_ID, scenario: 'withoutTestRun' })
  const { wrapper } = createTestApp({ fetch: simulator })
  const { result } = renderHook(
    () => {
      const job = useOptimizationJob({ projectId: PROJECT_ID, jobId, pollIntervalMs: 1_000 })
      return { job, list: useOptimizationJobList({ projectId: PROJECT_ID, pollIntervalMs: 3_600_000 }) }
    },
    { wrapper },
  )
  const seen = new Set<string>()
  for (let seconds = 0; seconds < 130; seconds++) {
    await advance(1_000)
    const { job, list } = result.current
    seen.add(job.kind)
    expect(list.jobs[0]).toMatchObject({
      phase: job.job?.phase,
      status: job.job?.status,
      completedAt: job.job?.completedAt,
    })
  }
  expect([...seen]).toEqual(['queued', 'running', 'completed'])
  expect(simulator.requests.filter(({ operation }) => operation === 'listJobs')).toHaveLength(1)
})

it('useOptimizationJobList refetches a list filtered by status when a job’s status changes', async () => {
  const simulator = createJobSimulator()
  const jobId = simulator.addJob({ projectId: PROJECT_ID })
  const { wrapper } = createTestApp({ fetch: simulator })
  const { result } = renderHook(
    () => {
      useOptimizationJob({ projectId: PROJECT_ID, jobId, pollIntervalMs: 1_000 })
      return useOptimizationJobList({ projectId: PROJECT_ID, status: 'pending', pollIntervalMs: 3_600_000 })
    },
    { wrapper },
  )
  await advance()
  expect(result.current.jobs).toHaveLength(1)
  await advance(10_000)
  expect(result.current.jobs).toEqual([])
})

it('useOptimizationJobList does not fall behind a job when a list response was in flight', async () => {
  const simulator = createJobSimulator()
  const jobId = simulator.addJob({ projectId: PROJECT_ID, scenario: 'withoutTestRun' })
  let respondLate = () => {}
  const { wrapper, queryClient } = createTestApp({
    async fetch(request) {
      const response = await simulator(request)
      if (request.url.endsWith(jobId)) return response
      return new Promise((resolve) => {
        respondLate = () => resolve(response)
      })
    },
  })
  const { result } = renderHook(
    () => ({
      job: useOptimizationJob({ projectId: PROJECT_ID, jobId, pollIntervalMs: 1_000 }),
      list: useOptimizationJobList({ projectId: PROJECT_ID }),
    }),
    { wrapper },
  )
  await advance(150_000)
  expect(result.current.job.kind).toBe('completed')
  const polls = queryClient.getQueryState(
    optimizationKeys.job({ projectId: PROJECT_ID, jobId }),
  )?.dataUpdateCount
  respondLate()
  await advance()
  const { phase, status, completedAt, optimizedVersionId } = result.current.job.job ?? {}
  expect(result.current.list.jobs[0]).toMatchObject({ phase, status, completedAt, optimizedVersionId })
  expect(
    queryClient.getQueryState(optimizationKeys.job({ projectId: PROJECT_ID, jobId }))?.dataUpdateCount,
  ).toBe(polls)
})

it('a list response updates the other lists of the project, with query options alone', async () => {
  const simulator = createJobSimulator()
  simulator.addJob({ projectId: PROJECT_ID })
  const { client, queryClient } = createTestApp({ fetch: simulator })
  const lists = [{ pageSize: 10 }, { pageSize: 20 }].map((filter) =>
    optimizationJobListOptions(client, { projectId: PROJECT_ID, ...filter }),
  )
  const phases = () =>
    lists.map(({ queryKey }) => queryClient.getQueryData(queryKey)?.pages[0]?.jobs[0]?.phase)
  for (const list of lists) await queryClient.fetchInfiniteQuery(list)
  expect(phases()).toEqual(['queued', 'queued'])
  await advance(11_000)
  const [first] = lists
  if (first) await queryClient.fetchInfiniteQuery(first)
  expect(phases()).toEqual(['running', 'running'])
})

it('a list response writes its own data once', async () => {
  const simulator = createJobSimulator()
  const jobId = simulator.addJob({ projectId: PROJECT_ID })
  const { client, queryClient } = createTestApp({ fetch: simulator })
  const list = optimizationJobListOptions(client, { projectId: PROJECT_ID })
  await queryClient.fetchQuery(optimizationJobOptions(client, { projectId: PROJECT_ID, jobId }))
  await queryClient.fetchInfiniteQuery(list)
  await advance(11_000)
  const actions: string[] = []
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type === 'updated') actions.push(`${event.query.queryKey[2]} ${event.action.type}`)
  })
  await queryClient.fetchInfiniteQuery(list)
  expect(actions).toEqual(expect.arrayContaining(['list fetch', 'list success', 'job setState']))
  expect(actions).toHaveLength(3)
})

it('useOptimizationJobList shows that a job is being cancelled, and that it is not after each error', async () => {
  const simulator = createJobSimulator()
  const jobId = simulator.addJob({ projectId: PROJECT_ID, ageMs: 10_000 })
  let failCancel = (_: Response) => {}
  const { wrapper } = createTestApp({
    fetch: (request) =>
      request.method === 'POST' ? new Promise((resolve) => (failCancel = resolve)) : simulator(request),
  })
  const { result } = renderHook(
    () => {
      useOptimizationJob({ projectId: PROJECT_ID, jobId })
      return {
        cancel: useCancelOptimizationJob({ projectId: PROJECT_ID }),
        list: useOptimizationJobList({ projectId: PROJECT_ID }),
      }
    },
    { wrapper },
  )
  await advance()
  for (let attempt = 1; attempt <= 2; attempt++) {
    act(() => result.current.cancel.mutate(jobId))
    await advance()
    expect(result.current.list.jobs[0]).toMatchObject({ isCancelling: true, status: 'running' })
    failCancel(new Response(null, { status: 503 }))
    await advance()
    expect(result.current.list.jobs[0]?.isCancelling).toBe(false)
  }
})

it('useOptimizationJobList with a filter does not refetch while its rows lag behind a job', async () => {
  const simulator = createJobSimulator()
  const jobId = simulator.addJob({ projectId: PROJECT_ID })
  let lagging: Response | undefined
  let requests = 0
  const { wrapper } = createTestApp({
    async fetch(request) {
      if (request.url.endsWith(jobId)) return simulator(request)
      requests++
      lagging ??= await simulator(request)
      return lagging.clone()
    },
  })
  renderHook(
    () => {
      useOptimizationJob({ projectId: PROJECT_ID, jobId, pollIntervalMs: 1_000 })
      return useOptimizationJobList({ projectId: PROJECT_ID, status: 'pending', pollIntervalMs: 3_600_000 })
    },
    { wrapper },
  )
  await advance(60_000)
  // The first one, and one when the job changes.
  expect(requests).toBe(2)
})
