import { renderHook } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useOptimizationJob } from '../../src/index.js'
import { buildJob } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import {
  advance,
  JOB_ID,
  PROJECT_ID,
  recordRequestTimes,
  renderJobHook,
  scriptedFetch,
} from '../support/renderJobHook.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const SECOND = 1_000
const running = buildJob({ job_id: JOB_ID })

/** When requests are sent, if one component watches a job for five minutes. */
async function timesOfOne(options = {}): Promise<number[]> {
  const fetch = scriptedFetch(running)
  const times = recordRequestTimes(fetch)
  const { unmount } = renderJobHook(fetch, options)
  await advance(300 * SECOND)
  unmount()
  return times
}

describe('several components on one job', () => {
  it.each([
    ['by the policy', {}],
    ['at an interval of the app’s', { pollInterval: 4_000 }],
  ])('mounted at different times, cost the requests of one, polled %s', async (_, options) => {
    const alone = await timesOfOne(options)
    const fetch = scriptedFetch(running)
    const times = recordRequestTimes(fetch)
    const { App } = renderJobHook(fetch, options)
    for (let count = 1; count < 5; count++) {
      await advance(1_700)
      renderJobHook(fetch, options, App)
    }
    await advance(300 * SECOND - 4 * 1_700)
    expect(times).toEqual(alone)
  })

  it('go on when the one that was first leaves', async () => {
    const fetch = scriptedFetch(running)
    const first = renderJobHook(fetch)
    await advance(5 * SECOND)
    renderJobHook(fetch, {}, first.App)
    await advance(SECOND)
    first.unmount()
    await advance(20 * SECOND)
    expect(fetch.mock.calls.length).toBeGreaterThanOrEqual(2)
  })
})

describe('rendering', () => {
  it('every 100 ms does not delay a check', async () => {
    const alone = await timesOfOne()
    const fetch = scriptedFetch(running)
    const times = recordRequestTimes(fetch)
    const { rerender } = renderJobHook(fetch)
    for (let time = 0; time < 300 * SECOND; time += 100) {
      rerender({})
      await advance(100)
    }
    expect(times).toEqual(alone)
  })

  it('does not happen while answers bring nothing new, and the state stays the same object', async () => {
    let renders = 0
    const { wrapper: App } = createTestApp({ fetch: scriptedFetch(running) })
    const { result } = renderHook(
      () => {
        renders++
        return useOptimizationJob({ projectId: PROJECT_ID, jobId: JOB_ID })
      },
      { wrapper: App },
    )
    await advance()
    const [rendersSoFar, state] = [renders, result.current]
    await advance(60 * SECOND)
    expect(renders).toBe(rendersSoFar)
    expect(result.current).toBe(state)
  })

  it('twice, as StrictMode does, sends one request', async () => {
    const fetch = scriptedFetch(running)
    const { wrapper: App } = createTestApp({ fetch })
    renderHook(() => useOptimizationJob({ projectId: PROJECT_ID, jobId: JOB_ID }), {
      wrapper: ({ children }) => (
        <StrictMode>
          <App>{children}</App>
        </StrictMode>
      ),
    })
    await advance()
    expect(fetch).toHaveBeenCalledTimes(1)
    await advance(9_000)
    expect(fetch).toHaveBeenCalledTimes(1)
    await advance(2_000)
    expect(fetch).toHaveBeenCalledTimes(2)
  })
})

describe('leaving', () => {
  const hang = () => new Promise<Response>(() => {})

  it('a job for another aborts its request and asks for the other', async () => {
    const fetch = scriptedFetch(hang)
    const { rerender } = renderJobHook(fetch)
    await advance()
    rerender({ jobId: 'another' })
    await advance()
    const [first, second] = fetch.mock.calls.map(([request]) => request)
    expect(first?.signal.aborted).toBe(true)
    expect(second?.url).toContain('/another')
    expect(second?.signal.aborted).toBe(false)
  })

  it('the page stops everything in the same tick', async () => {
    const fetch = scriptedFetch(running, hang)
    const { unmount, queryClient } = renderJobHook(fetch)
    await advance(11 * SECOND)
    expect(fetch).toHaveBeenCalledTimes(2)
    unmount()
    expect(fetch.mock.calls[1]?.[0].signal.aborted).toBe(true)
    await advance()
    queryClient.clear()
    expect(vi.getTimerCount()).toBe(0)
    await advance(3_600 * SECOND)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('and coming back keeps the steps that were seen', async () => {
    const inStep = (step: number) =>
      buildJob({ job_id: JOB_ID, progress: { step, total_steps: 4, step_name: `Step ${step}` } })
    const fetch = scriptedFetch(inStep(1), inStep(2))
    const first = renderJobHook(fetch)
    await advance(11 * SECOND)
    const { steps } = first.result.current
    expect(steps).toHaveLength(2)
    first.unmount()
    await advance(60 * SECOND)
    const { result } = renderJobHook(fetch, {}, first.App)
    expect(result.current.steps).toBe(steps)
    await advance(SECOND)
    expect(result.current.steps).toBe(steps)
  })
})
