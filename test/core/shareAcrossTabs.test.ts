// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type OptimizationClient, shareAcrossTabs, waitForOptimizationJob } from '../../src/api.js'
import { buildJob } from '../../src/testing.js'
import { fakeTabs } from '../support/fakeTabs.js'
import { getRejection, respond } from '../support/respond.js'
import { ANSWER_AFTER, advance, JOB, openTab, SECOND, service, TOKEN } from './openTab.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('tabs that ask at the same time', () => {
  it('cost one request, and all get its answer at once', async () => {
    const { locks } = fakeTabs()
    const fetch = service()
    const answers = Promise.all([1, 2, 3, 4, 5].map(() => openTab(fetch).getJob(JOB)))
    await advance(ANSWER_AFTER + 10)
    const [first, ...others] = await answers
    expect(first).toMatchObject({ phase: 'running', progress: { step: 2 } })
    expect(others).toEqual([first, first, first, first])
    expect(fetch).toHaveBeenCalledTimes(1)
    await advance(SECOND)
    expect(locks.held()).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('get the news before the turn, even where news travels slowly', async () => {
    fakeTabs({ messageDelayMs: 50 })
    const fetch = service()
    const answers = Promise.all([openTab(fetch).getJob(JOB), openTab(fetch).getJob(JOB)])
    await advance(SECOND)
    await answers
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('in one tab cost one request too, however long it takes', async () => {
    fakeTabs()
    const fetch = service(undefined, 10 * SECOND)
    const tab = openTab(fetch)
    const answers = Promise.all([tab.getJob(JOB), tab.getJob(JOB)])
    await advance(11 * SECOND)
    await answers
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('cost one request though it takes 25 seconds: the one that asks shows that it is alive', async () => {
    fakeTabs()
    const fetch = service(undefined, 25 * SECOND)
    const answers = Promise.all([openTab(fetch).getJob(JOB), openTab(fetch).getJob(JOB)])
    await advance(26 * SECOND)
    await answers
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['for different jobs', 'user 1', { projectId: 'p', jobId: 'other' }],
    ['in different projects', 'user 1', { projectId: 'other', jobId: 'j' }],
    ['by different names', 'user 2', JOB],
  ])('%s share nothing', async (_, name, job) => {
    fakeTabs()
    const [fetch, otherFetch] = [service(), service(() => respond(buildJob({ status: 'completed' })))]
    const heard = vi.fn()
    const stop = openTab(service(), name).subscribe(heard)
    const answers = Promise.all([
      openTab(fetch).getJob(JOB),
      openTab(otherFetch, name).getJob(job),
      // This one waits.
      openTab(otherFetch, name).getJob(job),
    ])
    await advance(ANSWER_AFTER + 10)
    expect((await answers).map(({ phase }) => phase)).toEqual(['running', 'completed', 'completed'])
    expect(heard.mock.calls).toEqual(name === 'user 1' ? [[JOB], [job]] : [[job]])
    expect([fetch.mock.calls.length, otherFetch.mock.calls.length]).toEqual([1, 1])
    stop()
  })

  it('cannot be without a name, by which users would see each other’s jobs', () => {
    expect(() => openTab(service(), '')).toThrow(TypeError)
  })

  it('one after the other each make a request, as a user asks for', async () => {
    fakeTabs()
    const fetch = service()
    const [one, two] = [openTab(fetch), openTab(fetch)]
    const first = one.getJob(JOB)
    await advance(ANSWER_AFTER + 10)
    await first
    const second = two.getJob(JOB)
    await advance(ANSWER_AFTER + 110)
    await second
    expect(fetch).toHaveBeenCalledTimes(2)
  })
})

describe('a call that fails', () => {
  it.each([
    [
      'a service that is down',
      () => respond({ message: 'down' }, { status: 503, headers: { 'Retry-After': '7' } }),
    ],
    ['an unreadable answer', () => new Response('<html>')],
    ['a lost connection', () => Promise.reject(new TypeError('failed to fetch')) as never],
  ])('for now, by %s, fails in all tabs alike', async (_, answer) => {
    const { posts } = fakeTabs()
    const fetch = service(answer)
    const errors = Promise.all([1, 2, 3].map(() => getRejection(openTab(fetch).getJob(JOB))))
    await advance(SECOND)
    const [first, second, third] = await errors
    expect(fetch).toHaveBeenCalledTimes(1)
    const visible = (error: unknown) => ({ ...(error as object), message: (error as Error).message })
    expect(first).toMatchObject({ name: 'OptimizationError', isRetryable: true, method: 'GET' })
    for (const error of [second, third]) {
      expect(error).toMatchObject({ name: 'OptimizationError', isRetryable: true })
      expect(visible(error)).toEqual(visible(first))
    }
    expect(JSON.stringify(posts)).not.toContain(TOKEN)
    expect(JSON.stringify(posts)).not.toMatch(/cause|failed to fetch/)
  })

  it('for good, which each tab finds out for itself, once', async () => {
    const { posts } = fakeTabs()
    const fetch = service(() => respond({ message: 'no' }, { status: 404 }))
    const errors = Promise.all([1, 2, 3].map(() => getRejection(openTab(fetch).getJob(JOB))))
    await advance(3 * ANSWER_AFTER + 10)
    expect((await errors).map((error) => (error as { status?: number }).status)).toEqual([404, 404, 404])
    expect(fetch).toHaveBeenCalledTimes(3)
    expect(posts.every(({ data }) => (data as { type: string }).type === 'heartbeat')).toBe(true)
  })
})

describe('a call that is aborted', () => {
  const reason = new Error('the component has left')

  it('while it waits rejects with the reason, and leaves the queue', async () => {
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

  it('while it asks rejects with the reason, and another asks at once', async () => {
    const { openChannels } = fakeTabs()
    const fetch = service()
    const abort = new AbortController()
    const first = getRejection(openTab(fetch).getJob(JOB, { signal: abort.signal }))
    const second = openTab(fetch).getJob(JOB)
    await advance(10)
    abort.abort(reason)
    expect(await first).toBe(reason)
    await advance(ANSWER_AFTER + 1)
    expect((await second).phase).toBe('running')
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(openChannels()).toBe(0)
  })

  it('before it is made sends nothing and holds nothing', async () => {
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

it('no call leaves a listener on the caller’s signal', async () => {
  fakeTabs()
  const { signal } = new AbortController()
  const added = vi.spyOn(signal, 'addEventListener')
  const removed = vi.spyOn(signal, 'removeEventListener')
  const fetch = service()
  const answers = Promise.all([1, 2].map(() => openTab(fetch).getJob(JOB, { signal })))
  await advance(SECOND)
  await answers
  expect(added).toHaveBeenCalled()
  expect(removed.mock.calls.map(([type, listener]) => [type, listener])).toEqual(
    expect.arrayContaining(added.mock.calls.map(([type, listener]) => [type, listener])),
  )
})

describe('a tab that is not asking', () => {
  it('is told, and gets the news without a request if it asks there and then', async () => {
    fakeTabs()
    const [fetch, otherFetch] = [service(), service()]
    const listening = openTab(otherFetch)
    const answers: unknown[] = []
    const stop = listening.subscribe((job) => {
      void listening.getJob({ projectId: 'p', jobId: 'another' }).catch(() => {})
      void listening.getJob(job).then((answer) => answers.push(answer))
    })
    const answer = openTab(fetch).getJob(JOB)
    await advance(ANSWER_AFTER + 10)
    expect(answers).toEqual([await answer])
    expect(otherFetch.mock.calls.map(([{ url }]) => url.split('/').at(-1))).toEqual(['another'])

    stop()
    void openTab(fetch).getJob(JOB)
    await advance(SECOND)
    expect(answers).toHaveLength(1)
  })

  it('makes a request if it asks later', async () => {
    fakeTabs()
    const [fetch, otherFetch] = [service(), service()]
    const listening = openTab(otherFetch)
    const stop = listening.subscribe((job) => void Promise.resolve().then(() => listening.getJob(job)))
    void openTab(fetch).getJob(JOB)
    await advance(SECOND)
    expect(otherFetch).toHaveBeenCalledTimes(1)
    stop()
  })

  it('holds the channel open for as long as it listens, and no longer', () => {
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

describe('a client of the app’s own', () => {
  it('whose answers cannot be copied works, for each tab', async () => {
    fakeTabs()
    const getJob = vi.fn(async () => ({ ...buildJob(), describe: () => 'a job' }))
    const client = { getJob } as unknown as OptimizationClient
    const answers = Promise.all([1, 2].map(() => shareAcrossTabs(client, { scope: 'x' }).getJob(JOB)))
    await advance(SECOND)
    expect(await answers).toHaveLength(2)
    expect(getJob).toHaveBeenCalledTimes(2)
  })

  it('is passed every other call as it is', async () => {
    const calls = { getJob: vi.fn(), listJobs: vi.fn(), startJob: vi.fn(), cancelJob: vi.fn() }
    const tab = shareAcrossTabs(calls, { scope: 'x' })
    const options = { signal: new AbortController().signal }
    const start = { projectId: 'p', promptTemplateVersionId: 'v', datasetId: 'd' }
    tab.listJobs({ projectId: 'p', page: 2 }, options)
    tab.startJob(start, options)
    tab.cancelJob(JOB, options)
    expect(calls.listJobs).toHaveBeenCalledExactlyOnceWith({ projectId: 'p', page: 2 }, options)
    expect(calls.startJob).toHaveBeenCalledExactlyOnceWith(start, options)
    expect(calls.cancelJob).toHaveBeenCalledExactlyOnceWith(JOB, options)
  })
})

it('waiting for a job in several tabs costs the requests of one, and leaves nothing open', async () => {
  const { openChannels, locks } = fakeTabs()
  let polls = 0
  const fetch = service(() =>
    respond(buildJob({ job_id: 'j', status: ++polls < 10 ? 'running' : 'completed' })),
  )
  const jobs = Promise.all(
    [1, 2, 3].map(() => waitForOptimizationJob(openTab(fetch), { ...JOB, pollInterval: 5_000 })),
  )
  await advance(60 * SECOND)
  expect((await jobs).map(({ phase }) => phase)).toEqual(['completed', 'completed', 'completed'])
  expect(fetch).toHaveBeenCalledTimes(10)
  expect([openChannels(), locks.held(), vi.getTimerCount()]).toEqual([0, [], 0])
})
