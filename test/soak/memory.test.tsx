// @vitest-environment jsdom
import { focusManager, onlineManager, QueryClient } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { JobStatusCard, useOptimizationJob } from '../../src/index.js'
import { buildJob, type WireJob } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, JOB_ID, PROJECT_ID } from '../support/renderJobHook.js'
import { respond } from '../support/respond.js'
import { heapMegabytes } from './heapMegabytes.js'
import { logFigures } from './logFigures.js'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-01-15T12:00:00Z') }))
afterEach(() => void vi.useRealTimers())

const HOUR = 3_600_000
const MINUTE = 60_000

function Job({ jobId }: { jobId: string }) {
  const state = useOptimizationJob({ projectId: PROJECT_ID, jobId, onFinish: () => {} })
  return <JobStatusCard state={state} locale="en" />
}

test('useOptimizationJob leaks no memory when it polls a job for a day', async () => {
  let polls = 0
  // Most responses differ, and every eighth fails in one of three ways.
  const { wrapper } = createTestApp({
    async fetch() {
      const index = polls++ % 24
      if (index === 7) return respond({ message: 'down' }, { status: 503 })
      if (index === 15) throw new TypeError('Failed to fetch')
      if (index === 23) return respond({ job_id: 7 })
      return respond(
        buildJob({
          job_id: JOB_ID,
          progress: { step: 4, total_steps: 4, step_name: 'Comparing results' },
          data_sources_used: { human_labels_count: polls, customer_feedback_count: index },
        }),
      )
    },
  })
  render(<Job jobId={JOB_ID} />, { wrapper })
  const advanceHours = async (hours: number) => {
    for (let minute = 0; minute < hours * 60; minute++) await advance(MINUTE)
  }
  // Warm-up: V8 allocates compiled code until then.
  await advanceHours(8)
  const [pollsBefore, before] = [polls, await heapMegabytes()]
  await advanceHours(24)
  const after = await heapMegabytes()
  logFigures(
    `${polls - pollsBefore} polls in a day; heap ${before.toFixed(2)} MB, then ${after.toFixed(2)} MB`,
  )
  expect(polls - pollsBefore).toBeGreaterThan(20_000)
  expect(after - before).toBeLessThan(1)
})

/** Counts listeners on window and document. Not with `vi.spyOn`, which retains the arguments of every call. */
function countListeners(): () => number {
  let count = 0
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target
    onTestFinished(() => void Object.assign(target, { addEventListener, removeEventListener }))
    Object.assign(target, {
      addEventListener(this: EventTarget, ...args: unknown[]) {
        count++
        return Reflect.apply(addEventListener, this, args)
      },
      removeEventListener(this: EventTarget, ...args: unknown[]) {
        count--
        return Reflect.apply(removeEventListener, this, args)
      },
    })
  }
  return () => count
}

test('JobStatusCard leaks no memory, timers or listeners over 10,000 mounted and unmounted jobs', async () => {
  const jobs = new Map<string, WireJob>()
  // Default gcTime of five minutes, as in an app.
  const queryClient = new QueryClient()
  const { wrapper } = createTestApp({
    queryClient,
    async fetch({ url }) {
      const jobId = url.slice(-36)
      return respond({ ...jobs.get(jobId), job_id: jobId })
    },
  })
  const { rerender, unmount } = render(null, { wrapper })
  let count = 0
  const mountAndUnmount = async (times: number) => {
    for (let time = 0; time < times; time++) {
      const jobId = `0b6e7c1e-6a39-4a1b-9d2c-${String(count++).padStart(12, '0')}`
      jobs.set(jobId, buildJob())
      rerender(<Job jobId={jobId} />)
      await advance(1)
      expect(screen.getByRole('article')).toHaveAttribute('data-kind', 'running')
      // A third unmount after completion, a third while a request is pending.
      if (time % 3 === 0) {
        jobs.set(jobId, buildJob({ status: 'completed' }))
        await advance(13_000)
        expect(screen.getByRole('article')).toHaveAttribute('data-kind', 'completed')
      } else if (time % 3 === 1) {
        await advance(9_400)
      }
      rerender(null)
      jobs.delete(jobId)
    }
    await act(() => vi.advanceTimersByTimeAsync(HOUR))
  }

  // Warm-up: the heap grows once by about 1 MB before 3,000 jobs, and then by 0.03 MB per 2,000.
  await mountAndUnmount(3_000)
  const baseline = await heapMegabytes()
  // The client's listeners for leaving the page stay.
  const listeners = countListeners()
  await mountAndUnmount(10_000)
  const final = await heapMegabytes()
  logFigures(`heap after 3,000 jobs ${baseline.toFixed(2)} MB, after 13,000 ${final.toFixed(2)} MB`)
  expect(vi.getTimerCount()).toBe(0)
  expect(listeners()).toBe(0)
  expect(queryClient.getQueryCache().getAll()).toEqual([])
  expect(queryClient.getQueryCache().hasListeners()).toBe(false)
  expect(final - baseline).toBeLessThan(1)
  unmount()
  expect([focusManager.hasListeners(), onlineManager.hasListeners()]).toEqual([false, false])
})
