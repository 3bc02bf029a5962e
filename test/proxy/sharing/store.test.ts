import Keyv from 'keyv'
import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest'
import type { ProxyHandlerOptions, ProxyStore } from '../../../src/server.js'
import { respond } from '../../support/respond.js'
import { JOB_ID, JOBS, KEY, PROJECT_ID } from '../setUp.js'
import { createPendingService, JOB, OTHER_PROJECT, setUpNumbered } from './setUp.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const { setImmediate } = globalThis

/** No time may pass: the names of entries are computed outside of simulated time. */
async function untilCalled(mock: Mock): Promise<void> {
  while (mock.mock.calls.length === 0) await new Promise((resolve) => setImmediate(resolve))
}

/** A store that forgets by the simulated clock. */
function createMapStore() {
  const entries = new Map<string, { value: string; expiresAt: number }>()
  const store = {
    get: vi.fn(async (key: string): Promise<unknown> => {
      const entry = entries.get(key)
      return entry && entry.expiresAt > Date.now() ? entry.value : undefined
    }),
    set: vi.fn(async (key: string, value: string, ttlMs: number) => {
      entries.set(key, { value, expiresAt: Date.now() + ttlMs })
    }),
    delete: vi.fn(async (key: string) => entries.delete(key)),
  } satisfies ProxyStore
  return { entries, store }
}

/** Several processes with one store in front of one service. */
function setUpProcesses(
  count: number,
  { store = createMapStore().store, ...options }: Partial<ProxyHandlerOptions> = {},
) {
  let number = 0
  const fetch = vi.fn(options.fetch ?? (async () => respond({ number: ++number })))
  const processes = Array.from({ length: count }, () => setUpNumbered({ ...options, fetch, store }))
  const [first, second] = processes
  if (!first || !second) throw new Error('two processes at least')
  return { fetch, first, second, processes }
}

describe('a store', () => {
  it('shares responses between processes, for as long as in one', async () => {
    const { first, second, fetch } = setUpProcesses(2)
    expect(await first.readNumber()).toBe(1)
    await vi.advanceTimersByTimeAsync(600)
    expect(await second.readNumber()).toBe(1)
    await vi.advanceTimersByTimeAsync(399)
    expect([await first.readNumber(), await second.readNumber()]).toEqual([1, 1])
    await vi.advanceTimersByTimeAsync(1)
    expect([await second.readNumber(), await first.readNumber()]).toEqual([2, 2])
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('is not asked again for what the process knows', async () => {
    const { store } = createMapStore()
    const { first } = setUpProcesses(2, { store })
    await first.readNumber()
    const { length } = store.get.mock.calls
    await first.readNumber()
    expect(store.get).toHaveBeenCalledTimes(length)
  })

  it('is asked once by requests at the same time', async () => {
    const { store } = createMapStore()
    const { first } = setUpProcesses(2, { store })
    await Promise.all([first.read(), first.read(), first.read()])
    expect(new Set(store.get.mock.calls.map(([key]) => key)).size).toBe(store.get.mock.calls.length)
  })

  it('forgets what a request changes, also if only others have read it', async () => {
    const { first, second, processes } = setUpProcesses(3)
    const paths = [JOB, JOBS, `${JOBS}?page=2`]
    for (const path of paths) await first.readNumber(path)
    await second.post(`${JOB}/cancel`)
    const numbers: (number | undefined)[] = []
    for (const path of paths) numbers.push(await processes[2]?.readNumber(path))
    expect(numbers).toEqual([5, 6, 7])
    expect(await second.readNumber(JOB)).toBe(5)
  })

  it('forgets nothing of other projects, and no job after a start', async () => {
    const { first, second, fetch } = setUpProcesses(2)
    const others = [JOBS.replace(PROJECT_ID, OTHER_PROJECT), JOB]
    for (const path of others) await first.readNumber(path)
    await first.start()
    expect([await second.readNumber(others[0]), await second.readNumber(others[1])]).toEqual([1, 2])
    expect(fetch).toHaveBeenCalledTimes(3)
  })

  it.each([
    ['this process', 0],
    ['another process', 1],
  ])('gets nothing that lasts from a read of %s that a change overtook', async (_, reader) => {
    const { calls, fetch } = createPendingService()
    const { first, processes } = setUpProcesses(3, { fetch })
    const reading = processes[reader]?.read(JOBS)
    await vi.waitFor(() => expect(calls).toHaveLength(1))
    const started = first.start()
    await vi.waitFor(() => expect(calls).toHaveLength(2))
    calls[1]?.respond(respond({}, { status: 202 }))
    await started
    calls[0]?.respond(respond({ number: 1 }))
    await reading
    const next = processes[2]?.read(JOBS)
    await vi.waitFor(() => expect(calls).toHaveLength(3))
    calls[2]?.respond(respond({ number: 2 }))
    expect((await next)?.body.number).toBe(2)
  })

  it('returns nothing out of date that lasts while it is slow to set a change', async () => {
    const { store } = createMapStore()
    const { first } = setUpProcesses(2, { store })
    await first.readNumber(JOBS)
    await vi.waitFor(() => expect(store.set).toHaveBeenCalledTimes(1))
    let finish = () => {}
    store.set.mockImplementationOnce(() => new Promise((resolve) => (finish = resolve)))
    const started = first.start()
    await vi.waitFor(() => expect(store.set).toHaveBeenCalledTimes(2))
    expect(await first.readNumber(JOBS)).toBe(1)
    finish()
    await started
    store.get.mockResolvedValue(undefined)
    expect(await first.readNumber(JOBS)).toBe(3)
  })

  it('returns nothing that a change has overtaken', async () => {
    const { store } = createMapStore()
    const { first, second } = setUpProcesses(2, { store })
    await first.readNumber(JOBS)
    const value = store.set.mock.calls[0]?.[1]
    let finish = () => {}
    store.get.mockImplementationOnce(() => new Promise((resolve) => (finish = () => resolve(value))))
    const reading = second.readNumber(JOBS)
    await vi.waitFor(() => expect(store.get).toHaveBeenCalledTimes(6))
    await second.start()
    finish()
    expect(await reading).toBe(3)
  })

  it('is not left with a shorter wait by a response that took longer', async () => {
    const { calls, fetch } = createPendingService()
    const { first, second } = setUpProcesses(2, { fetch })
    const reads = [first.read(), first.read(JOBS)]
    await vi.waitFor(() => expect(calls).toHaveLength(2))
    for (const [index, seconds] of ['60', '1'].entries()) {
      const headers = { 'Retry-After': seconds }
      calls[index]?.respond(respond({ message: 'about a dataset' }, { status: 429, headers }))
      await reads[index]
    }
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await second.read()).toEqual({
      status: 429,
      body: { message: 'The service asks to wait' },
      retryAfter: '58',
    })
  })

  it('gets no failure of one process to reach the service', async () => {
    const { store } = createMapStore()
    const cutOff = setUpNumbered({ store, fetch: () => Promise.reject(new TypeError('fetch failed')) })
    const connected = setUpNumbered({ store })
    expect([await cutOff.read(), await connected.read()]).toMatchObject([{ status: 502 }, { status: 200 }])
  })

  it('gets the failures of the service', async () => {
    const { first, second, fetch } = setUpProcesses(2)
    fetch.mockImplementationOnce(async () => respond({ message: 'down' }, { status: 500 }))
    expect([await first.read(), await second.read()]).toMatchObject([{ status: 500 }, { status: 500 }])
  })

  it('has a response before it is sent, because some platforms stop then', async () => {
    const { store, entries } = createMapStore()
    const { set } = store
    const slowSet = async (...args: Parameters<typeof set>) => {
      await new Promise((resolve) => setTimeout(resolve, 100))
      await set(...args)
    }
    const { first } = setUpProcesses(2, { store: { ...store, set: slowSet } })
    const settled = vi.fn()
    const response = first.read().then(settled)
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(2))
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(100)
    await response
    expect(entries.size).toBe(1)
  })

  it('shares how long the service asks to wait', async () => {
    const { first, second, fetch } = setUpProcesses(2)
    fetch.mockImplementationOnce(async () => respond({}, { status: 429, headers: { 'Retry-After': '30' } }))
    await first.read()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await second.read(JOBS)).toMatchObject({ status: 429, retryAfter: '25' })
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('may be a Keyv', async () => {
    const { first, second, fetch } = setUpProcesses(2, { store: new Keyv() })
    expect([await first.readNumber(), await second.readNumber()]).toEqual([1, 1])
    await first.post(`${JOB}/cancel`)
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(await first.readNumber()).toBe(3)
  })

  it('may be synchronous', async () => {
    const map = new Map<string, string>()
    const { first, second } = setUpProcesses(2, { store: map })
    expect([await first.readNumber(), await second.readNumber()]).toEqual([1, 1])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await second.readNumber()).toBe(2)
  })

  it('shares what the service refuses, too', async () => {
    const { first, second, fetch } = setUpProcesses(2, { fetch: async () => respond({}, { status: 400 }) })
    expect([await first.read(), await second.read()]).toMatchObject([{ status: 400 }, { status: 400 }])
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('remembers a change until nothing older is left', async () => {
    const { first, second, processes, fetch } = setUpProcesses(3, { timeoutMs: 10_000 })
    let respondTo = (_: Response) => {}
    fetch.mockImplementationOnce(() => new Promise((resolve) => (respondTo = resolve)))
    const reading = first.readNumber()
    await untilCalled(fetch)
    await second.post(`${JOB}/cancel`)
    await vi.advanceTimersByTimeAsync(9_999)
    // What is over is shared for a minute.
    respondTo(respond({ number: 99, status: 'completed' }))
    expect(await reading).toBe(99)
    await vi.advanceTimersByTimeAsync(59_999)
    expect(await processes[2]?.readNumber()).toBe(2)
  })

  it('keeps no response that a change made out of date', async () => {
    const { store, entries } = createMapStore()
    const { first, second } = setUpProcesses(2, { store })
    for (const path of [JOB, JOBS]) await first.read(path)
    await second.post(`${JOB}/cancel`)
    expect([...entries.values()].filter(({ value }) => value.includes('json'))).toEqual([])
  })

  it('is not used with `shareForMs: 0`', async () => {
    const { store } = createMapStore()
    const { first } = setUpProcesses(2, { store, shareForMs: 0 })
    await first.read()
    await first.start()
    expect([store.get, store.set, store.delete].map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0])
  })
})

describe('in the store', () => {
  it('is the JSON of the service, and neither a key, a token, a cookie nor an ID of the request', async () => {
    const { store, entries } = createMapStore()
    const { first } = setUpProcesses(2, {
      store,
      fetch: async () => respond({ status: 'running', echo: `Bearer ${KEY}` }),
    })
    await first.read(JOB, { headers: { Cookie: 'session=grace', Authorization: 'Bearer user-token' } })
    const [[key, { value }] = ['', { value: '' }]] = entries
    expect(key).toMatch(/^react-prompt-optimization:1:[0-9a-f]{64}$/)
    expect(JSON.parse(value)).toEqual({
      status: 200,
      json: '{"status":"running","echo":"Bearer [redacted]"}',
      expiresAt: Date.now() + 1_000,
    })
    // None may occur in the name of an entry, which is hexadecimal.
    for (const secret of [KEY, 'grace', 'user-token', PROJECT_ID, JOB_ID])
      expect(JSON.stringify([...entries])).not.toContain(secret)
  })

  it('nothing crosses services or keys', async () => {
    const { store } = createMapStore()
    const handlers = [
      { baseUrl: 'https://service.test/api/v2', apiKey: KEY },
      { baseUrl: 'https://other.test/api/v2', apiKey: KEY },
      { baseUrl: 'https://service.test/api/v2', apiKey: `${KEY}-2` },
    ]
    const numbers: number[] = []
    for (const [number, options] of handlers.entries()) {
      const proxy = setUpNumbered({ ...options, store, fetch: async () => respond({ number }) })
      numbers.push(await proxy.readNumber())
    }
    expect(numbers).toEqual([0, 1, 2])
  })

  it('nothing is served before `authorize`', async () => {
    const { store } = createMapStore()
    await setUpNumbered({ store }).read()
    store.get.mockClear()
    const denied = setUpNumbered({ store, authorize: () => false })
    expect(await denied.read()).toMatchObject({ status: 403 })
    expect(store.get).not.toHaveBeenCalled()
  })
})

describe('a store that misbehaves', () => {
  const fail = () => Promise.reject(new Error('ECONNREFUSED'))
  const failSynchronously = () => {
    throw new Error('not connected')
  }
  const hang = () => new Promise<never>(() => {})
  const behaviors: [string, 'get' | 'set', () => Promise<never>, string][] = [
    ['fails to get', 'get', fail, 'ECONNREFUSED'],
    ['fails to set', 'set', fail, 'ECONNREFUSED'],
    ['throws', 'get', failSynchronously, 'not connected'],
    ['hangs', 'get', hang, 'no result within 250 ms'],
    ['hangs when it sets', 'set', hang, 'no result within 250 ms'],
  ]

  it.each(behaviors)('and %s is done without, and reported', async (_, method, misbehave, cause) => {
    const { store } = createMapStore()
    const { first, fetch } = setUpProcesses(2, { store })
    store[method].mockImplementation(misbehave)
    const response = first.read()
    await untilCalled(store[method])
    await vi.advanceTimersByTimeAsync(250)
    expect(await response).toMatchObject({ status: 200, body: { number: 1 } })
    expect((await first.read()).body.number).toBe(1)
    const started = first.start()
    await vi.advanceTimersByTimeAsync(250)
    expect((await started).status).toBe(200)
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(first.onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        name: 'ProxyError',
        code: 'store-failed',
        status: undefined,
        message: `store.${method} failed, so the store is not used for 10 s`,
        cause: new Error(cause),
      }),
      expect.objectContaining({ jobId: JOB_ID }),
    )
  })

  it('and fails to set a change is reported', async () => {
    const { store } = createMapStore()
    store.set.mockImplementation(fail)
    store.delete.mockImplementation(failSynchronously)
    const { first } = setUpProcesses(2, { store })
    expect((await first.start()).status).toBe(200)
    expect(first.onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ message: 'store.set failed, so the store is not used for 10 s' }),
      expect.objectContaining({ operation: 'startJob' }),
    )
  })

  it('is not used for 10 s, and reported once a minute', async () => {
    const { store } = createMapStore()
    store.get.mockImplementation(fail)
    const { first } = setUpProcesses(2, { store })
    await first.read()
    const { length } = store.get.mock.calls
    await vi.advanceTimersByTimeAsync(9_999)
    await first.read()
    expect(store.get).toHaveBeenCalledTimes(length)
    await vi.advanceTimersByTimeAsync(1)
    await first.read(JOBS)
    expect(store.get.mock.calls.length).toBeGreaterThan(length)
    expect(first.onError).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(50_000)
    await first.read()
    expect(first.onError).toHaveBeenCalledTimes(2)
  })

  it('is used again when it has recovered', async () => {
    const { store } = createMapStore()
    store.get.mockImplementationOnce(fail)
    const { first, second } = setUpProcesses(2, { store })
    await first.read()
    await vi.advanceTimersByTimeAsync(10_000)
    expect([await first.readNumber(), await second.readNumber()]).toEqual([2, 2])
  })

  it('delays only the first request when it hangs', async () => {
    const { store } = createMapStore()
    store.get.mockImplementation(hang)
    const { first } = setUpProcesses(2, { store })
    const response = first.read()
    await untilCalled(store.get)
    await vi.advanceTimersByTimeAsync(250)
    await response
    // No time passes here.
    expect(await first.read(JOBS)).toMatchObject({ status: 200 })
  })

  const entry = (fields: object) =>
    JSON.stringify({ status: 200, json: '{"number":99}', expiresAt: Date.now() + 1_000, ...fields })

  /** What the store returns for the next read: the response, and how long everyone waits. */
  const returnOnce = (
    { get }: ReturnType<typeof createMapStore>['store'],
    { response, wait }: { response?: unknown; wait?: unknown },
  ) => get.mockImplementationOnce(async () => response).mockImplementationOnce(async () => wait)

  it.each<[string, () => unknown]>([
    ['a number', () => 1],
    ['an object', () => ({ status: 200, json: '{}', expiresAt: Date.now() + 1_000 })],
    ['text', () => '<html>'],
    ['null as JSON', () => 'null'],
    ['another status', () => entry({ status: 99 })],
    ['a status beyond those of HTTP', () => entry({ status: 600 })],
    ['a 204, which has no body', () => entry({ status: 204 })],
    ['a 205, which has no body', () => entry({ status: 205 })],
    ['a redirect', () => entry({ status: 300 })],
    ['a 401, which is about the key', () => entry({ status: 401 })],
    ['a fraction as status', () => entry({ status: 200.5 })],
    ['a status as text', () => entry({ status: '200' })],
    ['a body that is not JSON', () => entry({ json: '<script>' })],
    ['a body that is not text', () => entry({ json: 99 })],
    ['no time', () => entry({ expiresAt: undefined })],
    ['a Retry-After that is not text', () => entry({ retryAfter: 30 })],
    ['a line break in Retry-After', () => entry({ retryAfter: '1\r\nSet-Cookie: a=b' })],
    ['nested JSON', () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('and returns %s is done without, and reported', async (_, createValue) => {
    const { store } = createMapStore()
    returnOnce(store, { response: createValue() })
    const { first, second } = setUpProcesses(2, { store })
    expect(await first.readNumber()).toBe(1)
    expect(first.onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        code: 'store-failed',
        message: 'store.get returned a value that the handler did not store',
      }),
      expect.anything(),
    )
    // It is overwritten, and the store is used on.
    expect(await second.readNumber()).toBe(1)
  })

  it.each<[string, unknown]>([
    ['null', null],
    ['undefined', undefined],
    ['what has expired', JSON.stringify({ status: 200, json: '{}', expiresAt: 0 })],
  ])('does not, if it returns %s', async (_, value) => {
    const { store } = createMapStore()
    returnOnce(store, { response: value, wait: value })
    const { first } = setUpProcesses(2, { store })
    expect(await first.readNumber()).toBe(1)
    expect(first.onError).not.toHaveBeenCalled()
  })

  it.each([
    ['a response', 'response', { json: '{"number":99}' }, 1_000],
    ['a wait', 'wait', { status: 429, json: '{}', retryAfter: '30' }, 30_000],
  ])('cannot extend the time of %s: the clocks of servers may differ', async (_, name, fields, ms) => {
    const { store } = createMapStore()
    returnOnce(store, { [name]: entry({ expiresAt: Date.now() + 9e9, ...fields }) })
    const { first, fetch } = setUpProcesses(2, { store })
    await first.read()
    expect(fetch).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(ms - 1)
    await first.read()
    expect(fetch).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await first.read()
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('gets changes all the same, or it would return what is out of date when it has recovered', async () => {
    const { store } = createMapStore()
    const { first, second } = setUpProcesses(2, { store, shareForMs: 60_000 })
    await first.readNumber(JOBS)
    store.get.mockImplementationOnce(fail)
    await first.read(JOB)
    await first.start()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await second.readNumber(JOBS)).toBe(4)
  })
})
