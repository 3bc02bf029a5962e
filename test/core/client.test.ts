import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createOptimizationClient, type OptimizationClientOptions, OptimizationError } from '../../src/api.js'
import { buildJob } from '../../src/testing.js'
import { getRejection, respond } from '../support/respond.js'

const JOB = { projectId: 'p', jobId: 'j' }
const BASE_URL = 'https://service.test/api/v2'

function createClient(
  fetch: OptimizationClientOptions['fetch'],
  options: Partial<OptimizationClientOptions> = {},
) {
  return createOptimizationClient({ baseUrl: `${BASE_URL}/`, fetch, ...options })
}

async function getError(promise: Promise<unknown>): Promise<OptimizationError> {
  const error = await getRejection(promise)
  expect(error).toBeInstanceOf(OptimizationError)
  return error as OptimizationError
}

describe('createOptimizationClient requests', () => {
  it('use the documented paths and percent-encode the IDs', async () => {
    const sent: string[] = []
    const client = createClient(async (request) => {
      sent.push(`${request.method} ${request.url}`)
      return respond({})
    })
    const job = { projectId: 'a b/ü', jobId: '%2e%2e?#' }
    await Promise.allSettled([
      client.getJob(job),
      client.listJobs({ projectId: 'p', page: 2, pageSize: 10, status: 'in progress' }),
      client.listJobs({ projectId: 'p' }),
      client.startJob({
        projectId: 'p',
        promptTemplateVersionId: crypto.randomUUID(),
        datasetId: crypto.randomUUID(),
      }),
      client.cancelJob(job),
    ])
    const jobs = (project: string) => `${BASE_URL}/projects/${project}/prompt-optimization-jobs`
    expect(sent.sort()).toEqual(
      [
        `GET ${jobs('a%20b%2F%C3%BC')}/%252e%252e%3F%23`,
        `GET ${jobs('p')}?page=2&page_size=10&status=in+progress`,
        `GET ${jobs('p')}`,
        `POST ${jobs('p')}`,
        `POST ${jobs('a%20b%2F%C3%BC')}/%252e%252e%3F%23/cancel`,
      ].sort(),
    )
  })

  it.each(['', '.', '..', undefined as never, '\ud800'])(
    'are not sent for the invalid job ID %j',
    async (jobId) => {
      const fetch = vi.fn()
      const error = await getError(createClient(fetch).getJob({ projectId: 'p', jobId }))
      expect(error).toMatchObject({ kind: 'invalid-request', isRetryable: false })
      expect(error.message).toContain('jobId')
      expect(fetch).not.toHaveBeenCalled()
    },
  )
})

describe('startJob', () => {
  const input = {
    projectId: 'p',
    promptTemplateVersionId: '11111111-2222-3333-4444-555555555555',
    datasetId: '11111111-2222-3333-4444-666666666666',
  }

  const body = {
    prompt_template_version_id: input.promptTemplateVersionId,
    dataset_id: input.datasetId,
    user_instructions: null,
    use_best_practices: true,
    use_labels: true,
    use_customer_feedback: true,
    run_test_after_optimization: true,
  }
  it.each([
    ['every option enabled by default', {}, body],
    [
      'only the options that are enabled',
      {
        userInstructions: 'Be kind.',
        useBestPractices: false,
        useLabels: false,
        useCustomerFeedback: false,
        runTestAfterOptimization: false,
      },
      {
        ...body,
        user_instructions: 'Be kind.',
        use_best_practices: false,
        use_labels: false,
        use_customer_feedback: false,
        run_test_after_optimization: false,
      },
    ],
  ])('sends %s', async (_, options, expected) => {
    const fetch = vi.fn(async (_request: Request) =>
      respond({ job_id: 'new', status: 'pending', created_at: '2026-01-01T00:00:00Z' }, { status: 202 }),
    )
    await expect(createClient(fetch).startJob({ ...input, ...options })).resolves.toMatchObject({
      jobId: 'new',
    })
    expect(await fetch.mock.calls[0]?.[0].json()).toEqual(expected)
  })

  it.each([`x${input.datasetId}`, `${input.datasetId}0`, 'my dataset'])(
    'rejects the dataset ID %j without a request and names the field',
    async (datasetId) => {
      const fetch = vi.fn()
      const error = await getError(createClient(fetch).startJob({ ...input, datasetId }))
      expect(error.kind).toBe('invalid-request')
      expect(error.message).toContain('datasetId: expected a UUID')
      expect(fetch).not.toHaveBeenCalled()
    },
  )

  it.each([401, 408, 429, 500, 503])('is not retried after a %i', async (status) => {
    const fetch = vi.fn(async () => respond({ message: 'no' }, { status }))
    let tokens = 0
    const client = createClient(fetch, { getToken: () => `token ${++tokens}` })
    await getError(client.startJob(input))
    expect(fetch).toHaveBeenCalledTimes(1)
  })
})

describe('getToken', () => {
  it('is called for every request, and its token is sent as a bearer token', async () => {
    const sent: (string | null)[] = []
    let count = 0
    const client = createClient(
      async (request) => {
        sent.push(request.headers.get('Authorization'))
        return respond(buildJob())
      },
      { getToken: async () => `t${++count}` },
    )
    await client.getJob(JOB)
    await client.getJob(JOB)
    expect(sent).toEqual(['Bearer t1', 'Bearer t2'])
  })

  it('is optional: without it, no Authorization header is sent', async () => {
    let headers: Headers | undefined
    await createClient(async (request) => {
      headers = request.headers
      return respond(buildJob())
    }).getJob(JOB)
    expect(headers?.has('Authorization')).toBe(false)
  })

  it('is called again after a 401, and the request is retried with the fresh token', async () => {
    const refreshes: boolean[] = []
    const client = createClient(
      async (request) =>
        request.headers.get('Authorization') === 'Bearer fresh'
          ? respond(buildJob())
          : respond({ message: 'expired' }, { status: 401 }),
      {
        getToken: ({ isRefresh }) => {
          refreshes.push(isRefresh)
          return isRefresh ? 'fresh' : 'stale'
        },
      },
    )
    await expect(client.getJob(JOB)).resolves.toMatchObject({ phase: 'running' })
    expect(refreshes).toEqual([false, true])
  })

  it('is not called a third time after a second 401', async () => {
    const fetch = vi.fn(async () => respond({ message: 'expired' }, { status: 401 }))
    const getToken = vi.fn(({ isRefresh }) => (isRefresh ? 'b' : 'a'))
    const error = await getError(createClient(fetch, { getToken }).getJob(JOB))
    expect(error).toMatchObject({ kind: 'http', status: 401, isRetryable: false })
    expect(getToken).toHaveBeenCalledTimes(2)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('does not trigger a retry when it returns the rejected token again', async () => {
    const fetch = vi.fn(async () => respond({}, { status: 401 }))
    await getError(createClient(fetch, { getToken: () => 'same' }).getJob(JOB))
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('that rejects causes a retryable error with the original error as its cause', async () => {
    const cause = new Error('token endpoint is down')
    const fetch = vi.fn()
    const error = await getError(createClient(fetch, { getToken: () => Promise.reject(cause) }).getJob(JOB))
    expect(error).toMatchObject({ kind: 'token', isRetryable: true, cause })
    expect(fetch).not.toHaveBeenCalled()
  })
})

describe('an error response', () => {
  it.each([
    [300, true],
    [302, true],
    [400, false],
    [401, false],
    [403, false],
    [404, false],
    [408, true],
    [425, true],
    [429, true],
    [500, true],
    [503, true],
  ])('with status %i has isRetryable %s', async (status, isRetryable) => {
    const client = createClient(async () => respond({ message: 'because' }, { status }))
    const error = await getError(client.getJob(JOB))
    expect(error).toMatchObject({
      kind: 'http',
      status,
      isRetryable,
      serviceMessage: 'because',
      method: 'GET',
    })
    expect(error.message).toBe(
      `GET ${BASE_URL}/projects/p/prompt-optimization-jobs/j: the service responded with ${status}: because`,
    )
  })

  it.each(['<html>Bad gateway</html>', '', '{"message":7}', '{"mess'])(
    'keeps its status when the body %j contains no message',
    async (body) => {
      const client = createClient(async () => new Response(body, { status: 502 }))
      expect(await getError(client.getJob(JOB))).toMatchObject({
        kind: 'http',
        status: 502,
        serviceMessage: undefined,
      })
    },
  )

  it('has its message truncated', async () => {
    const client = createClient(async () => respond({ message: 'x'.repeat(1_000_000) }, { status: 400 }))
    expect((await getError(client.getJob(JOB))).message.length).toBeLessThan(1_200)
  })

  it('ignores a Retry-After date without a Date header: this machine’s clock may be off', async () => {
    const headers = { 'Retry-After': new Date(Date.now() + 60_000).toUTCString() }
    const client = createClient(async () => respond({}, { status: 429, headers }))
    expect(await getRejection(client.getJob(JOB))).toMatchObject({ status: 429, retryAfterMs: undefined })
  })

  it('exposes Retry-After as retryAfterMs', async () => {
    const client = createClient(async () => respond({}, { status: 429, headers: { 'Retry-After': '7' } }))
    expect(await getError(client.getJob(JOB))).toMatchObject({ retryAfterMs: 7_000 })
  })
})

describe('a response that does not match the schema', () => {
  it.each([2_000, 50_000])('is reported with a short message, also with %i invalid rows', async (count) => {
    const body = JSON.stringify({
      data: Array.from({ length: count }, () => ({})),
      pagination: { page: 1, page_size: 30, has_next: false },
    })
    const error = await getError(createClient(async () => new Response(body)).listJobs({ projectId: 'a' }))
    expect(error.kind).toBe('invalid-response')
    expect(error.message.length).toBeLessThan(500)
    if (count === 2_000)
      expect(error.message).toMatch(/data\[0\]\.job_id: expected string; .*; and 9995 more$/)
  })

  it('is reported with the name of the missing field', async () => {
    const { status: _, ...wire } = buildJob()
    const error = await getError(createClient(async () => respond(wire)).getJob(JOB))
    expect(error.kind).toBe('invalid-response')
    expect(error.message).toContain('status: expected string')
  })
})

it.each<[string, unknown]>([
  ['a BigInt', 10n],
  ['too long', `\ud800${'x'.repeat(1_000_000)}`],
])('a job ID that is %s is rejected with a short message', async (_, jobId) => {
  const error = await getError(createClient(vi.fn()).getJob({ projectId: 'a', jobId: jobId as string }))
  expect(error.kind).toBe('invalid-request')
  expect(error.message.length).toBeLessThan(300)
})

describe('baseUrl', () => {
  it('that is missing is an invalid request', async () => {
    const client = createOptimizationClient({ baseUrl: undefined as never })
    expect((await getError(client.getJob(JOB))).kind).toBe('invalid-request')
  })

  it.each([
    'https://user:canary@service.test/api/v2',
    'https:user:canary@service.test',
    'https://user:canary@[service/api/v2',
    'https://service.test/api/v2?',
    'https://service.test/api/v2?key=canary',
    '/api/v2#',
  ])('%s is rejected without a request, and not quoted', async (baseUrl) => {
    const fetch = vi.fn()
    const error = await getError(createOptimizationClient({ baseUrl, fetch }).getJob(JOB))
    expect(error.kind).toBe('invalid-request')
    expect(error.message).toContain('baseUrl must be')
    expect(inspect(error, { depth: 9 })).not.toContain('canary')
    expect(fetch).not.toHaveBeenCalled()
  })

  it('that is not a URL rejects with an invalid-request error', async () => {
    const error = await getError(createOptimizationClient({ baseUrl: 'not a url' }).getJob(JOB))
    expect(error).toMatchObject({ kind: 'invalid-request', isRetryable: false })
    expect(error.message).toContain('baseUrl')
  })
})

describe('timeoutMs', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const hang = () => new Promise<never>(() => {})

  it.each<[string, Partial<OptimizationClientOptions>]>([
    ['the service', { fetch: hang }],
    ['getToken', { getToken: hang, fetch: vi.fn() }],
    ['the body', { fetch: async () => new Response(new ReadableStream()) }],
  ])('rejects after 30 s by default when %s hangs', async (_, options) => {
    const outcome = getError(createClient(undefined, options).getJob(JOB))
    await vi.advanceTimersByTimeAsync(29_999)
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(await outcome).toMatchObject({ kind: 'timeout', isRetryable: true })
    expect((await outcome).message).toContain('no response within 30 s')
  })

  it('can be Infinity to disable the timeout', async () => {
    const fetch = vi.fn(hang)
    void createClient(fetch, { timeoutMs: Number.POSITIVE_INFINITY }).getJob(JOB)
    await vi.advanceTimersByTimeAsync(86_400_000)
    expect(fetch.mock.calls).toMatchObject([[{ signal: { aborted: false } }]])
  })

  it('aborts the request on timeout', async () => {
    let signal: AbortSignal | undefined
    const fetch = (request: Request) => {
      signal = request.signal
      return hang()
    }
    const outcome = getError(createClient(fetch, { timeoutMs: 500 }).getJob(JOB))
    await vi.advanceTimersByTimeAsync(500)
    await outcome
    expect(signal?.aborted).toBe(true)
  })

  it('leaves no timer behind once the response has arrived', async () => {
    await createClient(async () => respond(buildJob())).getJob(JOB)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('an abort signal', () => {
  it('rejects the call with its reason and aborts the request', async () => {
    const controller = new AbortController()
    const fetch = vi.fn((_request: Request) => new Promise<Response>(() => {}))
    const outcome = getRejection(createClient(fetch).getJob(JOB, { signal: controller.signal }))
    await vi.waitFor(() => expect(fetch).toHaveBeenCalled())
    controller.abort(new Error('left the page'))
    expect(await outcome).toEqual(new Error('left the page'))
    expect(fetch.mock.calls[0]?.[0].signal.aborted).toBe(true)
  })

  it('that aborts before the request is sent prevents the request', async () => {
    const fetch = vi.fn()
    const controller = new AbortController()
    const outcome = getRejection(createClient(fetch).getJob(JOB, { signal: controller.signal }))
    controller.abort()
    expect(await outcome).toMatchObject({ name: 'AbortError' })
    expect(fetch).not.toHaveBeenCalled()
  })
})
