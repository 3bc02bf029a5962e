import {
  dehydrate,
  HydrationBoundary,
  QueryClient,
  useInfiniteQuery,
  useSuspenseInfiniteQuery,
} from '@tanstack/react-query'
import { act, render, renderHook, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { JobList, optimizationJobListOptions } from '../../src/index.js'
import { createJobSimulator } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, PROJECT_ID } from '../support/renderJobHook.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const HOUR = 3_600_000
const LIST = { projectId: PROJECT_ID }

/** Project with one job that completes after two minutes. */
function setUp() {
  const simulator = createJobSimulator()
  simulator.addJob({ projectId: PROJECT_ID, scenario: 'withoutTestRun' })
  return { simulator, ...createTestApp({ fetch: simulator }) }
}

describe('optimizationJobListOptions', () => {
  it('works with useInfiniteQuery, which polls once a minute when no job is active', async () => {
    const { simulator, wrapper, client } = setUp()
    const { result } = renderHook(() => useInfiniteQuery(optimizationJobListOptions(client, LIST)), {
      wrapper,
    })
    await advance(300_000)
    expect(result.current.data?.pages.flatMap(({ jobs }) => jobs)).toMatchObject([{ phase: 'completed' }])
    const requestCount = simulator.requests.length
    expect(requestCount).toBeGreaterThan(5)
    await advance(HOUR)
    expect(simulator.requests).toHaveLength(requestCount + 60)
  })

  it('works with `select`', async () => {
    const { wrapper, client } = setUp()
    const { result } = renderHook(
      () =>
        useInfiniteQuery({
          ...optimizationJobListOptions(client, LIST),
          select: ({ pages }) => pages.flatMap(({ jobs }) => jobs.map(({ phase }) => phase)),
        }),
      { wrapper },
    )
    await advance()
    expect(result.current.data).toEqual(['queued'])
  })

  it('works with useSuspenseInfiniteQuery', async () => {
    const { wrapper, client } = setUp()
    function Count() {
      const { data } = useSuspenseInfiniteQuery(optimizationJobListOptions(client, LIST))
      return `${data.pages.flatMap(({ jobs }) => jobs).length} job`
    }
    render(
      <Suspense fallback="waiting">
        <Count />
      </Suspense>,
      { wrapper },
    )
    expect(screen.getByText('waiting')).toBeVisible()
    await advance(1_000)
    expect(screen.getByText('1 job')).toBeVisible()
  })

  it('prefetches on the server, so that the first render has rows and sends no request', async () => {
    const { simulator, wrapper, client } = setUp()
    const serverQueryClient = new QueryClient()
    await serverQueryClient.prefetchInfiniteQuery(optimizationJobListOptions(client, LIST))
    expect(simulator.requests).toHaveLength(1)
    const state = JSON.parse(JSON.stringify(dehydrate(serverQueryClient)))
    render(
      <HydrationBoundary state={state}>
        <JobList {...LIST} />
      </HydrationBoundary>,
      { wrapper },
    )
    expect(screen.getAllByRole('listitem')).toHaveLength(1)
    await act(() => vi.advanceTimersByTimeAsync(0))
    expect(simulator.requests.filter(({ operation }) => operation === 'listJobs')).toHaveLength(1)
  })
})
