import {
  dehydrate,
  HydrationBoundary,
  hydrate,
  type QueryClient,
  QueryClientProvider,
  QueryErrorResetBoundary,
  useQueries,
  useQuery,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { act, render, renderHook, screen } from '@testing-library/react'
import { Component, type ReactNode, Suspense } from 'react'
import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest'
import type { OptimizationError, OptimizationJob } from '../../src/api.js'
import { getErrorKey, optimizationJobOptions, optimizationKeys, useOptimizationJob } from '../../src/index.js'
import { buildJob } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, JOB_ID, PROJECT_ID, renderJobHook, scriptedFetch } from '../support/renderJobHook.js'
import { respond } from '../support/respond.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const JOB = { projectId: PROJECT_ID, jobId: JOB_ID }
const running = buildJob({ job_id: JOB_ID })
const completed = buildJob({ job_id: JOB_ID, status: 'completed' })
const HOUR = 3_600_000

describe('optimizationJobOptions', () => {
  it('works with useQuery, which polls until the job ends', async () => {
    const fetch = scriptedFetch(running, completed)
    const { client, queryClient } = createTestApp({ fetch })
    const { result } = renderHook(() => useQuery(optimizationJobOptions(client, JOB)), {
      wrapper: ({ children }) => <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>,
    })
    await advance(HOUR)
    expectTypeOf(result.current.data?.job).toEqualTypeOf<OptimizationJob | undefined>()
    expect(result.current.data?.job.phase).toBe('completed')
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('works with useSuspenseQuery, which polls until the job ends and ignores later reconnects', async () => {
    const fetch = scriptedFetch(running, completed)
    const { wrapper: App, client } = createTestApp({ fetch })
    function Phase() {
      return useSuspenseQuery(optimizationJobOptions(client, JOB)).data.job.phase
    }
    render(<Suspense fallback="waiting">{<Phase />}</Suspense>, { wrapper: App })
    expect(screen.getByText('waiting')).toBeVisible()
    await advance(1_000)
    expect(screen.getByText('running')).toBeVisible()
    await advance(HOUR)
    expect(screen.getByText('completed')).toBeVisible()
    act(() => window.dispatchEvent(new Event('offline')))
    act(() => window.dispatchEvent(new Event('online')))
    await advance(HOUR)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('throws a non-retryable error to the error boundary of useSuspenseQuery and stops polling', async () => {
    const onError = vi.spyOn(console, 'error').mockImplementation(() => {})
    const fetch = scriptedFetch(() => respond({}, { status: 404 }))
    const { wrapper: App, client } = createTestApp({ fetch })
    class Boundary extends Component<{ children: ReactNode }> {
      override state = { message: '' }
      static getDerivedStateFromError = ({ message }: Error) => ({ message })
      override render = () => this.state.message || this.props.children
    }
    function Phase() {
      return useSuspenseQuery(optimizationJobOptions(client, JOB)).data.job.phase
    }
    render(
      <Boundary>
        <Suspense>
          <Phase />
        </Suspense>
      </Boundary>,
      { wrapper: App },
    )
    await advance(1_000)
    await advance(HOUR)
    expect(screen.getByText(/the service responded with 404/)).toBeVisible()
    expect(fetch).toHaveBeenCalledTimes(1)
    onError.mockRestore()
  })

  it('refetches when an error boundary resets', async () => {
    const onError = vi.spyOn(console, 'error').mockImplementation(() => {})
    const fetch = scriptedFetch(() => respond({}, { status: 503 }), running)
    const { wrapper: App, client } = createTestApp({ fetch })
    let reset = () => {}
    class Boundary extends Component<{ children: ReactNode; onReset: () => void }> {
      override state = { hasError: false }
      static getDerivedStateFromError = () => ({ hasError: true })
      override componentDidMount() {
        reset = () => {
          this.props.onReset()
          this.setState({ hasError: false })
        }
      }
      override render = () => (this.state.hasError ? 'failed' : this.props.children)
    }
    function Phase() {
      return useSuspenseQuery(optimizationJobOptions(client, JOB)).data.job.phase
    }
    render(
      <QueryErrorResetBoundary>
        {({ reset: onReset }) => (
          <Boundary onReset={onReset}>
            <Suspense>
              <Phase />
            </Suspense>
          </Boundary>
        )}
      </QueryErrorResetBoundary>,
      { wrapper: App },
    )
    await advance(1_000)
    expect(screen.getByText('failed')).toBeVisible()
    act(() => reset())
    await advance(1_000)
    expect(screen.getByText('running')).toBeVisible()
    onError.mockRestore()
  })

  it('works with useQueries, with a polling schedule per job', async () => {
    const fetch = vi.fn(async (request: Request) => respond(request.url.endsWith('/a') ? completed : running))
    const { wrapper: App, client } = createTestApp({ fetch })
    const { result } = renderHook(
      () =>
        useQueries({
          queries: ['a', 'b'].map((jobId) => optimizationJobOptions(client, { ...JOB, jobId })),
        }),
      { wrapper: App },
    )
    await advance(25_000)
    expect(result.current.map(({ data }) => data?.job.phase)).toEqual(['completed', 'running'])
    const requestedIds = fetch.mock.calls.map(([{ url }]) => url.at(-1))
    expect(requestedIds.filter((id) => id === 'a')).toHaveLength(1)
    expect(requestedIds.filter((id) => id === 'b')).toHaveLength(3)
  })

  it('hydrates prefetched data, so that the first render has the job and sends no request', async () => {
    const serverApp = createTestApp({ fetch: scriptedFetch(running) })
    await serverApp.queryClient.prefetchQuery(optimizationJobOptions(serverApp.client, JOB))
    const dehydrated = JSON.parse(JSON.stringify(dehydrate(serverApp.queryClient)))

    const fetch = scriptedFetch(running)
    const { wrapper: App } = createTestApp({ fetch })
    const { result } = renderHook(() => useOptimizationJob(JOB), {
      wrapper: ({ children }) => (
        <App>
          <HydrationBoundary state={dehydrated}>{children}</HydrationBoundary>
        </App>
      ),
    })
    expect(result.current).toMatchObject({ kind: 'running', steps: [{ step: 2 }] })
    await advance(5_000)
    expect(fetch).not.toHaveBeenCalled()
    await advance(6_000)
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('refetches after a streamed server error arrives as a plain Error', async () => {
    const fetch = scriptedFetch(running)
    const app = createTestApp({ fetch })
    await app.queryClient.prefetchQuery({
      ...optimizationJobOptions(app.client, JOB),
      queryFn: () => Promise.reject(new Error('redacted')),
    })
    const { result } = renderJobHook(fetch, {}, app.wrapper)
    expect(result.current).toMatchObject({ kind: 'loading', connection: 'retrying' })
    expect(getErrorKey(result.current.error as OptimizationError)).toBe('unexpected')
    await advance(6_000)
    expect(result.current.kind).toBe('running')
  })

  it('sends no request for a finished job that was hydrated', async () => {
    const serverApp = createTestApp({ fetch: scriptedFetch(completed) })
    await serverApp.queryClient.prefetchQuery(optimizationJobOptions(serverApp.client, JOB))
    const fetch = scriptedFetch(completed)
    const app = createTestApp({ fetch })
    hydrate(app.queryClient, dehydrate(serverApp.queryClient))
    const { result } = renderJobHook(fetch, {}, app.wrapper)
    await advance(HOUR)
    expect(result.current.kind).toBe('completed')
    expect(fetch).not.toHaveBeenCalled()
  })
})

describe('useOptimizationJob with the app’s query defaults', () => {
  it('polls on its own schedule', async () => {
    const fetch = scriptedFetch(running, completed)
    const { result } = renderJobHook(
      fetch,
      {},
      {
        defaultOptions: {
          queries: { enabled: true, staleTime: 0, refetchInterval: 100, retry: 3, refetchOnMount: 'always' },
        },
      },
    )
    await advance(HOUR)
    expect(result.current.kind).toBe('completed')
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('ignores `throwOnError`, `placeholderData` and `select`', async () => {
    const placeholderData = () => ({ job: { jobId: 'another' } })
    const select = () => ({ job: { jobId: 'another' } })
    const fetch = scriptedFetch(() => respond({}, { status: 404 }))
    const { result } = renderJobHook(
      fetch,
      {},
      { defaultOptions: { queries: { throwOnError: true, placeholderData, select } } },
    )
    expect(result.current).toMatchObject({ kind: 'loading', job: null })
    await advance()
    expect(result.current.kind).toBe('error')
    fetch.mockImplementation(async () => respond(completed))
    await act(() => result.current.refetch())
    await advance()
    expect(result.current.job?.jobId).toBe(JOB_ID)
  })
})

describe('invalidateQueries for a project', () => {
  const invalidate = (queryClient: QueryClient) =>
    act(() => queryClient.invalidateQueries({ queryKey: optimizationKeys.project(PROJECT_ID) }))

  it('refetches a mounted job immediately', async () => {
    const fetch = scriptedFetch(running)
    const { queryClient } = renderJobHook(fetch)
    await advance()
    await invalidate(queryClient)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('refetches an unmounted job on its next mount', async () => {
    const fetch = scriptedFetch(running)
    const { queryClient, unmount, App } = renderJobHook(fetch)
    await advance()
    unmount()
    await invalidate(queryClient)
    expect(fetch).toHaveBeenCalledTimes(1)
    renderJobHook(fetch, {}, App)
    await advance()
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it.each<[string, unknown]>([
    ['a finished job', completed],
    ['a job with a non-retryable error', () => respond({}, { status: 404 })],
  ])('does not refetch %s', async (_, response) => {
    const fetch = scriptedFetch(response)
    const { queryClient } = renderJobHook(fetch)
    await advance()
    await invalidate(queryClient)
    await advance(HOUR)
    expect(fetch).toHaveBeenCalledTimes(1)
  })
})
