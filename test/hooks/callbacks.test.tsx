import { renderHook } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useOptimizationJob } from '../../src/index.js'
import { buildJob } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, JOB_ID, PROJECT_ID, renderJobHook, scriptedFetch } from '../support/renderJobHook.js'

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

  it('is called once for a job that has already ended with `finishOnMount`', async () => {
    const onFinish = vi.fn()
    const first = renderJobHook(scriptedFetch(completed), { onFinish, finishOnMount: true })
    await advance()
    first.unmount()
    renderJobHook(scriptedFetch(), { onFinish, finishOnMount: true }, first.App)
    await advance(SECOND)
    expect(onFinish).toHaveBeenCalledTimes(1)
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

  it('is called once for several subscribers and not again on remount', async () => {
    const onFinish = vi.fn()
    const { App, ...first } = renderJobHook(scriptedFetch(running, completed), { onFinish })
    renderJobHook(scriptedFetch(), { onFinish }, App)
    renderJobHook(scriptedFetch(), {}, App)
    await advance(11 * SECOND)
    first.unmount()
    renderJobHook(scriptedFetch(), { onFinish }, App)
    await advance(SECOND)
    expect(onFinish).toHaveBeenCalledTimes(1)
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
  const fetch = scriptedFetch(queued, running, running, completed)
  const { App } = renderJobHook(fetch, { onPhaseChange })
  renderJobHook(scriptedFetch(), { onPhaseChange }, App)
  await advance(60 * SECOND)
  expect(onPhaseChange.mock.calls.map(([job, previous]) => [previous, job.phase])).toEqual([
    ['queued', 'running'],
    ['running', 'completed'],
  ])
})
