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

describe('the query options of a job', () => {
  it('work with useQuery, which polls to the end and no further', async () => {
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

  it('work with useSuspenseQuery, which polls to the end and no further, reconnects included', async () => {
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

  it('give a refusal to the error boundary of useSuspenseQuery, and do not ask again', async () => {
    const report = vi.spyOn(console, 'error').mockImplementation(() => {})
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
    expect(screen.getByText(/the service answered 404/)).toBeVisible()
    expect(fetch).toHaveBeenCalledTimes(1)
    report.mockRestore()
  })

  it('are asked again when an error boundary is reset', async () => {
    const report = vi.spyOn(console, 'error').mockImplementation(() => {})
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
    report.mockRestore()
  })

  it('work with useQueries, each job on its own plan', async () => {
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
    const asked = fetch.mock.calls.map(([{ url }]) => url.at(-1))
    expect(asked.filter((id) => id === 'a')).toHaveLength(1)
    expect(asked.filter((id) => id === 'b')).toHaveLength(3)
  })

  it('prefetch and hydrate: the first render holds the job, and nothing is asked twice', async () => {
    const onServer = createTestApp({ fetch: scriptedFetch(running) })
    await onServer.queryClient.prefetchQuery(optimizationJobOptions(onServer.client, JOB))
    const dehydrated = JSON.parse(JSON.stringify(dehydrate(onServer.queryClient)))

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

  it('that failed in a server’s stream, which hands over a bare error, are asked again', async () => {
    const fetch = scriptedFetch(running)
    const app = createTestApp({ fetch })
    await app.queryClient.prefetchQuery({
      ...optimizationJobOptions(app.client, JOB),
      queryFn: () => Promise.reject(new Error('redacted')),
    })
    const { result } = renderJobHook(fetch, {}, app.wrapper)
    expect(result.current).toMatchObject({ kind: 'loading', connection: 'retrying' })
    expect(getErrorKey(result.current.error as OptimizationError)).toBe('network')
    await advance(6_000)
    expect(result.current.kind).toBe('running')
  })

  it('of a job that is over, hydrated, ask for nothing at all', async () => {
    const onServer = createTestApp({ fetch: scriptedFetch(completed) })
    await onServer.queryClient.prefetchQuery(optimizationJobOptions(onServer.client, JOB))
    const fetch = scriptedFetch(completed)
    const app = createTestApp({ fetch })
    hydrate(app.queryClient, dehydrate(onServer.queryClient))
    const { result } = renderJobHook(fetch, {}, app.wrapper)
    await advance(HOUR)
    expect(result.current.kind).toBe('completed')
    expect(fetch).not.toHaveBeenCalled()
  })
})

describe('an app’s own defaults for its queries', () => {
  it('do not change how a job is polled', async () => {
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

  it('cannot send its errors to an error boundary, or another job to the screen', async () => {
    const placeholderData = () => ({ job: { jobId: 'another' } })
    const fetch = scriptedFetch(() => respond({}, { status: 404 }))
    const { result } = renderJobHook(
      fetch,
      {},
      { defaultOptions: { queries: { throwOnError: true, placeholderData } } },
    )
    expect(result.current).toMatchObject({ kind: 'loading', job: null })
    await advance()
    expect(result.current.kind).toBe('unavailable')
  })
})

describe('an app that invalidates the queries of a project', () => {
  const invalidate = (queryClient: QueryClient) =>
    act(() => queryClient.invalidateQueries({ queryKey: optimizationKeys.project(PROJECT_ID) }))

  it('has a job that is watched checked at once', async () => {
    const fetch = scriptedFetch(running)
    const { queryClient } = renderJobHook(fetch)
    await advance()
    await invalidate(queryClient)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('has a job that is not watched checked as soon as it is', async () => {
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
    ['is over', completed],
    ['was refused', () => respond({}, { status: 404 })],
  ])('has no job checked that %s', async (_, answer) => {
    const fetch = scriptedFetch(answer)
    const { queryClient } = renderJobHook(fetch)
    await advance()
    await invalidate(queryClient)
    await advance(HOUR)
    expect(fetch).toHaveBeenCalledTimes(1)
  })
})
