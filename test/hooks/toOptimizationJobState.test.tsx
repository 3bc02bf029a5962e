import { onlineManager, useQueries } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  optimizationJobOptions,
  toOptimizationJobState,
  useOptimizationClient,
  useOptimizationJob,
} from '../../src/index.js'
import { buildJob } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { JOB_ID, PROJECT_ID, scriptedFetch, settle } from '../support/renderJobHook.js'
import { respond } from '../support/respond.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  onlineManager.setOnline(true)
})

const running = buildJob({ job_id: JOB_ID })

/** The state of the hook, and that of the result of `useQueries`, for the same query. */
function setUp(...script: Parameters<typeof scriptedFetch>) {
  const fetch = scriptedFetch(...script)
  const reference = { projectId: PROJECT_ID, jobId: JOB_ID }
  const { result } = renderHook(
    () => {
      const client = useOptimizationClient()
      const [query] = useQueries({ queries: [optimizationJobOptions(client, reference)] })
      return { hook: useOptimizationJob(reference), state: toOptimizationJobState(query) }
    },
    { wrapper: createTestApp({ fetch }).wrapper },
  )
  const expectSame = () => {
    const { hook, state } = result.current
    const rest = { refetch: expect.any(Function), nextPollAt: null }
    expect(state).toEqual({ ...hook, ...rest })
  }
  return { fetch, result, expectSame }
}

it.each([
  ['a running job', 'running', [running]],
  ['a completed job', 'completed', [buildJob({ job_id: JOB_ID, status: 'completed' })]],
  ['a failed job', 'failed', [buildJob({ job_id: JOB_ID, status: 'failed', error_message: 'No labels.' })]],
  ['a job that is not found', 'error', [respond({}, { status: 404 })]],
  ['a job that is denied', 'error', [respond({}, { status: 403 })]],
  ['a job whose first request failed', 'loading', [respond({}, { status: 503 })]],
  ['a running job whose latest request failed', 'running', [running, respond({}, { status: 503 })]],
  ['a running job whose latest request was denied', 'running', [running, respond({}, { status: 403 })]],
] as const)('toOptimizationJobState equals the state of the hook for %s', async (_, kind, script) => {
  const { result, expectSame } = setUp(...script)
  expectSame()
  await settle(12_000)
  expect(result.current.state.kind).toBe(kind)
  expectSame()
})

it('toOptimizationJobState says that the browser is offline', async () => {
  const { result, expectSame } = setUp(running)
  await settle(1_000)
  act(() => onlineManager.setOnline(false))
  await settle(12_000)
  expect(result.current.state.connection).toBe('offline')
  expectSame()
})

it('toOptimizationJobState has a refetch that stays the same and never rejects', async () => {
  const { fetch, result } = setUp(respond({}, { status: 404 }), running)
  await settle(1_000)
  const { refetch } = result.current.state
  await act(() => refetch())
  await settle(1_000)
  expect(fetch).toHaveBeenCalledTimes(2)
  expect(result.current.state.kind).toBe('running')
  expect(result.current.state.refetch).toBe(refetch)
})
