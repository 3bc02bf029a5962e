import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useCancelOptimizationJob, useOptimizationJob, useOptimizationJobList } from '../../src/index.js'
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

it('useOptimizationJobList shows that a job is being cancelled, and its old status after each error', async () => {
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
    expect(result.current.list.jobs[0]?.status).toBe('cancelling')
    failCancel(new Response(null, { status: 503 }))
    await advance()
    expect(result.current.list.jobs[0]?.status).toBe('running')
  }
})
