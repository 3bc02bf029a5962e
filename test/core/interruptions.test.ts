// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  createOptimizationClient,
  type OptimizationClient,
  type OptimizationClientOptions,
} from '../../src/api.js'
import { buildJob } from '../../src/testing.js'
import { getRejection, respond } from '../support/respond.js'

const JOB = { projectId: 'p', jobId: 'j' }
const SECOND = 1_000
const HOUR = 3_600_000
const advance = (delayMs: number) => vi.advanceTimersByTimeAsync(delayMs)

let now = 0
beforeEach(() => {
  vi.useFakeTimers()
  // An hour later for each test, because the page's state outlives them.
  now += HOUR
  vi.setSystemTime(now)
})
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0)
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

type Attempt = () => Promise<Response>

const leave = (event = 'beforeunload') => window.dispatchEvent(new Event(event))
const succeed: Attempt = async () => respond(buildJob())
const fail: Attempt = async () => {
  throw new TypeError('Failed to fetch')
}
const hang: Attempt = () => new Promise(() => {})
/** Ends as the browser ends a request when a navigation or a download starts. */
const endByLeaving = (event?: string) => () => {
  leave(event)
  return fail()
}
const delayed =
  (delayMs: number, attempt: Attempt): Attempt =>
  async () => {
    await new Promise((resolve) => setTimeout(resolve, delayMs))
    return attempt()
  }
/** Ends after the machine has slept, during which no timers run. */
const afterSleep =
  (durationMs: number, attempt: Attempt): Attempt =>
  async () => {
    vi.setSystemTime(Date.now() + durationMs)
    return attempt()
  }

/** Client with scripted attempts, the last of which repeats. */
function createClient(script: Attempt[], options: Partial<OptimizationClientOptions> = {}) {
  const queue = [...script]
  const fetch = vi.fn((_request: Request) => {
    const attempt = queue.length > 1 ? queue.shift() : queue[0]
    return (attempt as Attempt)()
  })
  return {
    fetch,
    client: createOptimizationClient({ baseUrl: 'https://service.test/api/v2', fetch, ...options }),
  }
}

const UUID = '11111111-2222-3333-4444-555555555555'
const changes = {
  startJob: (client: OptimizationClient) =>
    client.startJob({ projectId: 'p', promptTemplateVersionId: UUID, datasetId: UUID }),
  cancelJob: (client: OptimizationClient) => client.cancelJob(JOB),
}

describe('a request that ends because the page is being left', () => {
  it.each(['beforeunload', 'pagehide'])('is sent again a second after %s', async (event) => {
    const { client, fetch } = createClient([endByLeaving(event), succeed])
    const job = client.getJob(JOB)
    await advance(SECOND - 1)
    expect(fetch).toHaveBeenCalledTimes(1)
    await advance(1)
    expect((await job).phase).toBe('running')
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('is sent again by listJobs', async () => {
    const page = { data: [], pagination: { page: 1, page_size: 20, has_next: false } }
    const { client, fetch } = createClient([endByLeaving(), async () => respond(page)])
    const jobs = client.listJobs({ projectId: 'p' })
    await advance(SECOND)
    expect((await jobs).jobs).toEqual([])
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it.each(Object.entries(changes))('is not sent again by %s', async (_, send) => {
    const { client, fetch } = createClient([endByLeaving()])
    expect(await getRejection(send(client))).toMatchObject({ kind: 'network' })
    await advance(HOUR)
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('is sent again if it was for the token', async () => {
    const getToken = vi.fn(async () => {
      if (getToken.mock.calls.length > 1) return 'token'
      leave()
      throw new TypeError('Failed to fetch')
    })
    const { client } = createClient([succeed], { getToken })
    const job = client.getJob(JOB)
    await advance(SECOND)
    expect((await job).phase).toBe('running')
  })

  it('is sent again until the page stays, because a slow navigation ends new requests, too', async () => {
    const { client, fetch } = createClient([...Array(20).fill(fail), succeed])
    leave()
    const job = client.getJob(JOB)
    await advance(20 * SECOND)
    expect((await job).phase).toBe('running')
    expect(fetch).toHaveBeenCalledTimes(21)
  })

  it('fails once requests have failed for 30 s', async () => {
    const { client, fetch } = createClient([endByLeaving(), fail])
    const error = getRejection(client.getJob(JOB))
    await advance(30 * SECOND)
    expect(await error).toMatchObject({ kind: 'network', isRetryable: true })
    expect(fetch).toHaveBeenCalledTimes(31)
  })

  it('is sent again if the page asked whether to leave, for longer than a moment', async () => {
    const { client } = createClient([
      delayed(5 * SECOND, () => {
        leave()
        return delayed(20 * SECOND, fail)()
      }),
      succeed,
    ])
    const job = client.getJob(JOB)
    await advance(26 * SECOND)
    expect((await job).phase).toBe('running')
  })

  it('is sent again also after a success of an earlier request', async () => {
    const { client } = createClient([delayed(10 * SECOND, succeed), delayed(20 * SECOND, fail), succeed])
    const jobs = Promise.all([client.getJob(JOB), client.getJob(JOB)])
    await advance(5 * SECOND)
    leave()
    await advance(20 * SECOND)
    expect((await jobs).map(({ phase }) => phase)).toEqual(['running', 'running'])
  })

  it('does not time out while it waits: each attempt has its own time limit', async () => {
    const { client } = createClient([delayed(29_500, endByLeaving()), delayed(29_500, succeed)])
    const job = client.getJob(JOB)
    await advance(60 * SECOND)
    expect((await job).phase).toBe('running')
  })

  it.each([
    ['in flight', hang],
    ['waiting', endByLeaving()],
  ])('rejects with the reason of the caller’s signal at once when aborted while %s', async (_, attempt) => {
    const { client, fetch } = createClient([attempt])
    const controller = new AbortController()
    const reason = getRejection(client.getJob(JOB, { signal: controller.signal }))
    await advance(500)
    controller.abort(null)
    expect(await reason).toBe(null)
    await advance(HOUR)
    expect(fetch).toHaveBeenCalledTimes(1)
  })
})

describe('a page that has been left and stays', () => {
  it('reports the next network failure at once after a success', async () => {
    const { client, fetch } = createClient([endByLeaving(), succeed, fail])
    const job = client.getJob(JOB)
    await advance(SECOND)
    await job
    await advance(SECOND)
    expect(await getRejection(client.getJob(JOB))).toMatchObject({ kind: 'network' })
    expect(fetch).toHaveBeenCalledTimes(3)
  })

  it('reports a network failure at once after 30 s', async () => {
    const { client } = createClient([succeed, fail])
    await client.getJob(JOB)
    leave()
    await advance(30 * SECOND)
    expect(await getRejection(client.getJob(JOB))).toMatchObject({ kind: 'network' })
  })

  it('reports a network failure at once after the clock was set back', async () => {
    const { client } = createClient([fail])
    leave()
    vi.setSystemTime(Date.now() - HOUR / 2)
    expect(await getRejection(client.getJob(JOB))).toMatchObject({ kind: 'network' })
  })

  it.each<[string, Attempt, object]>([
    ['an error status', async () => respond({}, { status: 503 }), { status: 503 }],
    ['an invalid response', async () => respond({}), { kind: 'invalid-response' }],
    ['a timeout', hang, { kind: 'timeout' }],
  ])('reports %s at once', async (_, attempt, expected) => {
    const { client, fetch } = createClient([attempt])
    const error = getRejection(client.getJob(JOB))
    leave()
    await advance(30 * SECOND)
    expect(await error).toMatchObject(expected)
    expect(fetch).toHaveBeenCalledTimes(1)
  })
})

describe('a request during which the machine sleeps', () => {
  it.each([
    ['its connection is lost', afterSleep(31_001, fail)],
    ['it times out', afterSleep(HOUR, hang)],
  ])('is sent again a second after %s', async (_, attempt) => {
    const { client, fetch } = createClient([attempt, succeed])
    const job = client.getJob(JOB)
    await advance(31 * SECOND)
    expect((await job).phase).toBe('running')
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('is sent again only once, because browsers also delay the timers of hidden pages', async () => {
    const { client, fetch } = createClient([afterSleep(HOUR, fail)])
    const error = getRejection(client.getJob(JOB))
    await advance(HOUR)
    expect(await error).toMatchObject({ kind: 'network' })
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('fails if a response arrives, because Retry-After must be respected', async () => {
    const { client, fetch } = createClient([
      afterSleep(HOUR, async () => respond({}, { status: 429, headers: { 'Retry-After': '60' } })),
    ])
    expect(await getRejection(client.getJob(JOB))).toMatchObject({ status: 429, retryAfterMs: 60_000 })
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it.each(Object.entries(changes))('is not sent again by %s', async (_, send) => {
    const { client, fetch } = createClient([afterSleep(HOUR, fail)])
    expect(await getRejection(send(client))).toMatchObject({ kind: 'network' })
    await advance(HOUR)
    expect(fetch).toHaveBeenCalledTimes(1)
  })
})

describe('the listeners of the page', () => {
  it('are added by the first request that may be sent again, and once for all clients', async () => {
    vi.resetModules()
    const added = vi.spyOn(window, 'addEventListener')
    const { createOptimizationClient } = await import('../../src/api.js')
    const create = () => createOptimizationClient({ baseUrl: 'https://service.test/api/v2', fetch: succeed })
    const clients = [create(), create()]
    await changes.startJob(create())
    expect(added).not.toHaveBeenCalled()
    for (const client of clients) await client.getJob(JOB)
    // The platform ignores a listener that was added before.
    expect(new Set(added.mock.calls.map(([type]) => type))).toEqual(new Set(['beforeunload', 'pagehide']))
    expect(new Set(added.mock.calls.map(([, listener]) => listener)).size).toBe(1)
  })

  it.each([
    ['a worker or a server', undefined],
    ['React Native with a partial document', {}],
  ])('are not needed in %s', async (_, document) => {
    vi.stubGlobal('document', document)
    const { client } = createClient([succeed, fail])
    expect((await client.getJob(JOB)).phase).toBe('running')
    expect(await getRejection(client.getJob(JOB))).toMatchObject({ kind: 'network' })
  })
})
