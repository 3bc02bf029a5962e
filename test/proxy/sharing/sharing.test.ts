import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createProxyHandler } from '../../../src/server.js'
import { respond } from '../../support/respond.js'
import { JOB_ID, JOBS, KEY, OPTIONS, PROJECT_ID, request, setUp } from '../setUp.js'
import { createPendingService, JOB, job, OTHER_PROJECT, setUpNumbered, VERSION, VERSIONS } from './setUp.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const settle = () => vi.advanceTimersByTimeAsync(0)

describe('requests for the same at the same time', () => {
  it('make one call, and each is authorized', async () => {
    const { calls, fetch } = createPendingService()
    const { read, authorize } = setUpNumbered({ fetch })
    const reads = Promise.all(Array.from({ length: 100 }, () => read()))
    await settle()
    expect(calls).toHaveLength(1)
    expect(authorize).toHaveBeenCalledTimes(100)
    calls[0]?.respond(respond({ number: 7 }))
    expect(new Set((await reads).map(({ body }) => body.number))).toEqual(new Set([7]))
  })

  it('are responded to with responses of their own', async () => {
    const { handler } = setUpNumbered()
    const [first, second] = await Promise.all([handler(request('GET', JOB)), handler(request('GET', JOB))])
    expect(first).not.toBe(second)
    expect([await first.text(), await second.text()]).toEqual(
      Array(2).fill(JSON.stringify({ number: 1, status: 'running' })),
    )
    expect(second.headers.get('Cache-Control')).toBe('no-store')
  })

  it('that are denied get nothing, also while others wait', async () => {
    const { calls, fetch } = createPendingService()
    const { read } = setUpNumbered({ fetch, authorize: (sent) => sent.headers.get('Cookie') === 'ada' })
    const allowed = read(JOB, { headers: { Cookie: 'ada' } })
    await settle()
    expect(await read()).toMatchObject({ status: 403, body: { message: 'Forbidden' } })
    calls[0]?.respond(job())
    expect(await allowed).toMatchObject({ status: 200 })
  })

  it('share its failure, which is reported once', async () => {
    const { calls, fetch } = createPendingService()
    const { read, onError } = setUpNumbered({ fetch })
    const reads = Promise.all([read(), read(), read()])
    await settle()
    calls[0]?.fail(new TypeError('fetch failed'))
    expect(new Set((await reads).map(({ status }) => status))).toEqual(new Set([502]))
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'service-unreachable' }),
      expect.objectContaining({ jobId: JOB_ID }),
    )
  })

  it('share the time limit of the call', async () => {
    const { calls, fetch } = createPendingService()
    const { read } = setUpNumbered({ fetch, timeoutMs: 10_000 })
    const first = read()
    await vi.advanceTimersByTimeAsync(9_000)
    const second = read()
    await vi.advanceTimersByTimeAsync(1_000)
    expect([await first, await second]).toEqual(Array(2).fill(expect.objectContaining({ status: 504 })))
    expect(calls).toHaveLength(1)
    expect(calls[0]?.signal.aborted).toBe(true)
  })

  it('each make a call on Cloudflare Workers, where a call ends with its request', async () => {
    vi.stubGlobal('navigator', { userAgent: 'Cloudflare-Workers' })
    const { calls, fetch } = createPendingService()
    const { read } = setUpNumbered({ fetch })
    const reads = Promise.all([read(), read()])
    await settle()
    expect(calls).toHaveLength(2)
    for (const [index, call] of calls.entries()) call.respond(respond({ number: index }))
    expect((await reads).map(({ body }) => body.number)).toEqual([0, 1])
    expect((await read()).body.number).toBe(1)
  })

  it('on Cloudflare Workers share a response also while other calls are in progress', async () => {
    vi.stubGlobal('navigator', { userAgent: 'Cloudflare-Workers' })
    const { calls, fetch } = createPendingService()
    const { read } = setUpNumbered({ fetch })
    const reads = [read(), read()]
    await settle()
    calls[0]?.respond(respond({ number: 1 }))
    expect((await reads[0])?.body.number).toBe(1)
    expect((await read()).body.number).toBe(1)
    calls[1]?.respond(respond({ number: 2 }))
    await reads[1]
  })
})

describe('a client that goes away', () => {
  it('ends its own wait only', async () => {
    const { calls, fetch } = createPendingService()
    const { handler, read } = setUpNumbered({ fetch })
    const leaving = new AbortController()
    const left = handler(request('GET', JOB, { signal: leaving.signal }))
    const stayed = read()
    await settle()
    leaving.abort()
    expect((await left).status).toBe(499)
    expect(calls[0]?.signal.aborted).toBe(false)
    calls[0]?.respond(job())
    expect(await stayed).toMatchObject({ status: 200 })
  })

  it('as the last one ends the call, and the next request makes another', async () => {
    const { calls, fetch } = createPendingService()
    const { handler, read, onError } = setUpNumbered({ fetch })
    const clients = [new AbortController(), new AbortController()]
    const left = clients.map(({ signal }) => handler(request('GET', JOB, { signal })))
    await settle()
    for (const client of clients) client.abort()
    expect(calls[0]?.signal.aborted).toBe(true)
    const next = read()
    expect((await Promise.all(left)).map(({ status }) => status)).toEqual([499, 499])
    await settle()
    expect(calls).toHaveLength(2)
    calls[0]?.respond(respond({ number: 1 }))
    calls[1]?.respond(respond({ number: 2 }))
    expect((await next).body.number).toBe(2)
    expect((await read()).body.number).toBe(2)
    expect(onError).not.toHaveBeenCalled()
  })

  it('before the call starts nothing that lasts', async () => {
    const { handler } = setUpNumbered()
    expect((await handler(request('GET', JOB, { signal: AbortSignal.abort() }))).status).toBe(499)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a response is shared', () => {
  it('for a second by default', async () => {
    const { readNumber } = setUpNumbered()
    expect(await readNumber()).toBe(1)
    await vi.advanceTimersByTimeAsync(999)
    expect(await readNumber()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(await readNumber()).toBe(2)
  })

  it('for `shareForMs`', async () => {
    const { readNumber } = setUpNumbered({ shareForMs: 5_000 })
    await readNumber()
    await vi.advanceTimersByTimeAsync(4_999)
    expect(await readNumber()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(await readNumber()).toBe(2)
  })

  it('not at all with `shareForMs: 0`', async () => {
    const { calls, fetch } = createPendingService()
    const { read } = setUpNumbered({ fetch, shareForMs: 0 })
    const reads = Promise.all([read(), read()])
    await settle()
    expect(calls).toHaveLength(2)
    for (const call of calls) call.respond(job())
    await reads
  })

  it.each([
    ['completed', 60_000],
    ['failed', 60_000],
    ['cancelled', 60_000],
    ['running', 1_000],
    ['pending', 1_000],
    ['cancelling', 1_000],
    ['a new status', 1_000],
  ])('if the job is %s, for %i ms', async (status, shareMs) => {
    const { read, fetch } = setUpNumbered({ fetch: async () => job({ status }) })
    await read()
    await vi.advanceTimersByTimeAsync(shareMs - 1)
    await read()
    expect(fetch).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1)
    await read()
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('for a minute if it is a version of a prompt, and a second if it is a list of them', async () => {
    const { readNumber } = setUpNumbered()
    expect([await readNumber(VERSION), await readNumber(VERSIONS)]).toEqual([1, 2])
    await vi.advanceTimersByTimeAsync(59_999)
    expect([await readNumber(VERSION), await readNumber(VERSIONS)]).toEqual([1, 3])
    await vi.advanceTimersByTimeAsync(1)
    expect(await readNumber(VERSION)).toBe(4)
  })

  it.each(['null', '[]', '1', '"completed"', '{"status":["completed"]}'])(
    'for a second if the job is %s',
    async (json) => {
      const { read, fetch } = setUpNumbered({ fetch: async () => new Response(json) })
      expect(await read()).toMatchObject({ status: 200 })
      await vi.advanceTimersByTimeAsync(1_000)
      await read()
      expect(fetch).toHaveBeenCalledTimes(2)
    },
  )

  it('for a second if it is a list, whatever it contains', async () => {
    const { read, fetch } = setUpNumbered({ fetch: async () => respond({ status: 'completed' }) })
    await read(JOBS)
    await vi.advanceTimersByTimeAsync(1_000)
    await read(JOBS)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it.each([
    ['order', `${JOBS}?status=failed&page=2`, `${JOBS}?page=2&status=failed`],
    ['repetition', `${JOBS}?page=2`, `${JOBS}?page=2&page=3`],
    ['unknown parameters', `${JOBS}?page=2`, `${JOBS}?evil=1&page=2&PAGE=3`],
    ['encoding', `${JOBS}?status=a%2Cb`, `${JOBS}?status=a,b`],
  ])(
    'although the %s of parameters differs, if the service would get the same request',
    async (_, first, second) => {
      const { readNumber, fetch } = setUpNumbered()
      expect([await readNumber(first), await readNumber(second)]).toEqual([1, 1])
      expect(fetch).toHaveBeenCalledTimes(1)
    },
  )

  it('by a clock that the system cannot set back', async () => {
    const { readNumber } = setUpNumbered()
    await readNumber()
    vi.setSystemTime(Date.now() - 3_600_000)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await readNumber()).toBe(2)
  })

  it('leaves no timer behind, which would keep the process alive', async () => {
    const { read } = setUpNumbered()
    await Promise.all([read(), read()])
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a response is not shared', () => {
  it.each([
    ['jobs', [JOB, `${JOBS}/0b6e7c1e-6a39-4a1b-9d2c-777777777777`]],
    ['projects', [JOBS, JOBS.replace(PROJECT_ID, OTHER_PROJECT)]],
    ['operations', [JOBS, JOB]],
    ['pages', [`${JOBS}?page=1`, `${JOBS}?page=2`, JOBS]],
    ['statuses', [`${JOBS}?status=failed`, `${JOBS}?status=Failed`, `${JOBS}?status=failed,completed`]],
    ['cases of IDs', [JOB.replace(JOB_ID, 'job-a'), JOB.replace(JOB_ID, 'JOB-A')]],
    ['values that contain a separator', [`${JOBS}?page=1%26page_size%3D2`, `${JOBS}?page=1&page_size=2`]],
    ['values that contain a line break', [`${JOBS}?status=a%0Ab`, `${JOBS}?status=a`]],
  ])('between %s', async (_, paths) => {
    const { readNumber } = setUpNumbered()
    const numbers: number[] = []
    for (const path of paths) numbers.push(await readNumber(path))
    expect(numbers).toEqual(paths.map((_path, index) => index + 1))
  })

  it('between API keys', async () => {
    let key = KEY
    const { readNumber } = setUpNumbered({ apiKey: () => key })
    expect(await readNumber()).toBe(1)
    key = `${KEY}-2`
    expect(await readNumber()).toBe(2)
    key = KEY
    expect(await readNumber()).toBe(1)
  })

  it('between handlers', async () => {
    const handlers = [1, 2].map((number) =>
      createProxyHandler({ ...OPTIONS, fetch: async () => respond({ number }) }),
    )
    const bodies = await Promise.all(
      handlers.map(async (handler) => (await handler(request('GET', JOB))).json()),
    )
    expect(bodies).toEqual([{ number: 1 }, { number: 2 }])
  })

  it('with a user who loses access within the second', async () => {
    let isAllowed = true
    const { read, authorize } = setUpNumbered({ authorize: () => isAllowed })
    expect(await read()).toMatchObject({ status: 200 })
    isAllowed = false
    expect(await read()).toMatchObject({ status: 403 })
    expect(authorize).toHaveBeenCalledTimes(2)
  })
})

describe('a failure', () => {
  const failures: [string, () => Promise<Response>, number][] = [
    ['a 500', async () => respond({ message: 'down' }, { status: 500 }), 500],
    ['a 408', async () => respond({}, { status: 408 }), 408],
    ['a 429 without Retry-After', async () => respond({}, { status: 429 }), 429],
    ['a lost connection', () => Promise.reject(new TypeError('fetch failed')), 502],
    ['a rejected key', async () => respond({}, { status: 401 }), 502],
    ['HTML', async () => new Response('<html>'), 502],
  ]

  it.each(failures)('such as %s is shared for as long as a response', async (_, fail, status) => {
    const { read, fetch, onError } = setUpNumbered({ fetch: fail, shareForMs: 5_000 })
    const first = await read()
    expect(first.status).toBe(status)
    await vi.advanceTimersByTimeAsync(4_999)
    expect(await read()).toEqual(first)
    expect(fetch).toHaveBeenCalledTimes(1)
    expect(onError.mock.calls.length).toBeLessThanOrEqual(1)
    await vi.advanceTimersByTimeAsync(1)
    await read()
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it.each([
    ['that it does not exist', { message: 'no such job' }, 404],
    ['of the request', { status: 'completed' }, 400],
  ])('%s is shared for a second at most', async (_, body, status) => {
    const { read, fetch } = setUpNumbered({
      fetch: async () => respond(body, { status }),
      shareForMs: 60_000,
    })
    expect(await read()).toMatchObject({ status })
    await vi.advanceTimersByTimeAsync(999)
    await read()
    expect(fetch).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1)
    await read()
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it.each([
    ['of the service', { fetch: async () => respond({}, { status: 403 }) }, 2],
    ['of `authorize`', { authorize: () => false }, 0],
  ])('that access is denied, %s, is not shared', async (_, options, callCount) => {
    const { read, fetch } = setUpNumbered(options)
    expect([await read(), await read()]).toMatchObject([{ status: 403 }, { status: 403 }])
    expect(fetch).toHaveBeenCalledTimes(callCount)
  })

  it('of `apiKey` is not shared', async () => {
    const apiKey = vi.fn(() => KEY).mockReturnValueOnce('')
    const { read } = setUpNumbered({ apiKey })
    expect([await read(), await read()]).toMatchObject([{ status: 502 }, { status: 200 }])
  })
})

describe('Retry-After', () => {
  const limit = (status: number, retryAfter: string) => async () =>
    respond({ message: 'slow down' }, { status, headers: { 'Retry-After': retryAfter } })

  it.each([429, 503])('of a %i is respected for everyone and every read', async (status) => {
    const { read, fetch, start } = setUpNumbered()
    fetch.mockImplementationOnce(limit(status, '30'))
    expect(await read()).toEqual({ status, body: { message: 'slow down' }, retryAfter: '30' })
    // The text of the service may be about what only that client may read.
    const limited = { status, body: { message: 'The service asks to wait' } }
    await vi.advanceTimersByTimeAsync(10_500)
    expect(await read()).toEqual({ ...limited, retryAfter: '20' })
    expect(await read(JOBS)).toEqual({ ...limited, retryAfter: '20' })
    expect(fetch).toHaveBeenCalledTimes(1)
    // What a person asks for is passed on: the service may accept it.
    expect((await start()).status).toBe(200)
    await vi.advanceTimersByTimeAsync(19_499)
    expect(await read()).toEqual({ ...limited, retryAfter: '1' })
    await vi.advanceTimersByTimeAsync(1)
    expect(await read()).toMatchObject({ status: 200 })
  })

  it('may be a date', async () => {
    vi.setSystemTime('2026-01-15T10:00:00Z')
    const { read, fetch } = setUpNumbered()
    fetch.mockImplementationOnce(limit(503, 'Thu, 15 Jan 2026 10:01:00 GMT'))
    expect((await read()).retryAfter).toBe('Thu, 15 Jan 2026 10:01:00 GMT')
    expect((await read()).retryAfter).toBe('60')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await read()).toMatchObject({ status: 200 })
  })

  it('is respected for an hour at most', async () => {
    const { read, fetch } = setUpNumbered()
    fetch.mockImplementationOnce(limit(429, '86400'))
    await read()
    expect((await read()).retryAfter).toBe('3600')
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(await read()).toMatchObject({ status: 200 })
  })

  it.each([
    [429, '0'],
    [429, 'Thu, 15 Jan 2015 10:00:00 GMT'],
    [429, 'soon'],
    [500, '30'],
  ])('of a %i is ignored if it is %s', async (status, retryAfter) => {
    const { read, fetch } = setUpNumbered()
    fetch.mockImplementationOnce(limit(status, retryAfter))
    expect(await read()).toMatchObject({ status })
    expect(await read(JOBS)).toMatchObject({ status: 200 })
  })

  it('does not withhold what is known', async () => {
    const { read, fetch } = setUpNumbered()
    expect(await read()).toMatchObject({ status: 200 })
    fetch.mockImplementationOnce(limit(429, '30'))
    expect(await read(JOBS)).toMatchObject({ status: 429 })
    expect(await read()).toMatchObject({ status: 200 })
  })

  it('is respected for one key only', async () => {
    let key = KEY
    const { read, fetch } = setUpNumbered({ apiKey: () => key })
    fetch.mockImplementationOnce(limit(429, '30'))
    expect(await read()).toMatchObject({ status: 429 })
    key = `${KEY}-2`
    expect(await read()).toMatchObject({ status: 200 })
  })

  it.each([
    ['not shortened by a response that took longer', ['60', '1']],
    ['extended by one that asks for more', ['1', '60']],
  ])('is %s', async (_, waits) => {
    const { calls, fetch } = createPendingService()
    const { read } = setUpNumbered({ fetch })
    await vi.advanceTimersByTimeAsync(60_000)
    const reads = [read(), read(JOBS)]
    await settle()
    for (const [index, seconds] of waits.entries())
      calls[index]?.respond(respond({}, { status: 429, headers: { 'Retry-After': seconds } }))
    await Promise.all(reads)
    await vi.advanceTimersByTimeAsync(2_000)
    expect((await read()).retryAfter).toBe('58')
  })

  it('is not displaced by large responses', async () => {
    const { calls, fetch } = createPendingService()
    const { read } = setUpNumbered({ fetch })
    const reads = ['a', 'b', 'c'].map((jobId) => read(`${JOBS}/${jobId}`))
    await settle()
    calls[0]?.respond(respond({}, { status: 429, headers: { 'Retry-After': '600' } }))
    await reads[0]
    for (const call of calls.slice(1)) call.respond(respond({ text: 'x'.repeat(9_000_000) }))
    await Promise.all(reads)
    expect(await read()).toMatchObject({ status: 429 })
  })

  it('is for `authorize` first', async () => {
    let isAllowed = true
    const { read, fetch } = setUpNumbered({ authorize: () => isAllowed })
    fetch.mockImplementationOnce(limit(429, '30'))
    await read()
    isAllowed = false
    expect(await read()).toMatchObject({ status: 403 })
  })
})

describe('what a request changes is forgotten', () => {
  it('after a start: the lists of its project', async () => {
    const { readNumber, start } = setUpNumbered()
    const others = [JOB, JOBS.replace(PROJECT_ID, OTHER_PROJECT)]
    for (const path of [JOBS, `${JOBS}?page=2&status=running`, ...others]) await readNumber(path)
    await start()
    expect([await readNumber(JOBS), await readNumber(`${JOBS}?page=2&status=running`)]).toEqual([6, 7])
    expect(await Promise.all(others.map(readNumber))).toEqual([3, 4])
  })

  it('after canceling: the job and the lists of its project', async () => {
    const { readNumber, post } = setUpNumbered()
    const other = `${JOBS}/another-job`
    for (const path of [JOB, JOBS, other]) await readNumber(path)
    await post(`${JOB}/cancel`)
    expect([await readNumber(JOB), await readNumber(JOBS), await readNumber(other)]).toEqual([5, 6, 3])
  })

  it('but nothing after deploying, which no response shows', async () => {
    const { readNumber, post } = setUpNumbered()
    for (const path of [VERSION, VERSIONS, JOB]) await readNumber(path)
    await post(`${VERSION}/environments`, { environments: ['staging'] })
    expect([await readNumber(VERSION), await readNumber(VERSIONS), await readNumber(JOB)]).toEqual([1, 2, 3])
  })

  it('but no read that is in progress while deploying', async () => {
    const { calls, fetch } = createPendingService()
    const { read, post } = setUpNumbered({ fetch })
    const reading = read()
    await settle()
    const deploying = post(`${VERSION}/environments`, { environments: ['staging'] })
    await settle()
    calls[1]?.respond(respond({}))
    await deploying
    calls[0]?.respond(respond({ number: 1 }))
    await reading
    expect((await read()).body.number).toBe(1)
    expect(calls).toHaveLength(2)
  })

  it.each([
    ['fails', () => Promise.reject(new TypeError('fetch failed')), 502],
    ['is rejected', async () => respond({}, { status: 409 }), 409],
  ])('also if it %s, because it may have been done', async (_, fail, status) => {
    const { readNumber, start, fetch } = setUpNumbered()
    await readNumber(JOBS)
    fetch.mockImplementationOnce(fail)
    expect((await start()).status).toBe(status)
    expect(await readNumber(JOBS)).toBe(2)
  })

  it('in the middle of a shared read, whose response serves only those who waited for it', async () => {
    const { calls, fetch } = createPendingService()
    const { read, start } = setUpNumbered({ fetch })
    const before = read(JOBS)
    await settle()
    const started = start()
    await settle()
    calls[1]?.respond(respond({ job_id: JOB_ID }, { status: 202 }))
    await started
    const after = read(JOBS)
    await settle()
    calls[0]?.respond(respond({ number: 1 }))
    expect((await before).body.number).toBe(1)
    const joined = read(JOBS)
    await settle()
    expect(calls).toHaveLength(3)
    calls[2]?.respond(respond({ number: 2 }))
    expect((await Promise.all([after, joined])).map(({ body }) => body.number)).toEqual([2, 2])
    expect((await read(JOBS)).body.number).toBe(2)
  })
})

it('the memory is bounded: responses take 32 MB at most', async () => {
  const text = 'x'.repeat(3_000_000)
  const { read, fetch } = setUpNumbered({ fetch: async () => respond({ text }), shareForMs: 3_600_000 })
  for (const job of [1, 2, 3, 4, 5, 6]) await read(`${JOBS}/job-${job}`)
  await read(`${JOBS}/job-2`)
  expect(fetch).toHaveBeenCalledTimes(6)
  await read(`${JOBS}/job-1`)
  expect(fetch).toHaveBeenCalledTimes(7)
})

it('a response that a browser could get is as before: no header says that it is shared', async () => {
  const { handler } = setUp()
  const [first, second] = [await handler(request('GET', JOB)), await handler(request('GET', JOB))]
  expect([...second.headers]).toEqual([...first.headers])
})
