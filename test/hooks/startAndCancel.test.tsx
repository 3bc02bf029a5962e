import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  OptimizationProvider,
  useCancelOptimizationJob,
  useOptimizationJob,
  useOptimizationJobList,
  useStartOptimizationJob,
} from '../../src/index.js'
import { jobInputKeys } from '../../src/prompts.js'
import { createJobSimulator } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, PROJECT_ID } from '../support/renderJobHook.js'
import { getRejection, respond } from '../support/respond.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  onlineManager.setOnline(true)
})

const SECOND = 1_000
const HOUR_MS = 3_600_000
const START_BODY = {
  promptTemplateVersionId: 'b2d0c6a4-7e1f-4c53-8f7e-4a9d3b6c5e22',
  datasetId: '8f2c1d4e-6a0b-4c57-9e21-3b7d50a9c684',
}

function setUp() {
  const simulator = createJobSimulator()
  const fetch = vi.fn((request: Request) => simulator(request))
  const { wrapper: App } = createTestApp({ fetch })
  const sent = (method: string) => fetch.mock.calls.filter(([request]) => request.method === method).length
  return { simulator, fetch, sent, wrapper: App }
}

describe('useStartOptimizationJob', () => {
  function renderStart(onSuccess = vi.fn()) {
    const parts = setUp()
    const { result } = renderHook(
      () => ({
        start: useStartOptimizationJob({ projectId: PROJECT_ID, onSuccess }),
        list: useOptimizationJobList({ projectId: PROJECT_ID }),
      }),
      { wrapper: parts.wrapper },
    )
    return { ...parts, result, onSuccess }
  }

  it('refetches the list, so that it has the new job', async () => {
    const { result, onSuccess } = renderStart()
    await advance()
    expect(result.current.list.jobs).toEqual([])
    act(() => result.current.start.mutate(START_BODY))
    await advance()
    expect(result.current.start.data?.jobId).toEqual(expect.any(String))
    expect(result.current.list.jobs.map(({ jobId }) => jobId)).toEqual([result.current.start.data?.jobId])
    expect(onSuccess).toHaveBeenCalledTimes(1)
    expect(onSuccess.mock.calls[0]?.slice(0, 2)).toEqual([result.current.start.data, START_BODY])
  })

  it('refetches the list when the response is lost, so that the user does not start the job twice', async () => {
    const { result, simulator, fetch } = renderStart()
    await advance()
    fetch.mockImplementationOnce(async (request) => {
      await simulator(request)
      return respond({}, { status: 502 })
    })
    act(() => result.current.start.mutate(START_BODY))
    await advance()
    expect(result.current.start.error).toMatchObject({ status: 502 })
    expect(result.current.list.jobs).toHaveLength(1)
  })

  it('starts two jobs of a client of the app’s own, whose IDs are not UUIDs', async () => {
    const { client, queryClient } = createTestApp({ fetch: createJobSimulator() })
    let count = 0
    const startJob = vi.fn(async () => {
      return { jobId: `job ${++count}`, status: 'pending', phase: 'queued', createdAt: '' } as const
    })
    const { result } = renderHook(() => useStartOptimizationJob({ projectId: PROJECT_ID }), {
      wrapper: ({ children }) => (
        <QueryClientProvider client={queryClient}>
          <OptimizationProvider client={{ ...client, startJob }}>{children}</OptimizationProvider>
        </QueryClientProvider>
      ),
    })
    const [first, second] = ['d1', 'd2'].map((datasetId) => ({ promptTemplateVersionId: 'v', datasetId }))
    if (!first || !second) throw new Error('There is no input.')
    act(() => {
      result.current.mutate(first)
      result.current.mutate(second)
    })
    await advance(300)
    expect(startJob).toHaveBeenCalledTimes(2)
    await advance(2_000)
    expect(result.current.findStartedJobId({ ...first, datasetId: 'd3' })).toBeUndefined()
  })

  it('keeps what a job was started with when an app refetches everything by a function of its own', async () => {
    const queryFn = vi.fn(() => 'of the app')
    const queryClient = new QueryClient({ defaultOptions: { queries: { queryFn } } })
    const { wrapper } = createTestApp({ fetch: createJobSimulator(), queryClient })
    const { result } = renderHook(() => useStartOptimizationJob({ projectId: PROJECT_ID }), { wrapper })
    act(() => result.current.mutate(START_BODY))
    await advance(HOUR_MS)
    await act(() => queryClient.refetchQueries())
    expect(queryFn).not.toHaveBeenCalled()
    const jobId = result.current.data?.jobId ?? ''
    expect(result.current.findStartedJobId(START_BODY)).toBe(jobId)
    const key = jobInputKeys.job({ projectId: PROJECT_ID, jobId })
    expect(queryClient.getQueryData(key)).toMatchObject({ ...START_BODY, useLabels: true })
  })

  it('starts one job on a double click', async () => {
    const { result, sent, simulator, onSuccess } = renderStart()
    act(() => {
      result.current.start.mutate(START_BODY)
      result.current.start.mutate(START_BODY)
    })
    await advance(300)
    act(() => result.current.start.mutate(START_BODY))
    await advance()
    expect(sent('POST')).toBe(1)
    expect(simulator.jobs(PROJECT_ID)).toHaveLength(1)
    expect(onSuccess).toHaveBeenCalledTimes(1)
    await advance(SECOND)
    act(() => result.current.start.mutate(START_BODY))
    await advance()
    expect(sent('POST')).toBe(2)
  })

  it('takes the options of useMutation and the callbacks of mutate', async () => {
    const calls: string[] = []
    const { wrapper } = setUp()
    const { result } = renderHook(
      () =>
        useStartOptimizationJob({
          projectId: PROJECT_ID,
          mutationKey: ['start'],
          onMutate: () => void calls.push('onMutate'),
          onSuccess: () => void calls.push('onSuccess'),
          onSettled: () => void calls.push('onSettled'),
        }),
      { wrapper },
    )
    act(() => result.current.mutate(START_BODY, { onSuccess: () => void calls.push('of mutate') }))
    await advance()
    expect(calls).toEqual(['onMutate', 'onSuccess', 'onSettled', 'of mutate'])
    expect(result.current).toMatchObject({ isSuccess: true, variables: START_BODY })
  })

  it('succeeds even if `onSuccess` throws', async () => {
    const onUncaught = vi.fn()
    process.once('uncaughtException', onUncaught)
    const { result, onSuccess } = renderStart(
      vi.fn(() => {
        throw new Error('the app’s own')
      }),
    )
    act(() => result.current.start.mutate(START_BODY))
    await advance().catch(onUncaught)
    expect(result.current.start).toMatchObject({ status: 'success', error: null })
    expect(onSuccess).toHaveBeenCalledTimes(1)
    expect(onUncaught).toHaveBeenCalledTimes(1)
    process.off('uncaughtException', onUncaught)
  })

  it('starts two jobs with different input', async () => {
    const { result, simulator } = renderStart()
    act(() => result.current.start.mutate(START_BODY))
    act(() => result.current.start.mutate({ ...START_BODY, useLabels: false }))
    await advance()
    expect(simulator.jobs(PROJECT_ID)).toHaveLength(2)
  })

  it('rejects invalid input without a request and can be retried immediately', async () => {
    const { result, sent } = renderStart()
    act(() => result.current.start.mutate({ ...START_BODY, datasetId: 'my dataset' }))
    await advance()
    expect(result.current.start.error).toMatchObject({ kind: 'invalid-request' })
    expect(sent('POST')).toBe(0)
    act(() => result.current.start.mutate(START_BODY))
    await advance()
    expect(sent('POST')).toBe(1)
  })

  it.each([401, 429, 500])('is not retried after a %i, whatever the app’s defaults', async (status) => {
    const fetch = vi.fn(async () => respond({}, { status }))
    const queryClient = new QueryClient({ defaultOptions: { mutations: { retry: 3, throwOnError: true } } })
    const { wrapper: App } = createTestApp({ fetch, queryClient })
    const { result } = renderHook(() => useStartOptimizationJob({ projectId: PROJECT_ID }), { wrapper: App })
    act(() => result.current.mutate(START_BODY))
    await advance(3_600 * SECOND)
    expect(result.current.error).toMatchObject({ status })
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('fails immediately offline and is not sent later', async () => {
    onlineManager.setOnline(false)
    const fetch = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')))
    const { wrapper: App } = createTestApp({ fetch })
    const { result } = renderHook(() => useStartOptimizationJob({ projectId: PROJECT_ID }), { wrapper: App })
    act(() => result.current.mutate(START_BODY))
    await advance()
    expect(result.current.error).toMatchObject({ kind: 'network' })
    act(() => onlineManager.setOnline(true))
    await advance(60 * SECOND)
    expect(fetch).toHaveBeenCalledTimes(1)
  })
})

describe('useCancelOptimizationJob', () => {
  function renderCancel(ageMs = 60 * SECOND) {
    const parts = setUp()
    const jobId = parts.simulator.addJob({ projectId: PROJECT_ID, ageMs })
    const { result } = renderHook(
      () => ({
        cancel: useCancelOptimizationJob({ projectId: PROJECT_ID }),
        state: useOptimizationJob({ projectId: PROJECT_ID, jobId }),
      }),
      { wrapper: parts.wrapper },
    )
    return { ...parts, jobId, result }
  }

  it('sets `isCancelling` optimistically, then to the service’s status', async () => {
    const { result, jobId, fetch, simulator } = renderCancel()
    await advance()
    let release = () => {}
    const gate = new Promise<void>((resolve) => (release = resolve))
    fetch.mockImplementation(async (request) => {
      await gate
      return simulator(request)
    })
    act(() => result.current.cancel.mutate(jobId))
    await advance()
    expect(result.current.state).toMatchObject({ isCancelling: true, job: { status: 'running' } })
    release()
    await advance(20 * SECOND)
    expect(result.current.state.kind).toBe('cancelled')
  })

  it('reports `completed` when the job ended before the cancel request arrived', async () => {
    // The job is running at the last poll and completed when the cancel request arrives.
    const { result, jobId } = renderCancel(318 * SECOND)
    await advance()
    expect(result.current.state.kind).toBe('running')
    vi.setSystemTime(Date.now() + 10 * SECOND)
    const outcome = getRejection(result.current.cancel.mutateAsync(jobId))
    await advance()
    expect(await outcome).toMatchObject({ status: 400 })
    await advance()
    expect(result.current.state.kind).toBe('completed')
  })

  it('rolls back and reports the error on failure', async () => {
    const { result, jobId, fetch, simulator } = renderCancel()
    await advance()
    fetch.mockImplementation(async (request) =>
      request.method === 'POST' ? respond({ message: 'no' }, { status: 503 }) : simulator(request),
    )
    act(() => result.current.cancel.mutate(jobId))
    await advance()
    expect(result.current.state).toMatchObject({ kind: 'running', isCancelling: false })
    expect(result.current.cancel.error).toMatchObject({ status: 503, serviceMessage: 'no' })
  })

  it('keeps the optimistic status when a response was in flight', async () => {
    const { result, jobId, fetch, simulator } = renderCancel()
    await advance()
    const lateResponse = await simulator(new Request(fetch.mock.calls[0]?.[0].url ?? ''))
    let respondLate = (_: Response) => {}
    fetch.mockImplementationOnce(() => new Promise((resolve) => (respondLate = resolve)))
    void result.current.state.refetch()
    await advance()
    fetch.mockImplementation((request) =>
      request.method === 'POST' ? new Promise(() => {}) : simulator(request),
    )
    act(() => result.current.cancel.mutate(jobId))
    await advance()
    respondLate(lateResponse)
    await advance()
    expect(result.current.state).toMatchObject({ isCancelling: true, job: { status: 'running' } })
  })

  it('keeps `isCancelling` while the request is in flight, whatever polls respond', async () => {
    const { result, jobId, fetch, simulator } = renderCancel()
    await advance()
    fetch.mockImplementation((request) =>
      request.method === 'POST' ? new Promise(() => {}) : simulator(request),
    )
    act(() => result.current.cancel.mutate(jobId))
    for (let seconds = 0; seconds < 10; seconds++) {
      await advance(SECOND)
      expect(result.current.state.isCancelling).toBe(true)
    }
  })

  it('keeps the phase that a list reported while a poll was in flight', async () => {
    const { simulator, fetch, wrapper } = setUp()
    const jobId = simulator.addJob({ projectId: PROJECT_ID })
    const onPhaseChange = vi.fn()
    const { result } = renderHook(
      () => {
        useOptimizationJobList({ projectId: PROJECT_ID })
        const job = { projectId: PROJECT_ID, jobId, pollIntervalMs: 9_000, onPhaseChange }
        return { state: useOptimizationJob(job), cancel: useCancelOptimizationJob({ projectId: PROJECT_ID }) }
      },
      { wrapper },
    )
    await advance(8_500)
    fetch.mockImplementation((request) =>
      request.url.includes(jobId) ? new Promise(() => {}) : simulator(request),
    )
    await advance(3_000)
    expect(result.current.state.kind).toBe('running')
    act(() => result.current.cancel.mutate(jobId))
    await advance()
    expect(result.current.state).toMatchObject({ kind: 'running', isCancelling: true })
    expect(onPhaseChange).toHaveBeenCalledTimes(1)
  })

  it('does not discard another page of a list that is loading', async () => {
    const simulator = createJobSimulator({ pageSize: 1 })
    const jobIds = [0, 1].map((ageMs) => simulator.addJob({ projectId: PROJECT_ID, ageMs }))
    const { wrapper } = createTestApp({
      async fetch(request) {
        if (request.url.includes('page=2')) await new Promise((resolve) => setTimeout(resolve, SECOND))
        return simulator(request)
      },
    })
    const { result } = renderHook(
      () => ({
        list: useOptimizationJobList({ projectId: PROJECT_ID }),
        cancel: useCancelOptimizationJob({ projectId: PROJECT_ID }),
      }),
      { wrapper },
    )
    await advance()
    act(() => result.current.list.loadMore())
    await advance(100)
    act(() => result.current.cancel.mutate(jobIds[0] ?? ''))
    await advance(3 * SECOND)
    expect(result.current.list.jobs).toHaveLength(2)
    expect(result.current.list.jobs.filter(({ status }) => status === 'cancelling')).toHaveLength(1)
  })
})
