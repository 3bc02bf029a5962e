import { hydrate, IsRestoringProvider, QueryClient } from '@tanstack/react-query'
import { act, render, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  JobStatusCard,
  optimizationKeys,
  useOptimizationJob,
  useOptimizationJobList,
} from '../../src/index.js'
import { buildJob } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, JOB_ID, PROJECT_ID, scriptedFetch } from '../support/renderJobHook.js'
import { respond } from '../support/respond.js'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-01-15T12:00:00Z') }))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const REFERENCE = { projectId: PROJECT_ID, jobId: JOB_ID }
const jobKey: readonly unknown[] = optimizationKeys.job(REFERENCE)
const listKey: readonly unknown[] = optimizationKeys.list({ projectId: PROJECT_ID })
const running = buildJob({ job_id: JOB_ID })
const page = { data: [running], pagination: { page: 1, page_size: 30, has_next: false } }

const useList = () => useOptimizationJobList({ projectId: PROJECT_ID })
const useJob = () => useOptimizationJob(REFERENCE)

interface Stored {
  [field: string]: unknown
  job?: object
}

/** What an app would have stored of a job and of a list. */
async function readCache(): Promise<Record<'record' | 'list', Stored>> {
  const fetch = async ({ url }: Request) => respond(url.endsWith(JOB_ID) ? running : page)
  const { queryClient, wrapper } = createTestApp({ fetch })
  const { unmount } = renderHook(() => [useJob(), useList()], { wrapper })
  await advance(10)
  unmount()
  return structuredClone({
    record: queryClient.getQueryData(jobKey) as never,
    list: queryClient.getQueryData(listKey) as never,
  })
}

/** Advances second by second, past what the app's own code throws. */
async function advanceSeconds(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) await advance(1_000).catch(() => {})
}

describe('a restored job', () => {
  const withJob = (more: object) => (record: Stored) => ({
    ...record,
    job: { ...record.job, ...more },
  })
  it.each<[string, (record: Stored) => unknown]>([
    ['without steps', ({ steps: _, ...record }) => record],
    ['with broken steps', (record) => ({ ...record, steps: [null] })],
    ['without times', ({ changedAt: _, ...record }) => record],
    ['with an empty job', (record) => ({ ...record, job: {} })],
    ['with a job that is a text', (record) => ({ ...record, job: 'x' })],
    ['with an unknown phase', withJob({ phase: 'paused' })],
    ['with a phase in a list', withJob({ phase: ['running'] })],
    ['with a broken creation time', withJob({ createdAt: 'yesterday' })],
    ['with a numeric completion time', withJob({ completedAt: 12_345 })],
    ['with broken progress', withJob({ progress: {} })],
    ['with a summary that is no text', withJob({ changesSummary: 7 })],
  ])('%s is dropped and fetched', async (_, change) => {
    const { record } = await readCache()
    const { wrapper, queryClient } = createTestApp({ fetch: scriptedFetch(running) })
    queryClient.setQueryData(jobKey, change(record))
    const Card = () => <JobStatusCard state={useJob()} locale="en" />
    render(<Card />, { wrapper })
    await advance(100)
    expect(document.querySelector('.rpo-badge')).toHaveTextContent('Running')
  })

  it('is not fetched while the cache is being restored', async () => {
    const fetch = scriptedFetch(running)
    const { wrapper: App } = createTestApp({ fetch })
    renderHook(useJob, {
      wrapper: ({ children }) => (
        <App>
          <IsRestoringProvider value>{children}</IsRestoringProvider>
        </App>
      ),
    })
    await advance(5_000)
    expect(fetch).not.toHaveBeenCalled()
  })
})

describe('a restored list', () => {
  it.each<[string, unknown[]]>([
    ['a cursor', ['abc']],
    ['undefined, as JSON', [null]],
    ['another first page', [3]],
  ])('whose page parameters are %s is dropped and fetched', async (_, pageParams) => {
    const { list } = await readCache()
    const fetch = vi.fn(async ({ url }: Request) =>
      /page=1$/.test(url) ? respond(page) : respond({}, { status: 400 }),
    )
    const { wrapper, queryClient } = createTestApp({ fetch })
    queryClient.setQueryData(listKey, { ...list, pageParams })
    const { result } = renderHook(useList, { wrapper })
    await advance(100)
    expect(result.current).toMatchObject({ kind: 'ready', jobs: [{ jobId: JOB_ID }] })
  })

  it('without pages is fetched', async () => {
    const { wrapper, queryClient } = createTestApp({ fetch: scriptedFetch(page) })
    queryClient.setQueryData(listKey, { pages: [], pageParams: [] })
    const { result } = renderHook(useList, { wrapper })
    expect(result.current.kind).toBe('loading')
    await advance(100)
    expect(result.current.jobs).toHaveLength(1)
  })

  it('that a persister restores into the mounted list is dropped and fetched', async () => {
    const fetch = scriptedFetch(page)
    const queryClient = new QueryClient({
      defaultOptions: {
        queries: {
          // As `experimental_createQueryPersister`: restores whenever there is no data.
          persister: (queryFn, context, query) =>
            query.state.data === undefined ? ({ items: [] } as never) : queryFn(context),
        },
      },
    })
    const { wrapper } = createTestApp({ fetch, queryClient })
    const { result } = renderHook(useList, { wrapper })
    await advanceSeconds(12)
    expect(result.current).toMatchObject({ kind: 'ready', jobs: [{ jobId: JOB_ID }] })
  })

  it('that is hydrated into the mounted list does not end its polling', async () => {
    const fetch = scriptedFetch(page)
    const { wrapper, queryClient } = createTestApp({ fetch })
    const { result } = renderHook(useList, { wrapper })
    await advance(100)
    expect(() => hydrateInto(queryClient, { items: [] })).toThrow()
    await advanceSeconds(30)
    expect(result.current).toMatchObject({ kind: 'ready', jobs: [{ jobId: JOB_ID }] })
    expect(fetch.mock.calls.length).toBeGreaterThan(2)
  })

  it('is retried with backoff if it can’t be fetched', async () => {
    const fetch = scriptedFetch(() => respond({}, { status: 503 }))
    const { wrapper, queryClient } = createTestApp({ fetch })
    queryClient.setQueryData(listKey, { pages: [], pageParams: [] })
    const { result } = renderHook(useList, { wrapper })
    await act(() => advance(60_000))
    expect(result.current).toMatchObject({ kind: 'loading', error: { status: 503 } })
    expect(fetch.mock.calls.length).toBeLessThan(6)
  })
})

function hydrateInto(queryClient: QueryClient, data: unknown): void {
  const [query] = queryClient.getQueryCache().findAll({ queryKey: listKey })
  if (!query) throw new Error('The list has no query.')
  const { queryKey, queryHash, state } = query
  const hydrated = { ...state, data, dataUpdatedAt: Date.now() + 1 }
  hydrate(queryClient, {
    mutations: [],
    queries: [{ queryKey, queryHash, state: hydrated, dehydratedAt: Date.now() }],
  })
}
