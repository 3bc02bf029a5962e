import { dehydrate, hydrate, onlineManager, QueryClient } from '@tanstack/react-query'
import { act, render, renderHook, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createOptimizationClient } from '../../src/api.js'
import {
  JobStatusCard,
  optimizationJobOptions,
  useCancelOptimizationJob,
  useOptimizationJob,
  useOptimizationJobList,
} from '../../src/index.js'
import { buildJob } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, JOB_ID, PROJECT_ID, renderJobHook, scriptedFetch } from '../support/renderJobHook.js'
import { respond } from '../support/respond.js'

const NOW = Date.parse('2026-01-15T12:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE

beforeEach(() => void vi.useFakeTimers({ now: NOW }))
afterEach(() => {
  onlineManager.setOnline(true)
  vi.useRealTimers()
})

/** Sets the device's clock. No timer runs, as while it sleeps. */
const moveClock = (byMs: number) => vi.setSystemTime(Date.now() + byMs)

const running = (step = 2) =>
  buildJob({
    job_id: JOB_ID,
    created_at: new Date(NOW).toISOString(),
    progress: { step, total_steps: 4, step_name: `Name ${step}` },
  })
const unavailable = (retryAfter?: number) =>
  respond({}, { status: 503, headers: retryAfter ? { 'Retry-After': String(retryAfter) } : {} })

function LiveCard() {
  return <JobStatusCard state={useOptimizationJob({ projectId: PROJECT_ID, jobId: JOB_ID })} locale="en" />
}

/** A card with open details. */
async function renderLiveCard(fetch: ReturnType<typeof scriptedFetch>, queryClient = new QueryClient()) {
  const { wrapper } = createTestApp({ fetch, queryClient })
  render(<LiveCard />, { wrapper })
  await advance()
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  await user.click(screen.getByText('Details'))
}

const stepTimes = () => [...document.querySelectorAll('.rpo-step-time')].map(({ textContent }) => textContent)
const connection = () => document.querySelector('.rpo-connection')?.textContent ?? ''

describe('a job whose record was made by another clock', () => {
  /** The cache of a server, with the job for a minute in step 2, serialized. */
  async function prefetchOnServer(clockDifferenceMs: number) {
    moveClock(clockDifferenceMs)
    const server = new QueryClient()
    const client = createOptimizationClient({
      baseUrl: 'https://service.test',
      fetch: scriptedFetch(running(1), running(2)),
    })
    const options = optimizationJobOptions(client, { projectId: PROJECT_ID, jobId: JOB_ID })
    await server.prefetchQuery(options)
    await vi.advanceTimersByTimeAsync(MINUTE)
    await server.prefetchQuery(options)
    const state = JSON.parse(JSON.stringify(dehydrate(server)))
    moveClock(-clockDifferenceMs)
    return state
  }

  it.each([15 * MINUTE, -15 * MINUTE])(
    'is measured from when it was first read here (%i ms)',
    async (difference) => {
      const state = await prefetchOnServer(difference)
      const queryClient = new QueryClient()
      hydrate(queryClient, state)
      await renderLiveCard(scriptedFetch(running(2)), queryClient)
      expect(stepTimes()).toEqual(['1:00+', '0:00+'])
      await advance(12_000)
      expect(stepTimes()).toEqual(['1:00+', '0:12+'])
      expect(screen.queryByText(/No progress/)).toBeNull()
      await advance(11 * MINUTE)
      expect(screen.getByText(/^No progress for 11m/)).toBeVisible()
    },
  )

  it('stays stalled for as long as it was known to be, and hydrates', async () => {
    const state = await prefetchOnServer(15 * MINUTE)
    const [query] = state.queries
    query.state.data.observedAt += 12 * MINUTE
    query.state.data.stalledSince = query.state.data.changedAt
    const app = (data: object) => {
      const queryClient = new QueryClient()
      queryClient.setQueryData<unknown>(query.queryKey, data)
      const { wrapper: App } = createTestApp({ fetch: scriptedFetch(running(2)), queryClient })
      return (
        <App>
          <LiveCard />
        </App>
      )
    }
    const container = document.body.appendChild(document.createElement('div'))
    container.innerHTML = renderToString(app(query.state.data))
    const onRecoverableError = vi.fn()
    render(app({ ...query.state.data, clock: 42 }), { container, hydrate: true, onRecoverableError })
    await advance(1_000)
    expect(onRecoverableError).not.toHaveBeenCalled()
    expect(screen.getByText('No progress for 12m')).toBeVisible()
  })

  it('claims no age for it until there is a response here', async () => {
    const state = await prefetchOnServer(-15 * MINUTE)
    const queryClient = new QueryClient()
    hydrate(queryClient, state)
    act(() => onlineManager.setOnline(false))
    await renderLiveCard(scriptedFetch(running(2)), queryClient)
    expect(connection()).not.toMatch(/updated/i)
    act(() => onlineManager.setOnline(true))
    await advance()
    act(() => onlineManager.setOnline(false))
    await advance(3_000)
    expect(connection()).toMatch(/updated 3s ago/i)
  })
})

describe('when the device’s clock is set', () => {
  it.each([2 * HOUR, -2 * HOUR])(
    'step times and stalls count from when it was set (%i ms)',
    async (jumpMs) => {
      await renderLiveCard(scriptedFetch(running(2)))
      await advance(9 * MINUTE)
      moveClock(jumpMs)
      await advance(3_000)
      expect(stepTimes()).toEqual([expect.stringMatching(/^0:0[23]\+$/)])
      await advance(8 * MINUTE)
      expect(screen.queryByText(/No progress/)).toBeNull()
    },
  )

  it.each([2 * HOUR, -2 * HOUR])(
    'the time until a retry never exceeds the planned delay (%i ms)',
    async (jumpMs) => {
      await renderLiveCard(scriptedFetch(running(2), () => unavailable()))
      await advance(11_000)
      expect(connection()).toMatch(/Retrying in [1-6]s/)
      moveClock(jumpMs)
      for (let second = 0; second < 60; second++) {
        await advance(1_000)
        expect(connection()).not.toMatch(/\d[hd]|\dm \d/)
        expect(connection()).not.toMatch(/updated \d+[mh]/i)
      }
    },
  )

  it('polling continues, also of a component that remounts before each poll', async () => {
    const fetch = scriptedFetch(running(2))
    const { wrapper } = createTestApp({ fetch })
    const useJob = () => useOptimizationJob({ projectId: PROJECT_ID, jobId: JOB_ID })
    let hook = renderHook(useJob, { wrapper })
    await advance()
    moveClock(-2 * HOUR)
    for (let count = 0; count < 12; count++) {
      await advance(5_000)
      hook.unmount()
      hook = renderHook(useJob, { wrapper })
    }
    expect(fetch.mock.calls.length).toBeGreaterThan(4)
  })

  it('the state stays the same until something changes', async () => {
    const { result, rerender } = renderJobHook(scriptedFetch(running(2), () => unavailable()))
    await advance(11_000)
    moveClock(-2 * HOUR)
    await advance(1_000)
    const before = result.current
    await advance(7)
    rerender({})
    expect(result.current).toBe(before)
  })

  it('the age of the last response is unknown, also offline and after a cancellation', async () => {
    const { wrapper } = createTestApp({ fetch: scriptedFetch(running(2), () => unavailable()) })
    const { result } = renderHook(
      () => ({
        state: useOptimizationJob({ projectId: PROJECT_ID, jobId: JOB_ID }),
        cancel: useCancelOptimizationJob({ projectId: PROJECT_ID }),
      }),
      { wrapper },
    )
    await advance(5_000)
    act(() => onlineManager.setOnline(false))
    moveClock(2 * HOUR)
    await advance(1_000)
    expect(result.current.state).toMatchObject({ connection: 'offline', lastUpdatedAt: null })
    act(() => onlineManager.setOnline(true))
    await act(async () => result.current.cancel.mutate(JOB_ID))
    await advance(11_000)
    expect(result.current.state).toMatchObject({ connection: 'retrying', lastUpdatedAt: null })
  })

  it('step times are right if the response of a list is the first to notice it', async () => {
    let listRequests = 0
    const fetch = async ({ url }: Request) => {
      if (url.endsWith(JOB_ID)) return respond({ ...running(2), status: 'queued' })
      if (listRequests++ > 0) await new Promise((resolve) => setTimeout(resolve, 5_100))
      const job = { ...running(2), status: listRequests > 1 ? 'running' : 'queued' }
      return respond({ data: [job], pagination: { page: 1, page_size: 30, has_next: false } })
    }
    const { wrapper } = createTestApp({ fetch })
    const { result } = renderHook(
      () => {
        useOptimizationJobList({ projectId: PROJECT_ID })
        return useOptimizationJob({ projectId: PROJECT_ID, jobId: JOB_ID, pollIntervalMs: HOUR })
      },
      { wrapper },
    )
    await advance(15_050)
    moveClock(2 * HOUR)
    await advance(200)
    expect(result.current.kind).toBe('running')
    expect(Date.now() - (result.current.steps[0]?.firstObservedAt ?? 0)).toBeLessThan(MINUTE)
  })

  it('the elapsed time of a job that was ahead of it is shown again', async () => {
    const created = new Date(NOW + HOUR).toISOString()
    await renderLiveCard(scriptedFetch({ ...running(2), created_at: created }))
    expect(screen.getByText(/^Running · Started Jan 15, 2026/)).toBeVisible()
    expect(screen.queryByText(/^Running for/)).toBeNull()
    moveClock(HOUR)
    await advance(MINUTE)
    expect(screen.getByText(/^Running for 1:0\d$/)).toBeVisible()
  })
})

describe('after the device has slept', () => {
  it('a job whose poll is overdue is polled at once', async () => {
    const fetch = scriptedFetch(running(2), () => unavailable(3_600), running(3))
    const { result } = renderJobHook(fetch)
    await advance(12_000)
    expect(result.current.connection).toBe('retrying')
    await advance(30 * MINUTE)
    expect(fetch).toHaveBeenCalledTimes(2)
    moveClock(8 * HOUR)
    await advance(1_000)
    expect(fetch).toHaveBeenCalledTimes(3)
    await advance(100)
    expect(result.current).toMatchObject({ connection: 'live', job: { progress: { step: 3 } } })
  })

  it('a job that is polled at an interval of minutes is, too, once', async () => {
    const fetch = scriptedFetch(running(2))
    renderJobHook(fetch, { pollIntervalMs: 10 * MINUTE })
    await advance(MINUTE)
    moveClock(8 * HOUR)
    await advance(1_000)
    await advance(MINUTE)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('it is, too, if it failed before the clock was set back', async () => {
    const fetch = scriptedFetch(() => unavailable(), running(2))
    renderJobHook(fetch, { pollIntervalMs: 10 * MINUTE })
    await advance(1_000)
    moveClock(-2 * HOUR)
    await advance(10_000)
    expect(fetch).toHaveBeenCalledTimes(2)
    moveClock(HOUR)
    await advance(3_000)
    expect(fetch).toHaveBeenCalledTimes(3)
  })

  it('a Retry-After that is not over is kept', async () => {
    const fetch = scriptedFetch(running(2), () => unavailable(3_600))
    renderJobHook(fetch)
    await advance(12_000)
    moveClock(30 * MINUTE)
    await advance(MINUTE)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('a list whose poll is overdue is polled at once', async () => {
    const rows = { data: [running()], pagination: { page: 1, page_size: 30, has_next: false } }
    const fetch = scriptedFetch(rows, () => unavailable(3_600), rows)
    const { wrapper } = createTestApp({ fetch })
    const List = () => useOptimizationJobList({ projectId: PROJECT_ID }).kind
    render(<List />, { wrapper })
    await advance(12_000)
    expect(fetch).toHaveBeenCalledTimes(2)
    moveClock(8 * HOUR)
    await advance(1_000)
    expect(fetch).toHaveBeenCalledTimes(3)
  })
})
