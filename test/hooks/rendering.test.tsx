import { focusManager, notifyManager } from '@tanstack/react-query'
import { act, render, renderHook } from '@testing-library/react'
import { Profiler } from 'react'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { useOptimizationClient, useOptimizationJob, useOptimizationJobList } from '../../src/index.js'
import { createJobSimulator } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, PROJECT_ID } from '../support/renderJobHook.js'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-01-15T12:00:00Z') }))
afterEach(() => {
  vi.useRealTimers()
  notifyManager.setScheduler((callback) => setTimeout(callback, 0))
})

function Job({ jobId }: { jobId: string }) {
  return <p>{useOptimizationJob({ projectId: PROJECT_ID, jobId }).kind}</p>
}

function renderJobs(count: number) {
  const simulator = createJobSimulator()
  const jobIds = Array.from({ length: count }, () =>
    simulator.addJob({ projectId: PROJECT_ID, ageMs: 60_000 }),
  )
  const { wrapper: App, queryClient } = createTestApp({ fetch: simulator })
  const onRender = vi.fn()
  const view = render(
    <Profiler id="jobs" onRender={onRender}>
      {jobIds.map((jobId) => (
        <Job key={jobId} jobId={jobId} />
      ))}
    </Profiler>,
    { wrapper: App },
  )
  onRender.mockClear()
  return { ...view, onRender, cache: queryClient.getQueryCache() }
}

it('commits once a frame with the scheduler of the guide to many cards', async () => {
  const callbacks: (() => void)[] = []
  notifyManager.setScheduler((callback) => {
    if (callbacks.push(callback) > 1) return
    requestAnimationFrame(() => {
      for (const each of callbacks.splice(0)) each()
    })
  })
  const { container, onRender } = renderJobs(20)
  await advance(20)
  expect(container.textContent).toBe('running'.repeat(20))
  expect(onRender).toHaveBeenCalledTimes(1)
})

it('calls back without a frame, as in a hidden page', async () => {
  notifyManager.setScheduler(() => {})
  const simulator = createJobSimulator()
  const jobId = simulator.addJob({ projectId: PROJECT_ID, scenario: 'withoutTestRun' })
  const [onFinish, onJobFinish] = [vi.fn(), vi.fn()]
  const { wrapper } = createTestApp({ fetch: simulator, onJobFinish })
  const { result } = renderHook(() => useOptimizationJob({ projectId: PROJECT_ID, jobId, onFinish }), {
    wrapper,
  })
  await advance(150_000)
  expect(result.current.kind).toBe('loading')
  expect(onFinish).toHaveBeenCalledTimes(1)
  expect(onJobFinish).toHaveBeenCalledTimes(1)
})

it('renders once per changed response', async () => {
  const { onRender } = renderJobs(1)
  await advance()
  expect(onRender).toHaveBeenCalledTimes(1)
})

it('does not subscribe to the cache, which calls each of its subscribers for every event', async () => {
  const { cache } = renderJobs(20)
  await advance()
  expect(cache.hasListeners()).toBe(false)
})

// React Compiler caches by identity what an app computes from the whole state.
it('a state object never changes, so that what compiled code computes from it is current', async () => {
  const simulator = createJobSimulator()
  const jobId = simulator.addJob({ projectId: PROJECT_ID })
  const { wrapper } = createTestApp({ fetch: simulator })
  const copies = new Map<object, object>()
  const lists = new Map<object, object>()
  renderHook(
    () => {
      const state = useOptimizationJob({ projectId: PROJECT_ID, jobId })
      const list = useOptimizationJobList({ projectId: PROJECT_ID })
      if (!copies.has(state)) copies.set(state, { ...state })
      if (!lists.has(list)) lists.set(list, { ...list })
    },
    { wrapper },
  )
  for (let second = 0; second < 660; second += 10) {
    if (second === 60) simulator.injectFault({ status: 503 }, { operation: 'getJob', times: 3 })
    await advance(10_000)
  }
  expect(copies.size).toBeGreaterThan(5)
  for (const [state, copy] of [...copies, ...lists]) {
    expect(state).toEqual(copy)
    const getters = Object.values(Object.getOwnPropertyDescriptors(state)).filter(({ get }) => get)
    expect(getters).toEqual([])
  }
})

it('a change of visibility renders what polls, and nothing else below the provider', () => {
  const onRender = vi.fn()
  function Own() {
    useOptimizationClient()
    onRender()
    return null
  }
  const { wrapper } = createTestApp({ fetch: createJobSimulator() })
  render(<Own />, { wrapper })
  onRender.mockClear()
  onTestFinished(() => focusManager.setFocused(undefined))
  act(() => focusManager.setFocused(false))
  expect(onRender).not.toHaveBeenCalled()
})
