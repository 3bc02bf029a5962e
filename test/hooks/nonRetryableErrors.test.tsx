import { focusManager, onlineManager } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useOptimizationJobList } from '../../src/index.js'
import { buildJob } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, JOB_ID, PROJECT_ID, renderJobHook, scriptedFetch } from '../support/renderJobHook.js'
import { respond } from '../support/respond.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  focusManager.setFocused(undefined)
  onlineManager.setOnline(true)
})

const HOUR = 3_600_000
const ended = (status: string, more = {}) => buildJob({ job_id: JOB_ID, status, ...more })

describe('useOptimizationJob stops polling after', () => {
  const nonRetryable = [400, 401, 403, 404].map(
    (status) => [`a ${status}`, () => respond({}, { status }), 'error', { status }] as const,
  )
  it.each<readonly [string, unknown, string, object | null]>([
    ['status completed', ended('completed'), 'completed', null],
    ['status failed', ended('failed'), 'failed', null],
    ['status canceled', ended('canceled'), 'cancelled', null],
    [
      'an unknown status with completed_at',
      ended('wrapped_up', { completed_at: '2026-01-15T09:40:00Z' }),
      'completed',
      null,
    ],
    ...nonRetryable,
  ])(
    '%s, also on focus, reconnect, rerender, remount and a second component',
    async (_, response, kind, error) => {
      const fetch = scriptedFetch(response)
      const { rerender, unmount, App } = renderJobHook(fetch)
      await advance(HOUR)
      act(() => focusManager.setFocused(false))
      act(() => focusManager.setFocused(true))
      await advance(HOUR)
      act(() => onlineManager.setOnline(false))
      act(() => onlineManager.setOnline(true))
      rerender({})
      await advance(HOUR)
      const second = renderJobHook(fetch, {}, App)
      await advance(HOUR)
      unmount()
      second.unmount()
      const remounted = renderJobHook(fetch, {}, App)
      await advance(HOUR)
      expect(fetch).toHaveBeenCalledTimes(1)
      expect(remounted.result.current).toMatchObject({ kind, connection: 'live', nextPollAt: null })
      if (error) expect(remounted.result.current.error).toMatchObject(error)
      else expect(remounted.result.current.error).toBeNull()
    },
  )

  it('a 401, but only after one retry with a fresh token', async () => {
    const fetch = scriptedFetch(() => respond({}, { status: 401 }))
    const getToken = vi.fn(({ isRefresh }: { isRefresh: boolean }) => (isRefresh ? 'fresh' : 'stale'))
    const { result } = renderJobHook(fetch, {}, { getToken })
    await advance(HOUR)
    expect(result.current).toMatchObject({ kind: 'error', error: { status: 401 } })
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(getToken.mock.calls).toEqual([[{ isRefresh: false }], [{ isRefresh: true }]])
  })
})

describe.each([403, 404])('a %i about a job that was seen', (status) => {
  const running = buildJob({ job_id: JOB_ID })
  const missing = () => respond({}, { status })

  it('is final when it comes again a minute later', async () => {
    const fetch = scriptedFetch(running, missing)
    const { result } = renderJobHook(fetch)
    await advance(12_000)
    expect(result.current).toMatchObject({ kind: 'running', connection: 'retrying', error: { status } })
    expect(result.current.nextPollAt).toBeGreaterThan(Date.now() + 45_000)
    await advance(60_000)
    expect(result.current).toMatchObject({ kind: 'error', connection: 'live', error: { status } })
    await advance(HOUR)
    expect(fetch).toHaveBeenCalledTimes(3)
  })

  it('is forgotten once there is an answer', async () => {
    const fetch = scriptedFetch(running, missing, running, missing, running)
    const { result } = renderJobHook(fetch)
    await advance(4 * 60_000)
    expect(result.current).toMatchObject({ kind: 'running', connection: 'live', error: null })
    expect(fetch.mock.calls.length).toBeGreaterThan(5)
  })

  it('is not final when a reconnect or a refetch gets it again within the minute', async () => {
    const { result } = renderJobHook(scriptedFetch(running, missing, missing, missing, running))
    await advance(12_000)
    act(() => onlineManager.setOnline(false))
    act(() => onlineManager.setOnline(true))
    await advance(500)
    await act(() => result.current.refetch())
    expect(result.current).toMatchObject({ kind: 'running', connection: 'retrying' })
    await advance(61_000)
    expect(result.current).toMatchObject({ kind: 'running', connection: 'live' })
  })
})

describe('a 404 about a list that was seen', () => {
  const page = { data: [buildJob()], pagination: { page: 1, page_size: 1, has_next: true } }
  const useList = () => useOptimizationJobList({ projectId: PROJECT_ID })

  it('is final when it comes again a minute later', async () => {
    const fetch = scriptedFetch(page, () => respond({}, { status: 404 }))
    const { result } = renderHook(useList, { wrapper: createTestApp({ fetch }).wrapper })
    await advance(12_000)
    expect(result.current).toMatchObject({ kind: 'ready', error: { status: 404 } })
    await advance(65_000)
    expect(result.current).toMatchObject({ kind: 'error', error: { status: 404 } })
    await advance(HOUR)
    expect(fetch).toHaveBeenCalledTimes(3)
  })

  it('is not final because loading another page got one', async () => {
    let isDown = false
    const fetch = async () => (isDown ? respond({}, { status: 404 }) : respond(page))
    const { result } = renderHook(useList, { wrapper: createTestApp({ fetch }).wrapper })
    await advance(5_000)
    isDown = true
    act(() => result.current.loadMore())
    await advance(11_000)
    expect(result.current).toMatchObject({ kind: 'ready', error: { status: 404 } })
  })
})
