import { type DefaultOptions, keepPreviousData, QueryClient } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  useCancelOptimizationJob,
  useOptimizationJob,
  useOptimizationJobList,
  useStartOptimizationJob,
} from '../../src/index.js'
import { createJobSimulator } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance } from '../support/renderJobHook.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const [A, B] = ['0b6e7c1e-6a39-4a1b-9d2c-00000000000a', '0b6e7c1e-6a39-4a1b-9d2c-00000000000b']
const START_BODY = {
  promptTemplateVersionId: 'b2d0c6a4-7e1f-4c53-8f7e-4a9d3b6c5e22',
  datasetId: '8f2c1d4e-6a0b-4c57-9e21-3b7d50a9c684',
}

type QueryDefaults = Required<NonNullable<DefaultOptions['queries']>>
type MutationDefaults = Required<NonNullable<DefaultOptions['mutations']>>

/** A value that would break the hooks for each default that they override; `gcTime`, `meta` and `persister` are the app’s. */
const QUERY_DEFAULTS: Partial<{ [Key in keyof QueryDefaults]: unknown }> = {
  enabled: false,
  staleTime: 'static',
  refetchInterval: 50,
  refetchIntervalInBackground: true,
  refetchOnMount: 'always',
  refetchOnWindowFocus: 'always',
  refetchOnReconnect: 'always',
  retryOnMount: false,
  retry: 5,
  retryDelay: 1,
  networkMode: 'always',
  notifyOnChangeProps: [],
  throwOnError: true,
  select: () => ({ job: {}, pages: [] }),
  placeholderData: keepPreviousData,
  initialData: () => ({ job: {}, pages: [{ jobs: [{ jobId: 'initial' }] }] }),
  structuralSharing: () => ({}),
  queryFn: () => Promise.reject(new Error('default')),
  maxPages: 1,
}

const MUTATION_DEFAULTS: Partial<{ [Key in keyof MutationDefaults]: unknown }> = {
  mutationFn: () => Promise.reject(new Error('default')),
  retry: 3,
  retryDelay: 1,
  networkMode: 'online',
  throwOnError: true,
  scope: { id: 'all' },
}

describe('useOptimizationJob and useOptimizationJobList', () => {
  it.each(Object.entries(QUERY_DEFAULTS))('are immune to the app’s default %s', async (name, value) => {
    const queryClient = new QueryClient({ defaultOptions: { queries: { [name]: value } } })
    const simulator = createJobSimulator({ pageSize: 1 })
    const [jobA, , jobB] = [A, A, B].map((projectId) => simulator.addJob({ projectId, ageMs: 60_000 }))
    const { wrapper } = createTestApp({ fetch: simulator, queryClient })
    const { result, rerender } = renderHook(
      ({ projectId, jobId }: { projectId: string; jobId: string | undefined }) => ({
        job: useOptimizationJob({ projectId, jobId }),
        list: useOptimizationJobList({ projectId }),
      }),
      { wrapper, initialProps: { projectId: A, jobId: jobA } },
    )
    expect(result.current).toMatchObject({ job: { kind: 'loading' }, list: { kind: 'loading', jobs: [] } })
    await advance()
    expect(result.current.job).toMatchObject({ kind: 'running', job: { jobId: jobA } })
    expect(result.current.list.jobs).toHaveLength(1)
    act(() => result.current.list.loadMore())
    await advance()
    expect(result.current.list.jobs).toHaveLength(2)

    const requests = simulator.requests.length
    await advance(2_000)
    expect(simulator.requests).toHaveLength(requests)
    rerender({ projectId: B, jobId: jobB })
    expect(result.current).toMatchObject({ job: { kind: 'loading' }, list: { kind: 'loading', jobs: [] } })
    await advance()
    expect(result.current.list.jobs.map(({ jobId }) => jobId)).toEqual([jobB])
  })
})

describe('useStartOptimizationJob and useCancelOptimizationJob', () => {
  it.each(Object.entries(MUTATION_DEFAULTS))('are immune to the app’s default %s', async (name, value) => {
    const queryClient = new QueryClient({ defaultOptions: { mutations: { [name]: value } } })
    const simulator = createJobSimulator()
    const jobId = simulator.addJob({ projectId: A, ageMs: 60_000 })
    let endCancel = () => {}
    const { wrapper } = createTestApp({
      async fetch(request) {
        if (request.url.endsWith('/cancel')) await new Promise<void>((resolve) => (endCancel = resolve))
        return simulator(request)
      },
      queryClient,
    })
    const { result } = renderHook(
      () => ({
        start: useStartOptimizationJob({ projectId: A }),
        cancel: useCancelOptimizationJob({ projectId: A }),
      }),
      { wrapper },
    )
    act(() => {
      result.current.cancel.mutate(jobId)
      result.current.start.mutate(START_BODY)
    })
    await advance()
    expect(result.current).toMatchObject({ start: { isSuccess: true }, cancel: { isPending: true } })
    endCancel()
    await advance()
    expect(result.current.cancel.isSuccess).toBe(true)
    simulator.injectFault({ status: 503 }, { operation: 'startJob' })
    const requests = simulator.requests.length
    act(() => result.current.start.mutate({ ...START_BODY, useLabels: false }))
    await advance(10_000)
    expect(result.current.start.error).toMatchObject({ status: 503 })
    expect(simulator.requests).toHaveLength(requests + 1)
  })
})
