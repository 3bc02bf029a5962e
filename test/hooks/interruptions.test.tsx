import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { buildJob } from '../../src/testing.js'
import { advance, JOB_ID, renderJobHook, scriptedFetch } from '../support/renderJobHook.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const POLL_MS = 1_000
const running = buildJob({ job_id: JOB_ID })
const completed = buildJob({ job_id: JOB_ID, status: 'completed' })
const fail = () => Promise.reject(new TypeError('Failed to fetch'))

/** Polls once, is interrupted in the second request, and ends with the third one. */
async function renderInterrupted(interrupt: () => unknown) {
  const connections = new Set<string>()
  const fetch = scriptedFetch(
    running,
    () => {
      interrupt()
      return fail()
    },
    completed,
  )
  const { result } = renderJobHook(fetch, { pollIntervalMs: POLL_MS })
  for (let elapsedMs = 0; elapsedMs < 5_000; elapsedMs += 100) {
    await advance(100)
    connections.add(result.current.connection)
  }
  expect(result.current).toMatchObject({ kind: 'completed', error: null })
  expect(fetch).toHaveBeenCalledTimes(3)
  return connections
}

it('useOptimizationJob stays `live` when a download ends its request', async () => {
  const leave = () => window.dispatchEvent(new Event('beforeunload'))
  expect(await renderInterrupted(leave)).toEqual(new Set(['live']))
})

it('useOptimizationJob stays `live` when the machine sleeps during its request', async () => {
  const sleep = () => vi.setSystemTime(Date.now() + 3_600_000)
  expect(await renderInterrupted(sleep)).toEqual(new Set(['live']))
})
