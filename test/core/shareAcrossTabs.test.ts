// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/v4/mini'
import { type OptimizationClient, shareAcrossTabs, waitForOptimizationJob } from '../../src/api.js'
import { buildJob } from '../../src/testing.js'
import { fakeTabs } from '../support/fakeTabs.js'
import { getRejection, respond } from '../support/respond.js'
import { advance, JOB, openTab, RESPONSE_DELAY_MS, SECOND, service, TOKEN } from './openTab.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('shareAcrossTabs', () => {
  it('sends one request for concurrent calls and delivers the result to every tab', async () => {
    const { locks } = fakeTabs()
    const fetch = service()
    const results = Promise.all([1, 2, 3, 4, 5].map(() => openTab(fetch).getJob(JOB)))
    await advance(RESPONSE_DELAY_MS + 10)
    const [first, ...others] = await results
    expect(first).toMatchObject({ phase: 'running', progress: { step: 2 } })
    expect(others).toEqual([first, first, first, first])
    expect(fetch).toHaveBeenCalledTimes(1)
    await advance(SECOND)
    expect(locks.held()).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('delivers the result before the next tab gets the lock, even if messages are slow', async () => {
    fakeTabs({ messageDelayMs: 50 })
    const fetch = service()
    const results = Promise.all([openTab(fetch).getJob(JOB), openTab(fetch).getJob(JOB)])
    await advance(SECOND)
    await results
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('deduplicates concurrent calls within one tab', async () => {
    fakeTabs()
    const fetch = service(undefined, 10 * SECOND)
    const tab = openTab(fetch)
    const results = Promise.all([tab.getJob(JOB), tab.getJob(JOB)])
    await advance(11 * SECOND)
    await results
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('sends one request even if the response takes 25 s, because heartbeats keep the lock', async () => {
    fakeTabs()
    const fetch = service(undefined, 25 * SECOND)
    const results = Promise.all([openTab(fetch).getJob(JOB), openTab(fetch).getJob(JOB)])
    await advance(26 * SECOND)
    await results
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['different jobs', 'user 1', { projectId: 'p', jobId: 'other' }],
    ['different projects', 'user 1', { projectId: 'other', jobId: 'j' }],
    ['different scopes', 'user 2', JOB],
  ])('does not share results between %s', async (_, scope, job) => {
    fakeTabs()
    const [fetch, otherFetch] = [
      service(),
      service(({ url }) => respond(buildJob({ job_id: url.split('/').at(-1) ?? '', status: 'completed' }))),
    ]
    const listener = vi.fn()
    const stop = openTab(service(), scope).subscribe(listener)
    const results = Promise.all([
      openTab(fetch).getJob(JOB),
      openTab(otherFetch, scope).getJob(job),
      // Waits for the lock.
      openTab(otherFetch, scope).getJob(job),
    ])
    await advance(RESPONSE_DELAY_MS + 10)
    expect((await results).map(({ phase }) => phase)).toEqual(['running', 'completed', 'completed'])
    expect(listener.mock.calls).toEqual(scope === 'user 1' ? [[JOB], [job]] : [[job]])
    expect([fetch.mock.calls.length, otherFetch.mock.calls.length]).toEqual([1, 1])
    stop()
  })

  it('rejects an empty scope, which would share jobs between users', () => {
    expect(() => openTab(service(), '')).toThrow(TypeError)
  })

  it('sends a new request for each sequential call', async () => {
    fakeTabs()
    const fetch = service()
    const [one, two] = [openTab(fetch), openTab(fetch)]
    const first = one.getJob(JOB)
    await advance(RESPONSE_DELAY_MS + 10)
    await first
    const second = two.getJob(JOB)
    await advance(RESPONSE_DELAY_MS + 110)
    await second
    expect(fetch).toHaveBeenCalledTimes(2)
  })
})

describe('shareAcrossTabs with a failed request', () => {
  it.each([
    ['a 503', () => respond({ message: 'down' }, { status: 503, headers: { 'Retry-After': '7' } })],
    ['an invalid response', () => new Response('<html>')],
    ['a lost connection', () => Promise.reject(new TypeError('failed to fetch')) as never],
  ])('rejects in every tab with the same retryable error after %s', async (_, getResponse) => {
    const { posts } = fakeTabs()
    const fetch = service(getResponse)
    const errors = Promise.all([1, 2, 3].map(() => getRejection(openTab(fetch).getJob(JOB))))
    await advance(SECOND)
    const [first, second, third] = await errors
    expect(fetch).toHaveBeenCalledTimes(1)
    const fieldsOf = (error: unknown) => ({ ...(error as object), message: (error as Error).message })
    expect(first).toMatchObject({ name: 'OptimizationError', isRetryable: true, method: 'GET' })
    for (const error of [second, third]) {
      expect(error).toMatchObject({ name: 'OptimizationError', isRetryable: true })
      expect(fieldsOf(error)).toEqual(fieldsOf(first))
    }
    expect(JSON.stringify(posts)).not.toContain(TOKEN)
    expect(JSON.stringify(posts)).not.toMatch(/cause|failed to fetch/)
  })

  it('does not broadcast a non-retryable error: every tab sends its own request', async () => {
    const { posts } = fakeTabs()
    const fetch = service(() => respond({ message: 'no' }, { status: 404 }))
    const errors = Promise.all([1, 2, 3].map(() => getRejection(openTab(fetch).getJob(JOB))))
    await advance(3 * RESPONSE_DELAY_MS + 10)
    expect((await errors).map((error) => (error as { status?: number }).status)).toEqual([404, 404, 404])
    expect(fetch).toHaveBeenCalledTimes(3)
    expect(posts.every(({ data }) => (data as { type: string }).type === 'heartbeat')).toBe(true)
  })
})

describe('shareAcrossTabs with an aborted call', () => {
  const reason = new Error('unmounted')

  it('rejects with the reason and leaves the lock queue when aborted while waiting', async () => {
    const { locks } = fakeTabs()
    const fetch = service()
    const first = openTab(fetch).getJob(JOB)
    await advance(10)
    const abort = new AbortController()
    const waiting = getRejection(openTab(fetch).getJob(JOB, { signal: abort.signal }))
    await advance(10)
    expect(locks.pending()).toBe(1)
    abort.abort(reason)
    expect(await waiting).toBe(reason)
    expect(locks.pending()).toBe(0)
    await advance(SECOND)
    expect((await first).phase).toBe('running')
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('rejects with the reason and lets another tab fetch when aborted while fetching', async () => {
    const { openChannels } = fakeTabs()
    const fetch = service()
    const abort = new AbortController()
    const first = getRejection(openTab(fetch).getJob(JOB, { signal: abort.signal }))
    const second = openTab(fetch).getJob(JOB)
    await advance(10)
    abort.abort(reason)
    expect(await first).toBe(reason)
    await advance(RESPONSE_DELAY_MS + 1)
    expect((await second).phase).toBe('running')
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(openChannels()).toBe(0)
  })

  it('sends no request and requests no lock when already aborted', async () => {
    const { locks, openChannels } = fakeTabs()
    const fetch = service()
    const first = openTab(fetch).getJob(JOB)
    await advance(10)
    expect(await getRejection(openTab(fetch).getJob(JOB, { signal: AbortSignal.abort(reason) }))).toBe(reason)
    expect(locks.pending()).toBe(0)
    await advance(10 * SECOND)
    await first
    expect(fetch).toHaveBeenCalledTimes(1)
    expect([locks.held(), openChannels(), vi.getTimerCount()]).toEqual([[], 0, 0])
  })
})

it('shareAcrossTabs removes its listeners from the caller’s signal', async () => {
  fakeTabs()
  const { signal } = new AbortController()
  const added = vi.spyOn(signal, 'addEventListener')
  const removed = vi.spyOn(signal, 'removeEventListener')
  const fetch = service()
  const results = Promise.all([1, 2].map(() => openTab(fetch).getJob(JOB, { signal })))
  await advance(SECOND)
  await results
  expect(added).toHaveBeenCalled()
  expect(removed.mock.calls.map(([type, listener]) => [type, listener])).toEqual(
    expect.arrayContaining(added.mock.calls.map(([type, listener]) => [type, listener])),
  )
})

describe('shareAcrossTabs subscribe', () => {
  it('notifies the listener, which can read the result with getJob without a request', async () => {
    fakeTabs()
    const [fetch, otherFetch] = [service(), service()]
    const subscriber = openTab(otherFetch)
    const results: unknown[] = []
    const stop = subscriber.subscribe((job) => {
      void subscriber.getJob({ projectId: 'p', jobId: 'another' }).catch(() => {})
      void subscriber.getJob(job).then((result) => results.push(result))
    })
    const fetched = openTab(fetch).getJob(JOB)
    await advance(RESPONSE_DELAY_MS + 10)
    expect(results).toEqual([await fetched])
    expect(otherFetch.mock.calls.map(([{ url }]) => url.split('/').at(-1))).toEqual(['another'])

    stop()
    void openTab(fetch).getJob(JOB)
    await advance(SECOND)
    expect(results).toHaveLength(1)
  })

  it('keeps the result for a listener that calls getJob a moment later', async () => {
    fakeTabs()
    const [fetch, otherFetch] = [service(), service()]
    const subscriber = openTab(otherFetch)
    const results: unknown[] = []
    const later = (delayMs: number) =>
      subscriber.subscribe((job) => {
        setTimeout(() => subscriber.getJob(job).then((result) => results.push(result)), delayMs)
      })
    const stops = [later(0), later(400)]
    const fetched = openTab(fetch).getJob(JOB)
    await advance(RESPONSE_DELAY_MS + 500)
    expect(results).toEqual([await fetched, await fetched])
    expect(otherFetch).not.toHaveBeenCalled()
    for (const stop of stops) stop()
  })

  it('sends a request once the result is used, half a second old, or older than a cancel', async () => {
    fakeTabs()
    const [fetch, otherFetch] = [service(), service()]
    const subscriber = openTab(otherFetch)
    const stop = subscriber.subscribe(() => {})
    const share = async () => {
      void openTab(fetch).getJob(JOB)
      await advance(RESPONSE_DELAY_MS + 150)
    }
    await share()
    await subscriber.getJob(JOB)
    expect(otherFetch).toHaveBeenCalledTimes(0)
    void subscriber.getJob(JOB)
    await advance(SECOND)
    expect(otherFetch).toHaveBeenCalledTimes(1)

    await share()
    await advance(500)
    void subscriber.getJob(JOB)
    await advance(SECOND)
    expect(otherFetch).toHaveBeenCalledTimes(2)

    await share()
    void subscriber.cancelJob(JOB).catch(() => {})
    void subscriber.getJob(JOB)
    await advance(SECOND)
    expect(otherFetch.mock.calls.map(([{ method }]) => method)).toEqual(['GET', 'GET', 'POST', 'GET'])
    stop()
  })

  it('closes the channel once the last listener has unsubscribed', () => {
    const { openChannels } = fakeTabs()
    const tab = openTab(service())
    const listener = () => {}
    const [stop, stopAgain] = [tab.subscribe(listener), tab.subscribe(listener)]
    stop()
    stop()
    expect(openChannels()).toBe(1)
    stopAgain()
    expect(openChannels()).toBe(0)
  })
})

describe('shareAcrossTabs with a custom client', () => {
  it('falls back to one request per tab for results that cannot be cloned', async () => {
    fakeTabs()
    const getJob = vi.fn(async () => ({ ...buildJob(), describe: () => 'a job' }))
    const client = { getJob } as unknown as OptimizationClient
    const results = Promise.all([1, 2].map(() => shareAcrossTabs(client, { scope: 'x' }).getJob(JOB)))
    await advance(SECOND)
    expect(await results).toHaveLength(2)
    expect(getJob).toHaveBeenCalledTimes(2)
  })

  it('passes all other calls through unchanged', async () => {
    const calls = {
      getJob: vi.fn(),
      listJobs: vi.fn(),
      startJob: vi.fn(),
      cancelJob: vi.fn(),
      read: vi.fn(),
      send: vi.fn(),
    }
    const tab = shareAcrossTabs(calls, { scope: 'x' })
    const options = { signal: new AbortController().signal }
    const start = { projectId: 'p', promptTemplateVersionId: 'v', datasetId: 'd' }
    tab.listJobs({ projectId: 'p', page: 2 }, options)
    tab.startJob(start, options)
    tab.cancelJob(JOB, options)
    const read = { projectId: 'p', path: ['test-runs'], schema: z.unknown() }
    tab.read(read, options)
    const send = { projectId: 'p', path: ['x'], body: {} }
    tab.send(send, options)
    expect(calls.listJobs).toHaveBeenCalledExactlyOnceWith({ projectId: 'p', page: 2 }, options)
    expect(calls.startJob).toHaveBeenCalledExactlyOnceWith(start, options)
    expect(calls.cancelJob).toHaveBeenCalledExactlyOnceWith(JOB, options)
    expect(calls.read).toHaveBeenCalledExactlyOnceWith(read, options)
    expect(calls.send).toHaveBeenCalledExactlyOnceWith(send, options)
  })
})

it('waitForOptimizationJob in several tabs sends the requests of one tab and releases all locks and channels', async () => {
  const { openChannels, locks } = fakeTabs()
  let polls = 0
  const fetch = service(() =>
    respond(buildJob({ job_id: 'j', status: ++polls < 10 ? 'running' : 'completed' })),
  )
  const jobs = Promise.all(
    [1, 2, 3].map(() => waitForOptimizationJob(openTab(fetch), { ...JOB, pollIntervalMs: 5_000 })),
  )
  await advance(60 * SECOND)
  expect((await jobs).map(({ phase }) => phase)).toEqual(['completed', 'completed', 'completed'])
  expect(fetch).toHaveBeenCalledTimes(10)
  expect([openChannels(), locks.held(), vi.getTimerCount()]).toEqual([0, [], 0])
})
