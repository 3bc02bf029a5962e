import { render } from '@testing-library/react'
import { Profiler } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useOptimizationJob } from '../../src/index.js'
import { createJobSimulator } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, PROJECT_ID } from '../support/renderJobHook.js'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-01-15T12:00:00Z') }))
afterEach(() => void vi.useRealTimers())

function Job({ jobId }: { jobId: string }) {
  return <p>{useOptimizationJob({ projectId: PROJECT_ID, jobId }).kind}</p>
}

it('useOptimizationJob batches responses that arrive together into one commit', async () => {
  const simulator = createJobSimulator()
  const jobIds = Array.from({ length: 20 }, () => simulator.addJob({ projectId: PROJECT_ID, ageMs: 60_000 }))
  const { wrapper: App } = createTestApp({ fetch: simulator })
  const onRender = vi.fn()
  const { container } = render(
    <Profiler id="jobs" onRender={onRender}>
      {jobIds.map((jobId) => (
        <Job key={jobId} jobId={jobId} />
      ))}
    </Profiler>,
    { wrapper: App },
  )
  onRender.mockClear()
  await advance()
  expect(container.textContent).toBe('running'.repeat(20))
  expect(onRender).toHaveBeenCalledTimes(1)
})

it('useOptimizationJob shares one cache subscription between hooks and removes it on unmount', async () => {
  const simulator = createJobSimulator()
  const jobIds = Array.from({ length: 20 }, () => simulator.addJob({ projectId: PROJECT_ID, ageMs: 60_000 }))
  const { wrapper: App, queryClient } = createTestApp({ fetch: simulator })
  const subscribe = vi.spyOn(queryClient.getQueryCache(), 'subscribe')
  const { unmount } = render(
    jobIds.map((jobId) => <Job key={jobId} jobId={jobId} />),
    { wrapper: App },
  )
  await advance()
  expect(subscribe).toHaveBeenCalledTimes(1)
  unmount()
  expect(queryClient.getQueryCache().hasListeners()).toBe(false)
})
