import { renderHook } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useOptimizationJob } from '../../src/index.js'
import { buildJob } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { JOB_ID, PROJECT_ID, pass, scriptedFetch, watchJob } from '../support/renderJobHook.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const SECOND = 1_000
const queued = buildJob({ job_id: JOB_ID, status: 'pending', progress: null })
const running = buildJob({ job_id: JOB_ID })
const completed = buildJob({ job_id: JOB_ID, status: 'completed' })

describe('onFinish', () => {
  it.each(['completed', 'failed', 'cancelled'])(
    'is called once with the job when it has %s',
    async (status) => {
      const onFinish = vi.fn()
      watchJob(scriptedFetch(running, buildJob({ job_id: JOB_ID, status })), { onFinish })
      await pass(11 * SECOND)
      expect(onFinish).toHaveBeenCalledExactlyOnceWith(
        expect.objectContaining({ jobId: JOB_ID, phase: status }),
      )
      await pass(3_600 * SECOND)
      expect(onFinish).toHaveBeenCalledTimes(1)
    },
  )

  it('is not called for a job that is over when it is first seen', async () => {
    const onFinish = vi.fn()
    const { App } = watchJob(scriptedFetch(completed), { onFinish })
    await pass()
    watchJob(scriptedFetch(), { onFinish }, App)
    await pass(SECOND)
    expect(onFinish).not.toHaveBeenCalled()
  })

  it('is called once for such a job where the app asks for it', async () => {
    const onFinish = vi.fn()
    const first = watchJob(scriptedFetch(completed), { onFinish, finishOnMount: true })
    await pass()
    first.unmount()
    watchJob(scriptedFetch(), { onFinish, finishOnMount: true }, first.App)
    await pass(SECOND)
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
    await pass(11 * SECOND)
    expect(onFinish).toHaveBeenCalledTimes(1)
  })

  it('is called once where several components watch the job, and not again when one comes back', async () => {
    const onFinish = vi.fn()
    const { App, ...first } = watchJob(scriptedFetch(running, completed), { onFinish })
    watchJob(scriptedFetch(), { onFinish }, App)
    watchJob(scriptedFetch(), {}, App)
    await pass(11 * SECOND)
    first.unmount()
    watchJob(scriptedFetch(), { onFinish }, App)
    await pass(SECOND)
    expect(onFinish).toHaveBeenCalledTimes(1)
  })

  it('is called for a job that ended while nobody watched, if it had been seen active', async () => {
    const onFinish = vi.fn()
    const fetch = scriptedFetch(running, completed)
    const first = watchJob(fetch, { onFinish })
    await pass()
    first.unmount()
    await pass(60 * SECOND)
    watchJob(fetch, { onFinish }, first.App)
    await pass()
    expect(onFinish).toHaveBeenCalledTimes(1)
  })

  it('is the one of the latest render', async () => {
    const [early, late] = [vi.fn(), vi.fn()]
    const { rerender } = watchJob(scriptedFetch(running, completed), { onFinish: early })
    await pass()
    rerender({ onFinish: late })
    await pass(11 * SECOND)
    expect(early).not.toHaveBeenCalled()
    expect(late).toHaveBeenCalledTimes(1)
  })

  it('that throws does not disturb the state', async () => {
    const report = vi.fn()
    process.once('uncaughtException', report)
    const onFinish = () => {
      throw new Error('the app’s own')
    }
    const { result } = watchJob(scriptedFetch(running, completed), { onFinish })
    await pass(11 * SECOND).catch(report)
    expect(report).toHaveBeenCalledTimes(1)
    process.off('uncaughtException', report)
    await pass(SECOND)
    expect(result.current).toMatchObject({ kind: 'completed', error: null })
  })
})

it('onPhaseChange is called once for each change that is seen, with the phase before', async () => {
  const onPhaseChange = vi.fn()
  const fetch = scriptedFetch(queued, running, running, completed)
  const { App } = watchJob(fetch, { onPhaseChange })
  watchJob(scriptedFetch(), { onPhaseChange }, App)
  await pass(60 * SECOND)
  expect(onPhaseChange.mock.calls.map(([job, previous]) => [previous, job.phase])).toEqual([
    ['queued', 'running'],
    ['running', 'completed'],
  ])
})
