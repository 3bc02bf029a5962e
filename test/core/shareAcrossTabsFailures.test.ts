// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildJob } from '../../src/testing.js'
import { fakeTabs } from '../support/fakeTabs.js'
import { respond } from '../support/respond.js'
import { ANSWER_AFTER, advance, JOB, openTab, SECOND, service } from './openTab.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('a tab that freezes while it asks', () => {
  it('loses its turn to one other, and keeps its own answer to itself', async () => {
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
    // The clock has gone on, and its own timers have not.
    vi.setSystemTime(Date.now() + 10 * SECOND)
    await advance(20 * SECOND)
    expect((await frozen).phase).toBe('queued')
    expect(posts).toEqual([])
    expect(locks.held()).toEqual([])
  })

  it('loses its turn to another even if it had taken it away itself', async () => {
    const { locks, freeze } = fakeTabs()
    const slowFetch = service(undefined, 20 * SECOND)
    const frozen = openTab(slowFetch).getJob(JOB)
    await advance(10)
    freeze()
    const frozenToo = openTab(slowFetch).getJob(JOB)
    await advance(4_100)
    expect(slowFetch).toHaveBeenCalledTimes(2)
    freeze()
    const answer = openTab(service()).getJob(JOB)
    await advance(4_500)
    expect((await answer).phase).toBe('running')
    await advance(30 * SECOND)
    expect([(await frozen).phase, (await frozenToo).phase]).toEqual(['running', 'running'])
    expect(locks.held()).toEqual([])
  })

  it('has its turn given back if it had news after all, in that moment', async () => {
    const { locks, freeze, thaw, postForeign } = fakeTabs()
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const frozen = openTab(service(undefined, 20 * SECOND)).getJob(JOB)
    await advance(10)
    freeze()
    const fetch = service()
    const waiting = openTab(fetch).getJob(JOB)
    await advance(3_000)
    thaw()
    postForeign({
      ...JOB,
      type: 'success',
      sentAt: Date.now(),
      job: { jobId: 'j', status: 'x', phase: 'failed' },
    })
    await advance(20 * SECOND)
    expect((await waiting).phase).toBe('failed')
    expect((await frozen).phase).toBe('running')
    expect(fetch).not.toHaveBeenCalled()
    expect(locks.held()).toEqual([])
  })

  it('loses its turn while it waits for one to pass, too', async () => {
    const { locks } = fakeTabs()
    // A tab that was given its turn while it was frozen: it holds the lock, and does not know.
    void locks
      .request(`react-prompt-optimization:1:user 1:["p","j"]`, {}, () => new Promise(() => {}))
      .catch(() => {})
    const fetch = service()
    const answer = openTab(fetch).getJob(JOB)
    await advance(4 * SECOND + ANSWER_AFTER + 10)
    expect((await answer).phase).toBe('running')
  })

  it('does not take old news for new once it is back', async () => {
    const { postForeign } = fakeTabs()
    const heard = vi.fn()
    const stop = openTab(service()).subscribe(heard)
    const answer = { jobId: 'j', status: 'running', phase: 'running' }
    postForeign({ ...JOB, type: 'success', job: answer, sentAt: Date.now() - 10 * SECOND })
    expect(heard).not.toHaveBeenCalled()
    postForeign({ ...JOB, type: 'success', job: answer, sentAt: Date.now() })
    expect(heard).toHaveBeenCalledTimes(1)
    stop()
  })
})

describe('messages that do not fit', () => {
  const answer = { jobId: 'j', status: 'running', phase: 'running' }
  const failure = { kind: 'http', status: 503 }
  it.each([
    ['nothing', null],
    ['text', 'heartbeat'],
    ['another type', { ...JOB, sentAt: 0, type: 'gossip' }],
    ['no job', { sentAt: 0, type: 'success', job: answer }],
    ['an answer without a phase', { ...JOB, sentAt: 0, type: 'success', job: { jobId: 'j', status: 'x' } }],
    ['an unknown phase', { ...JOB, sentAt: 0, type: 'success', job: { ...answer, phase: 'paused' } }],
    ['a refusal', { ...JOB, sentAt: 0, type: 'error', message: 'no', details: { ...failure, status: 403 } }],
    ['an unknown failure', { ...JOB, sentAt: 0, type: 'error', message: 'no', details: { kind: 'joke' } }],
  ])('are left alone: %s', async (_, data) => {
    vi.setSystemTime(0)
    const { postForeign } = fakeTabs()
    const fetch = service()
    const tab = openTab(fetch)
    const heard = vi.fn()
    const stop = tab.subscribe(heard)
    const asked = openTab(fetch).getJob(JOB)
    await advance(10)
    const waiting = tab.getJob(JOB)
    postForeign(data)
    await advance(ANSWER_AFTER + 10)
    expect(heard).toHaveBeenCalledTimes(1)
    expect(await waiting).toEqual(await asked)
    stop()
  })
})

describe('where tabs cannot talk', () => {
  const lacks: Record<string, () => void> = {
    'there is no document': () => vi.stubGlobal('document', undefined),
    'there are no Web Locks': () =>
      Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined }),
    'there is no BroadcastChannel': () => vi.stubGlobal('BroadcastChannel', undefined),
    'the browser refuses the channel': () =>
      vi.stubGlobal(
        'BroadcastChannel',
        class {
          constructor() {
            throw new DOMException('storage is blocked', 'SecurityError')
          }
        },
      ),
    'the browser refuses the lock': () =>
      Object.defineProperty(navigator, 'locks', {
        configurable: true,
        value: { request: () => Promise.reject(new DOMException('storage is blocked', 'SecurityError')) },
      }),
  }

  it.each(Object.entries(lacks))('each asks for itself: %s', async (_, lack) => {
    const { openChannels } = fakeTabs()
    lack()
    const fetch = service()
    const tabs = [openTab(fetch), openTab(fetch)]
    const stops = tabs.map((tab) => tab.subscribe(() => {}))
    const answers = Promise.all(tabs.map((tab) => tab.getJob(JOB)))
    await advance(ANSWER_AFTER + 10)
    expect((await answers).map(({ phase }) => phase)).toEqual(['running', 'running'])
    expect(fetch).toHaveBeenCalledTimes(2)
    for (const stop of stops) stop()
    await advance(10 * SECOND)
    expect([openChannels(), vi.getTimerCount()]).toEqual([0, 0])
  })
})
