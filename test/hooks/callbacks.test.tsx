import { act, render, renderHook } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useOptimizationJob } from '../../src/index.js'
import { buildJob } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, JOB_ID, PROJECT_ID, renderJobHook, scriptedFetch } from '../support/renderJobHook.js'
import { respond } from '../support/respond.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const SECOND = 1_000
const queued = buildJob({ job_id: JOB_ID, status: 'pending', progress: null })
const running = buildJob({ job_id: JOB_ID })
const completed = buildJob({ job_id: JOB_ID, status: 'completed' })

describe('onFinish', () => {
  it.each(['completed', 'failed', 'cancelled'])(
    'is called once with the job when its phase becomes %s',
    async (status) => {
      const onFinish = vi.fn()
      renderJobHook(scriptedFetch(running, buildJob({ job_id: JOB_ID, status })), { onFinish })
      await advance(11 * SECOND)
      expect(onFinish).toHaveBeenCalledExactlyOnceWith(
        expect.objectContaining({ jobId: JOB_ID, phase: status }),
      )
      await advance(3_600 * SECOND)
      expect(onFinish).toHaveBeenCalledTimes(1)
    },
  )

  it('is not called for a job that had ended before the first response', async () => {
    const onFinish = vi.fn()
    const { App } = renderJobHook(scriptedFetch(completed), { onFinish })
    await advance()
    renderJobHook(scriptedFetch(), { onFinish }, App)
    await advance(SECOND)
    expect(onFinish).not.toHaveBeenCalled()
  })

  it('is called once per mount for a job that has already ended with `finishOnMount`', async () => {
    const onFinish = vi.fn()
    const first = renderJobHook(scriptedFetch(completed), { onFinish, finishOnMount: true })
    await advance()
    first.rerender({ onFinish, finishOnMount: true })
    await advance(SECOND)
    expect(onFinish).toHaveBeenCalledTimes(1)
    first.unmount()
    renderJobHook(scriptedFetch(), { onFinish, finishOnMount: true }, first.App)
    await advance(SECOND)
    expect(onFinish).toHaveBeenCalledTimes(2)
  })

  it('is called once under StrictMode', async () => {
    const onFinish = vi.fn()
    const { wrapper: App } = createTestApp({ fetch: scriptedFetch(running, completed) })
    renderHook(() => useOptimizationJob({ projectId: PROJECT_ID, jobId: JOB_ID, onFinish }), {
      wrapper: ({ children }) => (
        <StrictMode>
          <App>{children}</App>
        </StrictMode>
      ),
    })
    await advance(11 * SECOND)
    expect(onFinish).toHaveBeenCalledTimes(1)
  })

  it('is called for every component that sets it, and not again on remount', async () => {
    const [onFinish, onFinishOther] = [vi.fn(), vi.fn()]
    const { App, ...first } = renderJobHook(scriptedFetch(running, completed), { onFinish })
    renderJobHook(scriptedFetch(), { onFinish: onFinishOther }, App)
    renderJobHook(scriptedFetch(), {}, App)
    await advance(11 * SECOND)
    first.unmount()
    renderJobHook(scriptedFetch(), { onFinish }, App)
    await advance(SECOND)
    expect(onFinish).toHaveBeenCalledTimes(1)
    expect(onFinishOther).toHaveBeenCalledTimes(1)
  })

  it('is called once when the component is replaced in that moment', async () => {
    const onFinish = vi.fn()
    const { wrapper: App } = createTestApp({ fetch: scriptedFetch(running, completed) })
    function Job({ label }: { label: string }) {
      useOptimizationJob({ projectId: PROJECT_ID, jobId: JOB_ID, onFinish })
      return label
    }
    function Page() {
      const { kind } = useOptimizationJob({ projectId: PROJECT_ID, jobId: JOB_ID })
      return <Job key={kind} label={kind} />
    }
    const { container } = render(<Page />, { wrapper: App })
    await advance(11 * SECOND)
    expect(container.textContent).toContain('completed')
    expect(onFinish).toHaveBeenCalledTimes(1)
  })

  it('is not called again when a later refetch fails and then succeeds', async () => {
    const onFinish = vi.fn()
    const down = () => respond({}, { status: 503 })
    const later = buildJob({ job_id: JOB_ID, status: 'completed', comparison_id: null })
    const { result } = renderJobHook(scriptedFetch(running, completed, down, down, later), { onFinish })
    await advance(11 * SECOND)
    for (let count = 0; count < 3; count++) {
      await act(() => result.current.refetch())
      await advance()
    }
    expect(result.current.job?.comparisonId).toBeNull()
    expect(onFinish).toHaveBeenCalledTimes(1)
  })

  it('is called for a job that was active before its query was reset', async () => {
    const onFinish = vi.fn()
    const { queryClient } = renderJobHook(scriptedFetch(running, completed), { onFinish })
    await advance()
    await act(() => queryClient.resetQueries())
    await advance()
    expect(onFinish).toHaveBeenCalledTimes(1)
  })

  it('is called for each job that the component turns to', async () => {
    const onFinish = vi.fn()
    const other = (status: string) => buildJob({ job_id: 'b', status })
    const fetch = scriptedFetch(running, completed, other('running'), other('failed'))
    const { rerender } = renderJobHook(fetch, { onFinish })
    await advance(11 * SECOND)
    rerender({ onFinish, jobId: 'b' })
    await advance(11 * SECOND)
    // Over when observed again, but not for the first time.
    rerender({ onFinish, finishOnMount: true })
    await advance(SECOND)
    expect(onFinish.mock.calls.map(([{ jobId, phase }]) => [jobId, phase])).toEqual([
      [JOB_ID, 'completed'],
      ['b', 'failed'],
    ])
  })

  it('is called on remount for a job that ended while unmounted, if it was observed active', async () => {
    const onFinish = vi.fn()
    const fetch = scriptedFetch(running, completed)
    const first = renderJobHook(fetch, { onFinish })
    await advance()
    first.unmount()
    await advance(60 * SECOND)
    renderJobHook(fetch, { onFinish }, first.App)
    await advance()
    expect(onFinish).toHaveBeenCalledTimes(1)
  })

  it('is read from the latest render', async () => {
    const [early, late] = [vi.fn(), vi.fn()]
    const { rerender } = renderJobHook(scriptedFetch(running, completed), { onFinish: early })
    await advance()
    rerender({ onFinish: late })
    await advance(11 * SECOND)
    expect(early).not.toHaveBeenCalled()
    expect(late).toHaveBeenCalledTimes(1)
  })

  it('can throw without affecting the state', async () => {
    const onUncaught = vi.fn()
    process.once('uncaughtException', onUncaught)
    const onFinish = () => {
      throw new Error('the app’s own')
    }
    const { result } = renderJobHook(scriptedFetch(running, completed), { onFinish })
    await advance(11 * SECOND).catch(onUncaught)
    expect(onUncaught).toHaveBeenCalledTimes(1)
    process.off('uncaughtException', onUncaught)
    await advance(SECOND)
    expect(result.current).toMatchObject({ kind: 'completed', error: null })
  })
})

it('onPhaseChange is called once per observed change with the previous phase', async () => {
  const onPhaseChange = vi.fn()
  renderJobHook(scriptedFetch(queued, running, running, completed), { onPhaseChange })
  await advance(60 * SECOND)
  expect(onPhaseChange.mock.calls.map(([job, previous]) => [previous, job.phase])).toEqual([
    ['queued', 'running'],
    ['running', 'completed'],
  ])
})
