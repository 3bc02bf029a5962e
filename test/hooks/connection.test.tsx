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

describe('offline', () => {
  it('says so, sends nothing, and catches up at once on return', async () => {
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

  it('is of no concern once the job is over', async () => {
    const { result } = renderJobHook(scriptedFetch(completed))
    await advance()
    act(() => onlineManager.setOnline(false))
    expect(result.current).toMatchObject({ kind: 'completed', connection: 'live' })
  })

  it('from the start waits for the network, and then asks once', async () => {
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

  it('does not wait for the next try on return when the checks had failed', async () => {
    const fetch = scriptedFetch(running, () => Promise.reject(new TypeError('Failed to fetch')))
    const { result } = renderJobHook(fetch)
    await advance(60 * SECOND)
    act(() => onlineManager.setOnline(false))
    fetch.mockImplementation(async () => respond(completed))
    act(() => onlineManager.setOnline(true))
    await advance()
    expect(result.current.kind).toBe('completed')
  })

  it('does not overrule the service, which asked to wait', async () => {
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

  it('does not matter to an app that has set another network mode for its own queries', async () => {
    onlineManager.setOnline(false)
    const fetch = scriptedFetch(running)
    renderJobHook(fetch, {}, { defaultOptions: { queries: { networkMode: 'always', retry: 5 } } })
    await advance(HOUR)
    expect(fetch).not.toHaveBeenCalled()
  })
})

describe('a hidden page', () => {
  it('pauses, and checks at once when it is shown again', async () => {
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

  it('does not check when it is shown again before a check is due', async () => {
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

  it('goes on with pollInBackground', async () => {
    focusManager.setFocused(false)
    const fetch = scriptedFetch(running, completed)
    const { result } = renderJobHook(fetch, { pollInBackground: true })
    await advance()
    expect(result.current).toMatchObject({ kind: 'running', connection: 'live' })
    await advance(11 * SECOND)
    expect(result.current.kind).toBe('completed')
  })
})
