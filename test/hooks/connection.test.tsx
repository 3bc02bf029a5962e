import { focusManager, onlineManager } from '@tanstack/react-query'
import { act } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildJob } from '../../src/testing.js'
import { advance, JOB_ID, renderJobHook, scriptedFetch } from '../support/renderJobHook.js'
import { respond } from '../support/respond.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  focusManager.setFocused(undefined)
  onlineManager.setOnline(true)
})

const SECOND = 1_000
const HOUR = 3_600 * SECOND
const running = buildJob({ job_id: JOB_ID })
const completed = buildJob({ job_id: JOB_ID, status: 'completed' })

describe('useOptimizationJob offline', () => {
  it('reports `offline`, sends no requests and refetches on reconnect', async () => {
    const fetch = scriptedFetch(running, completed)
    const { result } = renderJobHook(fetch)
    await advance()
    act(() => onlineManager.setOnline(false))
    expect(result.current).toMatchObject({ kind: 'running', connection: 'offline', nextPollAt: null })
    await advance(HOUR)
    expect(fetch).toHaveBeenCalledTimes(1)
    act(() => onlineManager.setOnline(true))
    await advance()
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(result.current).toMatchObject({ kind: 'completed', connection: 'live' })
  })

  it('reports `live` for a finished job', async () => {
    const { result } = renderJobHook(scriptedFetch(completed))
    await advance()
    act(() => onlineManager.setOnline(false))
    expect(result.current).toMatchObject({ kind: 'completed', connection: 'live' })
  })

  it('reports `offline` after a non-retryable error, and a retry is sent on reconnect', async () => {
    const fetch = scriptedFetch(respond({}, { status: 404 }), running)
    const { result } = renderJobHook(fetch)
    await advance()
    expect(result.current).toMatchObject({ kind: 'error', connection: 'live' })
    act(() => onlineManager.setOnline(false))
    expect(result.current).toMatchObject({ kind: 'error', connection: 'offline', isFetching: false })
    act(() => void result.current.refetch())
    await advance(HOUR)
    expect(result.current).toMatchObject({ kind: 'error', connection: 'offline', isFetching: true })
    expect(fetch).toHaveBeenCalledTimes(1)
    act(() => onlineManager.setOnline(true))
    await advance()
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(result.current).toMatchObject({ kind: 'running', connection: 'live', isFetching: false })
  })

  it('reports a retry that waits for the network to all components', async () => {
    const fetch = scriptedFetch(respond({}, { status: 404 }), running)
    const { result, App } = renderJobHook(fetch)
    const other = renderJobHook(fetch, {}, App)
    await advance()
    act(() => onlineManager.setOnline(false))
    act(() => void result.current.refetch())
    await advance()
    expect(other.result.current).toMatchObject({ kind: 'error', connection: 'offline', isFetching: true })
    act(() => onlineManager.setOnline(true))
    await advance()
    expect(other.result.current).toMatchObject({ kind: 'running', isFetching: false })
  })

  it('reports `paused` with `enabled: false`, which resumes nothing on reconnect', async () => {
    const fetch = scriptedFetch(running)
    const { result, rerender } = renderJobHook(fetch)
    await advance()
    rerender({ enabled: false })
    act(() => onlineManager.setOnline(false))
    expect(result.current).toMatchObject({ kind: 'running', connection: 'paused' })
    act(() => onlineManager.setOnline(true))
    await advance(HOUR)
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('fetches once on reconnect when it mounted offline', async () => {
    onlineManager.setOnline(false)
    const fetch = scriptedFetch(running)
    const { result } = renderJobHook(fetch)
    await advance(HOUR)
    expect(result.current).toMatchObject({ kind: 'loading', connection: 'offline' })
    expect(fetch).not.toHaveBeenCalled()
    act(() => onlineManager.setOnline(true))
    await advance()
    expect(fetch).toHaveBeenCalledTimes(1)
    expect(result.current).toMatchObject({ kind: 'running', connection: 'live' })
  })

  it('refetches immediately on reconnect after failed polls', async () => {
    const fetch = scriptedFetch(running, () => Promise.reject(new TypeError('Failed to fetch')))
    const { result } = renderJobHook(fetch)
    await advance(60 * SECOND)
    act(() => onlineManager.setOnline(false))
    fetch.mockImplementation(async () => respond(completed))
    act(() => onlineManager.setOnline(true))
    await advance()
    expect(result.current.kind).toBe('completed')
  })

  it('respects Retry-After on reconnect', async () => {
    const fetch = scriptedFetch(running, () =>
      respond({}, { status: 429, headers: { 'Retry-After': '300' } }),
    )
    renderJobHook(fetch)
    await advance(60 * SECOND)
    act(() => onlineManager.setOnline(false))
    act(() => onlineManager.setOnline(true))
    await advance(60 * SECOND)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('ignores the app’s default `networkMode`', async () => {
    onlineManager.setOnline(false)
    const fetch = scriptedFetch(running)
    renderJobHook(fetch, {}, { defaultOptions: { queries: { networkMode: 'always', retry: 5 } } })
    await advance(HOUR)
    expect(fetch).not.toHaveBeenCalled()
  })
})

describe('useOptimizationJob in a hidden tab', () => {
  it('pauses and refetches when the tab becomes visible', async () => {
    const fetch = scriptedFetch(running, completed)
    const { result } = renderJobHook(fetch)
    await advance()
    act(() => focusManager.setFocused(false))
    expect(result.current).toMatchObject({ connection: 'paused', nextPollAt: null })
    await advance(HOUR)
    expect(fetch).toHaveBeenCalledTimes(1)
    act(() => focusManager.setFocused(true))
    await advance()
    expect(result.current).toMatchObject({ kind: 'completed', connection: 'live' })
  })

  it('does not refetch on focus before the next poll is due', async () => {
    const fetch = scriptedFetch(running)
    renderJobHook(fetch)
    await advance(2 * SECOND)
    act(() => focusManager.setFocused(false))
    await advance(2 * SECOND)
    act(() => focusManager.setFocused(true))
    await advance(2 * SECOND)
    expect(fetch).toHaveBeenCalledTimes(1)
    await advance(5 * SECOND)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('keeps polling with `pollInBackground`', async () => {
    focusManager.setFocused(false)
    const fetch = scriptedFetch(running, completed)
    const { result } = renderJobHook(fetch, { pollInBackground: true })
    await advance()
    expect(result.current).toMatchObject({ kind: 'running', connection: 'live' })
    await advance(11 * SECOND)
    expect(result.current.kind).toBe('completed')
  })
})
