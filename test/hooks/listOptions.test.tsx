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

/** A project with one job, which is over in two minutes. */
function setUp() {
  const simulator = createJobSimulator()
  simulator.addJob({ projectId: PROJECT_ID, scenario: 'withoutTestRun' })
  return { simulator, ...createTestApp({ fetch: simulator }) }
}

describe('the query options of a list', () => {
  it('work with useInfiniteQuery, which checks until no job is active, and no further', async () => {
    const { simulator, wrapper, client } = setUp()
    const { result } = renderHook(() => useInfiniteQuery(optimizationJobListOptions(client, LIST)), {
      wrapper,
    })
    await advance(300_000)
    expect(result.current.data?.pages.flatMap(({ jobs }) => jobs)).toMatchObject([{ phase: 'completed' }])
    const checks = simulator.requests.length
    expect(checks).toBeGreaterThan(5)
    await advance(HOUR)
    expect(simulator.requests).toHaveLength(checks)
  })

  it('work with useSuspenseInfiniteQuery', async () => {
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

  it('let a server read the list, so that the first render has its rows and asks for nothing', async () => {
    const { simulator, wrapper, client } = setUp()
    const onServer = new QueryClient()
    await onServer.prefetchInfiniteQuery(optimizationJobListOptions(client, LIST))
    expect(simulator.requests).toHaveLength(1)
    const state = JSON.parse(JSON.stringify(dehydrate(onServer)))
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
