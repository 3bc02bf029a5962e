import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createOptimizationClient } from '../../src/api.js'
import { OptimizationProvider, useOptimizationJob } from '../../src/index.js'
import { buildJob, createJobSimulator } from '../../src/testing.js'
import { advance, JOB_ID, PROJECT_ID, renderJobHook, scriptedFetch } from '../support/renderJobHook.js'
import { respond } from '../support/respond.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const HOUR = 3_600_000
const running = buildJob({ job_id: JOB_ID })
const completed = buildJob({ job_id: JOB_ID, status: 'completed' })

describe('watching a job', () => {
  it('follows it from the queue to its end, and then stops asking', async () => {
    const simulator = createJobSimulator()
    const jobId = simulator.addJob({ projectId: PROJECT_ID, scenario: 'happy' })
    const fetch = vi.fn(simulator)
    const { result } = renderJobHook(fetch, { jobId })

    expect(result.current).toMatchObject({ kind: 'loading', job: null, connection: 'live' })
    await advance()
    expect(result.current).toMatchObject({ kind: 'queued', job: { jobId } })
    await advance(15_000)
    expect(result.current).toMatchObject({ kind: 'running', job: { progress: { step: 1 } } })
    await advance(400_000)
    expect(result.current).toMatchObject({ kind: 'completed', connection: 'live', error: null })
    expect(result.current.job?.changesSummary).toBeTruthy()
    expect(result.current.steps.map(({ step }) => step)).toEqual([1, 2, 3, 4])

    const requests = fetch.mock.calls.length
    await advance(24 * HOUR)
    expect(fetch).toHaveBeenCalledTimes(requests)
  })

  it('is idle, and sends nothing, while there is no job id', async () => {
    const fetch = scriptedFetch(running)
    const { result, rerender } = renderJobHook(fetch, { jobId: null })
    await advance(HOUR)
    expect(result.current).toMatchObject({ kind: 'idle', job: null, connection: 'live', steps: [] })
    expect(fetch).not.toHaveBeenCalled()
    rerender({ jobId: JOB_ID })
    await advance()
    expect(result.current.kind).toBe('running')
  })

  it('keeps the last good job beside the refusal', async () => {
    const { result } = renderJobHook(scriptedFetch(running, respond({}, { status: 404 })))
    await advance(20_000)
    expect(result.current).toMatchObject({
      kind: 'unavailable',
      job: { jobId: JOB_ID },
      error: { status: 404 },
    })
  })

  it('can be asked to try again after a refusal, and goes on polling if that succeeds', async () => {
    const fetch = scriptedFetch(respond({}, { status: 403 }), running, completed)
    const { result } = renderJobHook(fetch)
    await advance()
    const again = result.current.refetch()
    expect(result.current.kind).toBe('unavailable')
    await advance()
    await again
    expect(result.current).toMatchObject({ kind: 'running', connection: 'live', error: null })
    await advance(15_000)
    expect(result.current.kind).toBe('completed')
  })

  it('says when it last checked and when it will check next', async () => {
    const { result } = renderJobHook(scriptedFetch(running))
    expect(result.current).toMatchObject({ lastUpdatedAt: null, nextPollAt: null })
    await advance()
    const checkedAt = Date.now()
    await advance(4_000)
    expect(result.current.lastUpdatedAt).toBe(checkedAt)
    expect(result.current.nextPollAt).toBeGreaterThan(Date.now())
    expect(result.current.nextPollAt).toBeLessThanOrEqual(checkedAt + 10_500)
  })

  it('says since when nothing has moved, once that is longer than stallAfterMs', async () => {
    const startedAt = Date.now()
    const { result } = renderJobHook(scriptedFetch(running), { stallAfterMs: 60_000 })
    await advance(50_000)
    expect(result.current.stalledSince).toBeNull()
    await advance(30_000)
    expect(result.current).toMatchObject({ kind: 'running', stalledSince: startedAt })
  })
})

it('an app that clears its cache goes on being shown the job, to its end', async () => {
  const onFinish = vi.fn()
  const { result, queryClient } = renderJobHook(scriptedFetch(running, running, completed), { onFinish })
  await advance()
  queryClient.clear()
  await advance(60_000)
  expect(result.current.kind).toBe('completed')
  expect(onFinish).toHaveBeenCalledTimes(1)
})

describe('without its providers', () => {
  const client = createOptimizationClient({ baseUrl: '/api/v2' })

  /** React reports a render that throws; here that is what is wanted. */
  function expectToThrow(run: () => unknown, message: RegExp) {
    const report = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(run).toThrow(message)
    report.mockRestore()
  }

  it('the hook says which one to add', () => {
    const wrapper = ({ children }: { children: React.ReactNode }) => (
      <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
    )
    expectToThrow(
      () => renderHook(() => useOptimizationJob({ projectId: PROJECT_ID, jobId: JOB_ID }), { wrapper }),
      /No OptimizationProvider above this component. Add one/,
    )
  })

  it('the provider asks for a QueryClient', () => {
    expectToThrow(
      () => render(<OptimizationProvider client={client} />),
      /use QueryClientProvider to set one/,
    )
  })
})
