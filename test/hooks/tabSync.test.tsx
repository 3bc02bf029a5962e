import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import { type ReactNode, StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createOptimizationClient, shareAcrossTabs } from '../../src/api.js'
import {
  OptimizationProvider,
  optimizationKeys,
  type UseOptimizationJobOptions,
  useOptimizationJob,
} from '../../src/index.js'
import { buildJob, createJobSimulator } from '../../src/testing.js'
import { fakeTabs } from '../support/fakeTabs.js'
import { advance, JOB_ID, PROJECT_ID, recordRequestTimes, scriptedFetch } from '../support/renderJobHook.js'
import { respond } from '../support/respond.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const SECOND = 1_000
const JOB = { projectId: PROJECT_ID, jobId: JOB_ID }
const inStep = (step: number) =>
  buildJob({ job_id: JOB_ID, progress: { step, total_steps: 4, step_name: `Step ${step}` } })
const down = () => respond({ message: 'down' }, { status: 503 })

type Fetch = (request: Request) => Promise<Response>

/** Simulated tab with its own client and query cache. */
function openTab(fetch: Fetch, initialProps: Partial<UseOptimizationJobOptions> = {}) {
  const queryClient = new QueryClient()
  const plainClient = createOptimizationClient({ baseUrl: 'https://service.test/api/v2', fetch })
  const client = shareAcrossTabs(plainClient, { scope: 'user 1' })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <OptimizationProvider client={client}>{children}</OptimizationProvider>
      </QueryClientProvider>
    </StrictMode>
  )
  const hook = renderHook(
    (props: Partial<UseOptimizationJobOptions>) => useOptimizationJob({ ...JOB, ...props }),
    { wrapper, initialProps },
  )
  const queryState = () => queryClient.getQueryState(optimizationKeys.job(JOB))
  return { ...hook, client, queryState }
}

async function openTabs(count: number, fetch: Fetch, options: Partial<UseOptimizationJobOptions> = {}) {
  const tabs = []
  for (let opened = 0; opened < count; opened++) {
    tabs.push(openTab(fetch, options))
    await advance(700)
  }
  return tabs
}

describe('shareAcrossTabs with five tabs', () => {
  it.each([
    ['the default policy', {}],
    ['a custom interval', { pollIntervalMs: 3_000 }],
  ])('sends at most 1.2 times the requests of one tab over a whole job, with %s', async (_, options) => {
    fakeTabs()
    const run = async (count: number) => {
      const simulator = createJobSimulator()
      simulator.addJob({ ...JOB })
      const tabs = await openTabs(count, simulator, options)
      await advance(400 * SECOND)
      expect(tabs.map((tab) => tab.result.current.kind)).toEqual(tabs.map(() => 'completed'))
      for (const tab of tabs) tab.unmount()
      return simulator.requests.length
    }
    const alone = await run(1)
    expect(alone).toBeGreaterThan(30)
    expect((await run(5)) / alone).toBeLessThanOrEqual(1.2)
  })

  it('sends at most 1.2 times the requests of one tab while the service is down', async () => {
    fakeTabs()
    const run = async (count: number) => {
      const fetch = scriptedFetch(down)
      const tabs = await openTabs(count, fetch)
      await advance(3_600 * SECOND)
      for (const tab of tabs) tab.unmount()
      return fetch.mock.calls.length
    }
    const alone = await run(1)
    expect(alone).toBeGreaterThan(30)
    expect((await run(5)) / alone).toBeLessThanOrEqual(1.2)
  })

  it('respects Retry-After in every tab', async () => {
    fakeTabs()
    const busy = () => respond({}, { status: 429, headers: { 'Retry-After': '300' } })
    const fetch = scriptedFetch(inStep(1), inStep(1), inStep(1), inStep(1), inStep(1), busy)
    await openTabs(5, fetch)
    await advance(10 * SECOND)
    const requestCount = fetch.mock.calls.length
    await advance(280 * SECOND)
    expect(fetch).toHaveBeenCalledTimes(requestCount)
  })
})

describe('useOptimizationJob in a tab that does not fetch', () => {
  it('renders a broadcast result immediately and applies it once', async () => {
    fakeTabs()
    const tab = openTab(scriptedFetch(inStep(1)), { pollIntervalMs: 60_000 })
    await advance(SECOND)
    const fetch = scriptedFetch(inStep(2))
    openTab(fetch)
    await advance(10)
    expect(tab.result.current).toMatchObject({ job: { progress: { step: 2 } } })
    expect(tab.queryState()).toMatchObject({ dataUpdateCount: 2, fetchStatus: 'idle' })
  })

  it('reports broadcast errors and recovery immediately', async () => {
    fakeTabs()
    const fetch = scriptedFetch(inStep(1))
    const tab = openTab(fetch)
    await advance(SECOND)
    const other = openTab(scriptedFetch(down, inStep(2)))
    await advance(10)
    expect(tab.result.current).toMatchObject({
      kind: 'running',
      connection: 'retrying',
      error: { status: 503 },
    })
    void other.result.current.refetch()
    await advance(200)
    expect(tab.result.current).toMatchObject({ connection: 'live', job: { progress: { step: 2 } } })
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('schedules its next poll from the broadcast result', async () => {
    fakeTabs()
    const fetch = scriptedFetch(inStep(1))
    const times = recordRequestTimes(fetch)
    const tab = openTab(fetch, { pollIntervalMs: 10_000 })
    await advance(8 * SECOND)
    const other = openTab(scriptedFetch(inStep(1)), { pollIntervalMs: 60_000 })
    await advance(SECOND)
    other.unmount()
    await advance(10 * SECOND)
    tab.unmount()
    expect(times.map((time) => Math.round(time / 100) * 100)).toEqual([0, 18_000])
  })

  it('takes over within one interval when the polling tab closes', async () => {
    fakeTabs()
    const [fetch, otherFetch] = [scriptedFetch(inStep(1)), scriptedFetch(inStep(1))]
    const pollingTab = openTab(fetch, { pollIntervalMs: 2_000 })
    openTab(otherFetch, { pollIntervalMs: 3_000 })
    await advance(20 * SECOND)
    expect(otherFetch).not.toHaveBeenCalled()
    pollingTab.unmount()
    await advance(3_100)
    expect(otherFetch).toHaveBeenCalledTimes(1)
  })

  it('renders broadcast results while hidden and sends no requests', async () => {
    fakeTabs()
    const fetch = scriptedFetch(inStep(1))
    const tab = openTab(fetch)
    await advance(SECOND)
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    window.dispatchEvent(new Event('visibilitychange'))
    const other = createOptimizationClient({
      baseUrl: 'https://service.test/api/v2',
      fetch: scriptedFetch(inStep(2)),
    })
    const response = shareAcrossTabs(other, { scope: 'user 1' }).getJob(JOB)
    await advance(60 * SECOND)
    await response
    expect(tab.result.current).toMatchObject({ connection: 'paused', job: { progress: { step: 2 } } })
    expect(fetch).toHaveBeenCalledTimes(1)
    visibility.mockRestore()
    window.dispatchEvent(new Event('visibilitychange'))
  })

  it('ignores results for another job', async () => {
    fakeTabs()
    const fetch = scriptedFetch(inStep(1))
    const tab = openTab(fetch, { pollIntervalMs: 60_000 })
    await advance(SECOND)
    tab.rerender({ pollIntervalMs: 60_000, jobId: 'another' })
    await advance(SECOND)
    openTab(scriptedFetch(inStep(2)))
    await advance(SECOND)
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(tab.queryState()?.dataUpdateCount).toBe(1)
  })

  it('ignores results once its job has ended or failed with a non-retryable error', async () => {
    fakeTabs()
    const [forbiddenFetch, endedFetch] = [
      scriptedFetch(() => respond({ message: 'no' }, { status: 403 })),
      scriptedFetch(buildJob({ job_id: JOB_ID, status: 'completed' })),
    ]
    const forbidden = openTab(forbiddenFetch)
    await advance(SECOND)
    const ended = openTab(endedFetch)
    await advance(SECOND)
    openTab(scriptedFetch(inStep(3)))
    await advance(60 * SECOND)
    expect(forbidden.result.current).toMatchObject({ kind: 'error', error: { status: 403 } })
    expect(ended.result.current.kind).toBe('completed')
    expect([forbiddenFetch, endedFetch].map((fetch) => fetch.mock.calls.length)).toEqual([1, 1])
  })
})

it('tabs with polls due at the same time send one request and apply the response once each', async () => {
  fakeTabs()
  const fetch = scriptedFetch(async () => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    return respond(inStep(1))
  })
  const tabs = [1, 2, 3].map(() => openTab(fetch, { pollIntervalMs: 5_000 }))
  await advance(6 * SECOND)
  expect(fetch).toHaveBeenCalledTimes(2)
  expect(tabs.map((tab) => tab.queryState()?.dataUpdateCount)).toEqual([2, 2, 2])
})

it('a tab that was frozen mid-request applies the missed results and aborts its request', async () => {
  const { freeze, thaw } = fakeTabs()
  const hang = () => new Promise<Response>(() => {})
  const fetch = scriptedFetch(inStep(1), hang)
  const tab = openTab(fetch, { pollIntervalMs: 5_000 })
  await advance(6 * SECOND)
  expect(fetch).toHaveBeenCalledTimes(2)
  freeze()
  openTab(scriptedFetch(inStep(2), inStep(3)), { pollIntervalMs: 5_000 })
  await advance(5 * SECOND)
  thaw()
  await advance(5 * SECOND)
  expect(tab.result.current).toMatchObject({ connection: 'live', job: { progress: { step: 3 } } })
  expect(fetch.mock.calls[1]?.[0].signal.aborted).toBe(true)
  expect(tab.queryState()?.fetchStatus).toBe('idle')
})

it('refetch sends a request even if another tab has just broadcast a result', async () => {
  fakeTabs()
  const fetch = scriptedFetch(inStep(1))
  const tab = openTab(fetch)
  await advance(SECOND)
  openTab(scriptedFetch(inStep(1)))
  await advance(10)
  const refetched = tab.result.current.refetch()
  await advance(200)
  await refetched
  expect(fetch).toHaveBeenCalledTimes(2)
})

it('unmounting closes the channel and releases the lock', async () => {
  const { openChannels, locks } = fakeTabs()
  const hang = () => new Promise<Response>(() => {})
  const tabs = [openTab(scriptedFetch(hang)), openTab(scriptedFetch(hang))]
  await advance(SECOND)
  expect([openChannels(), locks.held().length, locks.pending()]).toEqual([2, 1, 1])
  for (const tab of tabs) tab.unmount()
  await advance(0)
  expect([openChannels(), locks.held().length, locks.pending()]).toEqual([0, 0, 0])
})
