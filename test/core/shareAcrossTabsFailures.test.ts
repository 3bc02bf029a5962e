// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createOptimizationClient, shareAcrossTabs } from '../../src/api.js'
import { buildJob } from '../../src/testing.js'
import { fakeTabs } from '../support/fakeTabs.js'
import { getRejection, respond } from '../support/respond.js'
import { advance, JOB, openTab, parseJob, RESPONSE_DELAY_MS, SECOND, service } from './openTab.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('shareAcrossTabs with a tab that freezes while fetching', () => {
  it('moves the lock to one other tab and does not broadcast the stale result', async () => {
    const { locks, freeze, thaw, posts } = fakeTabs()
    vi.spyOn(Math, 'random')
      .mockReturnValue(0.9)
      .mockReturnValueOnce(0)
      .mockReturnValueOnce(0)
      .mockReturnValueOnce(0.5)
    const slowFetch = service(() => respond(buildJob({ status: 'pending' })), 20 * SECOND)
    const frozen = openTab(slowFetch).getJob(JOB)
    await advance(10)
    freeze()

    const fetch = service(undefined, 900)
    const others = Promise.all([1, 2, 3].map(() => openTab(fetch).getJob(JOB)))
    await advance(2_990)
    expect(fetch).not.toHaveBeenCalled()
    await advance(2 * SECOND)
    expect((await others).map(({ phase }) => phase)).toEqual(['running', 'running', 'running'])
    expect(fetch).toHaveBeenCalledTimes(1)

    thaw()
    posts.length = 0
    // A frozen tab's timers do not run, but the clock does.
    vi.setSystemTime(Date.now() + 10 * SECOND)
    await advance(20 * SECOND)
    expect((await frozen).phase).toBe('queued')
    expect(posts).toEqual([])
    expect(locks.held()).toEqual([])
  })

  it('steals the lock again from a frozen tab that had stolen it', async () => {
    const { locks, freeze } = fakeTabs()
    const slowFetch = service(undefined, 20 * SECOND)
    const frozen = openTab(slowFetch).getJob(JOB)
    await advance(10)
    freeze()
    const frozenToo = openTab(slowFetch).getJob(JOB)
    await advance(4_100)
    expect(slowFetch).toHaveBeenCalledTimes(2)
    freeze()
    const result = openTab(service()).getJob(JOB)
    await advance(4_500)
    expect((await result).phase).toBe('running')
    await advance(30 * SECOND)
    expect([(await frozen).phase, (await frozenToo).phase]).toEqual(['running', 'running'])
    expect(locks.held()).toEqual([])
  })

  it('releases a stolen lock without a request if a result arrives at that moment', async () => {
    const { locks, freeze, thaw, deliverMessage } = fakeTabs()
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const frozen = openTab(service(undefined, 20 * SECOND)).getJob(JOB)
    await advance(10)
    freeze()
    const fetch = service()
    const waiting = openTab(fetch).getJob(JOB)
    await advance(3_000)
    thaw()
    deliverMessage({
      ...JOB,
      type: 'success',
      sentAt: Date.now(),
      job: parseJob({ status: 'failed' }),
    })
    await advance(20 * SECOND)
    expect((await waiting).phase).toBe('failed')
    expect((await frozen).phase).toBe('running')
    expect(fetch).not.toHaveBeenCalled()
    expect(locks.held()).toEqual([])
  })

  it('steals the lock from a tab that froze before its callback ran', async () => {
    const { locks } = fakeTabs()
    // The lock is granted to a frozen tab, which cannot send heartbeats.
    void locks
      .request(`react-prompt-optimization:1:user 1:["p","j"]`, {}, () => new Promise(() => {}))
      .catch(() => {})
    const fetch = service()
    const result = openTab(fetch).getJob(JOB)
    await advance(4 * SECOND + RESPONSE_DELAY_MS + 10)
    expect((await result).phase).toBe('running')
  })

  it('ignores a stale result message after a freeze', async () => {
    const { deliverMessage } = fakeTabs()
    const listener = vi.fn()
    const stop = openTab(service()).subscribe(listener)
    const job = parseJob()
    deliverMessage({ ...JOB, type: 'success', job, sentAt: Date.now() - 10 * SECOND })
    expect(listener).not.toHaveBeenCalled()
    deliverMessage({ ...JOB, type: 'success', job, sentAt: Date.now() })
    expect(listener).toHaveBeenCalledTimes(1)
    stop()
  })
})

describe('shareAcrossTabs with a tab that is left while fetching', () => {
  const leave = () => window.dispatchEvent(new Event('beforeunload'))
  const isError = ({ data }: { data: unknown }) => (data as { type: string }).type === 'error'
  const lose = () => Promise.reject(new TypeError('Failed to fetch'))

  it('broadcasts no failure, and fetches again if the page stays', async () => {
    const { locks, posts } = fakeTabs()
    const fetch = service().mockImplementationOnce(() => {
      leave()
      return lose()
    })
    const otherFetch = service()
    const jobs = Promise.all([openTab(fetch), openTab(otherFetch)].map((tab) => tab.getJob(JOB)))
    await advance(SECOND + RESPONSE_DELAY_MS + 110)
    expect((await jobs).map(({ phase }) => phase)).toEqual(['running', 'running'])
    expect(posts.filter(isError)).toEqual([])
    expect(otherFetch).not.toHaveBeenCalled()
    expect(locks.held()).toEqual([])
  })

  it('loses the lock after 3 to 4 s if a slow navigation keeps ending its requests', async () => {
    const { locks, posts } = fakeTabs()
    const leavingFetch = vi.fn(() => {
      leave()
      return lose()
    })
    const abort = new AbortController()
    const left = getRejection(openTab(leavingFetch).getJob(JOB, { signal: abort.signal }))
    await advance(10)
    const fetch = service()
    const jobs = Promise.all([1, 2].map(() => openTab(fetch).getJob(JOB)))
    await advance(2_990)
    expect(fetch).not.toHaveBeenCalled()
    await advance(1_500)
    expect((await jobs).map(({ phase }) => phase)).toEqual(['running', 'running'])
    expect(fetch).toHaveBeenCalledTimes(1)
    expect(posts.filter(isError)).toEqual([])

    // What the provider does with the other tab's result.
    abort.abort('replaced')
    expect(await left).toBe('replaced')
    expect(locks.held()).toEqual([])
  })
})

describe('shareAcrossTabs message validation', () => {
  const job = parseJob()
  const success = (more: object) => ({ ...JOB, sentAt: 0, type: 'success', job: { ...job, ...more } })
  const failure = { kind: 'http', status: 503 }
  it.each<[string, unknown]>([
    ['null', null],
    ['a string', 'heartbeat'],
    ['an unknown type', { ...JOB, sentAt: 0, type: 'gossip' }],
    ['no job reference', { sentAt: 0, type: 'success', job }],
    [
      'a part of a job',
      { ...JOB, sentAt: 0, type: 'success', job: { jobId: 'j', status: 'x', phase: 'failed' } },
    ],
    ...Object.keys(job).map((field): [string, unknown] => [
      `a job without ${field}`,
      success({ [field]: undefined }),
    ]),
    ['an unknown phase', success({ phase: 'paused' })],
    ['a broken time', success({ completedAt: 'yesterday' })],
    ['broken progress', success({ progress: { step: '1', totalSteps: 4, stepName: 'x' } })],
    ['another job', success({ jobId: 'k' })],
    ['a time in the future', { ...success({ phase: 'failed' }), sentAt: 60_000 }],
    [
      'a non-retryable error',
      { ...JOB, sentAt: 0, type: 'error', message: 'no', details: { ...failure, status: 403 } },
    ],
    ['an unknown error kind', { ...JOB, sentAt: 0, type: 'error', message: 'no', details: { kind: 'joke' } }],
  ])('ignores a message with %s', async (_, data) => {
    vi.setSystemTime(0)
    const { deliverMessage } = fakeTabs()
    const fetch = service()
    const tab = openTab(fetch)
    const listener = vi.fn()
    const stop = tab.subscribe(listener)
    const fetched = openTab(fetch).getJob(JOB)
    await advance(10)
    const waiting = tab.getJob(JOB)
    deliverMessage(data)
    await advance(RESPONSE_DELAY_MS + 10)
    expect(listener).toHaveBeenCalledTimes(1)
    expect(await waiting).toEqual(await fetched)
    stop()
  })
})

it('shareAcrossTabs steals the lock after a minute from a tab that sends nothing but heartbeats', async () => {
  const { locks, deliverMessage } = fakeTabs()
  vi.spyOn(Math, 'random').mockReturnValue(0)
  void locks
    .request(`react-prompt-optimization:1:user 1:["p","j"]`, {}, () => new Promise(() => {}))
    .catch(() => {})
  const fetch = service()
  const result = openTab(fetch).getJob(JOB)
  const beat = setInterval(() => deliverMessage({ ...JOB, sentAt: Date.now(), type: 'heartbeat' }), SECOND)
  await advance(59 * SECOND)
  expect(fetch).not.toHaveBeenCalled()
  await advance(2 * SECOND)
  expect((await result).phase).toBe('running')
  clearInterval(beat)
})

it('shareAcrossTabs drops the result of a tab whose lock was stolen', async () => {
  const { posts } = fakeTabs()
  vi.spyOn(Math, 'random').mockReturnValue(0)
  const client = createOptimizationClient({
    baseUrl: 'https://service.test',
    fetch: service(undefined, 70 * SECOND),
    timeoutMs: Number.POSITIVE_INFINITY,
  })
  const slow = shareAcrossTabs(client, { scope: 'user 1' }).getJob(JOB)
  await advance(10)
  const completed = () => respond(buildJob({ job_id: 'j', status: 'completed' }))
  const result = openTab(service(completed)).getJob(JOB)
  await advance(80 * SECOND)
  expect([(await result).phase, (await slow).phase]).toEqual(['completed', 'running'])
  const phases = posts.map(({ data }) => (data as { job?: { phase: string } }).job?.phase).filter(Boolean)
  expect(phases).toEqual(['completed'])
})

it('shareAcrossTabs shares a job whose ID the service writes in another case', async () => {
  fakeTabs()
  const fetch = service(() => respond(buildJob({ job_id: 'J' })))
  const jobs = Promise.all([openTab(fetch), openTab(fetch)].map((tab) => tab.getJob(JOB)))
  await advance(RESPONSE_DELAY_MS + 110)
  expect((await jobs).length).toBe(2)
  expect(fetch).toHaveBeenCalledTimes(1)
})

describe('shareAcrossTabs without browser support', () => {
  const unsupported: Record<string, () => void> = {
    'there is no document': () => vi.stubGlobal('document', undefined),
    'there are no Web Locks': () =>
      Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined }),
    'there is no BroadcastChannel': () => vi.stubGlobal('BroadcastChannel', undefined),
    'the browser blocks BroadcastChannel': () =>
      vi.stubGlobal(
        'BroadcastChannel',
        class {
          constructor() {
            throw new DOMException('storage is blocked', 'SecurityError')
          }
        },
      ),
    'the browser blocks the lock request': () =>
      Object.defineProperty(navigator, 'locks', {
        configurable: true,
        value: { request: () => Promise.reject(new DOMException('storage is blocked', 'SecurityError')) },
      }),
  }

  it.each(Object.entries(unsupported))('sends one request per tab when %s', async (_, removeFeature) => {
    const { openChannels } = fakeTabs()
    removeFeature()
    const fetch = service()
    const tabs = [openTab(fetch), openTab(fetch)]
    const stops = tabs.map((tab) => tab.subscribe(() => {}))
    const results = Promise.all(tabs.map((tab) => tab.getJob(JOB)))
    await advance(RESPONSE_DELAY_MS + 10)
    expect((await results).map(({ phase }) => phase)).toEqual(['running', 'running'])
    expect(fetch).toHaveBeenCalledTimes(2)
    for (const stop of stops) stop()
    await advance(10 * SECOND)
    expect([openChannels(), vi.getTimerCount()]).toEqual([0, 0])
  })
})
