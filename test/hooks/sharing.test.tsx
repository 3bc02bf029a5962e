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

/** Request times of one component that polls a job for five minutes. */
async function recordSingleObserver(options = {}): Promise<number[]> {
  const fetch = scriptedFetch(running)
  const times = recordRequestTimes(fetch)
  const { unmount } = renderJobHook(fetch, options)
  await advance(300 * SECOND)
  unmount()
  return times
}

describe('useOptimizationJob in several components', () => {
  it.each([
    ['the default policy', {}],
    ['a custom interval', { pollIntervalMs: 4_000 }],
  ])(
    'sends the requests of one component when they mount at different times, with %s',
    async (_, options) => {
      const alone = await recordSingleObserver(options)
      const fetch = scriptedFetch(running)
      const times = recordRequestTimes(fetch)
      const { App } = renderJobHook(fetch, options)
      for (let count = 1; count < 5; count++) {
        await advance(1_700)
        renderJobHook(fetch, options, App)
      }
      await advance(300 * SECOND - 4 * 1_700)
      expect(times).toEqual(alone)
    },
  )

  it('continues polling when the first one unmounts', async () => {
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

describe('useOptimizationJob rendering', () => {
  it('every 100 ms does not delay polls', async () => {
    const alone = await recordSingleObserver()
    const fetch = scriptedFetch(running)
    const times = recordRequestTimes(fetch)
    const { rerender } = renderJobHook(fetch)
    for (let time = 0; time < 300 * SECOND; time += 100) {
      rerender({})
      await advance(100)
    }
    expect(times).toEqual(alone)
  })

  it('is skipped while responses are unchanged, with a stable state object', async () => {
    let renders = 0
    const { wrapper: App } = createTestApp({ fetch: scriptedFetch(running) })
    const { result, rerender } = renderHook(
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
    rerender()
    expect(result.current).toBe(state)
  })

  it('under StrictMode sends one request', async () => {
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

describe('useOptimizationJob cleanup', () => {
  const hang = () => new Promise<Response>(() => {})

  it('aborts the request and fetches the new job when `jobId` changes', async () => {
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

  it('aborts requests and clears timers in the same tick on unmount', async () => {
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

  it('keeps the observed steps across a remount', async () => {
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
