import { inspect } from 'node:util'
import { dehydrate } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createOptimizationClient, type OptimizationClient } from '../../src/api.js'
import { JobList, JobStatusCard, StartJobForm, useOptimizationJob } from '../../src/index.js'
import { buildJob } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { JOB_ID, PROJECT_ID } from '../support/renderJobHook.js'
import { getRejection, respond } from '../support/respond.js'

const CANARY = 'canary-4f1d2c3b'
const JOB = { projectId: PROJECT_ID, jobId: JOB_ID }
const START_BODY = { projectId: PROJECT_ID, promptTemplateVersionId: PROJECT_ID, datasetId: JOB_ID }

afterEach(() => void vi.restoreAllMocks())

const CALLS: [string, (client: OptimizationClient, signal?: AbortSignal) => Promise<unknown>][] = [
  ['getJob', (client, signal) => client.getJob(JOB, { signal })],
  ['listJobs', (client, signal) => client.listJobs({ projectId: PROJECT_ID, status: 'x' }, { signal })],
  ['startJob', (client, signal) => client.startJob(START_BODY, { signal })],
  ['cancelJob', (client, signal) => client.cancelJob(JOB, { signal })],
]

const respondWith =
  (body: unknown, status = 200) =>
  async () =>
    respond(body, { status })
const FAILURES: [string, (request: Request) => Promise<Response>][] = [
  ['unauthorized', respondWith({ message: 'no' }, 401)],
  ['forbidden', respondWith({ message: 'no' }, 403)],
  ['a server error', respondWith('oops', 500)],
  ['rate-limited', async () => respond({}, { status: 429, headers: { 'Retry-After': '9' } })],
  ['not JSON', async () => new Response('<html>', { status: 200 })],
  ['invalid', respondWith({ job_id: 7 })],
  ['a network error', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['a timeout', () => new Promise(() => {})],
]

const toUnicode = (text: string) =>
  Array.from(text, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
const ECHO_IN_JOB = {
  job_id: JOB_ID,
  status: CANARY,
  changes_summary: `Authorization: Bearer ${CANARY}`,
  progress: { step: 1, total_steps: 4, step_name: `/${encodeURIComponent(CANARY)}/` },
}
/** Of a service or gateway that returns what it received. */
const ECHOES: typeof FAILURES = [
  ['an echo in the job', respondWith(buildJob(ECHO_IN_JOB))],
  [
    'an escaped echo in the job',
    async () => new Response(JSON.stringify(buildJob(ECHO_IN_JOB)).replaceAll(CANARY, toUnicode(CANARY))),
  ],
  ['an echo in a field of the wrong type', respondWith({ job_id: { [CANARY]: CANARY } })],
  ['an echo in a message', respondWith({ message: `no ${CANARY}` }, 403)],
  ['an encoded echo in a message', respondWith({ message: `no ${CANARY.replace('-', '%2D')}` }, 400)],
  [
    'an echo in the content type',
    async () => new Response('<html>', { headers: { 'Content-Type': `text/${CANARY}` } }),
  ],
  [
    'an echo in Retry-After',
    async () => respond({}, { status: 429, headers: { 'Retry-After': `${CANARY}, 9` } }),
  ],
  [
    'an error that has the request',
    () =>
      Promise.reject(
        Object.assign(new TypeError(`GET ${CANARY}`), { config: { token: CANARY }, code: CANARY }),
      ),
  ],
  [
    'an error that can’t be read',
    () => Promise.reject(Object.defineProperty(new Error(), 'message', { value: { toString: null } })),
  ],
]
FAILURES.push(...ECHOES)

/** Everything observable of a value, including hidden and nested properties. */
const inspectAll = (value: unknown) =>
  inspect(value, { showHidden: true, depth: 12, getters: true }) + JSON.stringify(value)

/** Collects all console output. */
function collectConsoleOutput() {
  const output: unknown[] = []
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, level).mockImplementation((...args) => void output.push(args))
  }
  return output
}

describe.each(CALLS)('the token of %s', (_, call) => {
  it.each(FAILURES)(
    'does not leak into errors, URLs or the console when the outcome is %s',
    async (_name, fetch) => {
      const output = collectConsoleOutput()
      const urls: string[] = []
      const client = createOptimizationClient({
        baseUrl: 'https://service.test/api/v2',
        getToken: () => CANARY,
        timeoutMs: 20,
        fetch: (request) => {
          urls.push(request.url)
          expect(request.headers.get('Authorization')).toBe(`Bearer ${CANARY}`)
          return fetch(request)
        },
      })
      // cancelJob resolves on any 2xx.
      const outcome = await call(client).catch((error: unknown) => error)
      expect(urls).not.toEqual([])
      expect(inspectAll([outcome, urls, output, client])).not.toContain(CANARY)
    },
  )

  it('does not leak into the error if it is not a valid header value', async () => {
    const client = createOptimizationClient({ baseUrl: '/api', getToken: () => `${CANARY}\n` })
    const error = await getRejection(call(client))
    expect(error).toMatchObject({ kind: 'invalid-request' })
    expect(inspectAll(error)).not.toContain(CANARY)
  })
})

describe('a token that', () => {
  const getJob = (getToken: () => unknown, fetch: (request: Request) => Promise<Response>) =>
    getRejection(
      createOptimizationClient({
        baseUrl: 'https://service.test',
        getToken: getToken as () => string,
        fetch,
      }).getJob(JOB),
    )
  const echo = async ({ headers }: Request) =>
    respond({ message: `no ${headers.get('Authorization')}` }, { status: 403 })

  it('has a line break at its end does not leak', async () => {
    expect(inspectAll(await getJob(() => `${CANARY}\n`, echo))).not.toContain(CANARY)
  })

  it('was replaced after a 401 does not leak', async () => {
    const tokens = ['fresh-token-1', CANARY]
    const error = await getJob(
      () => tokens.pop(),
      async () => respond({ message: `no ${CANARY}` }, { status: 401 }),
    )
    expect(error).toMatchObject({ status: 401 })
    expect(inspectAll(error)).not.toContain(CANARY)
  })

  it('is long, or not a valid part of a content type, does not leak in part', async () => {
    for (const token of [`${CANARY}=`.repeat(10), `${CANARY}/${CANARY}==`]) {
      const error = await getJob(
        () => token,
        async () => new Response('x', { headers: { 'Content-Type': token } }),
      )
      expect(error).toMatchObject({ kind: 'invalid-response' })
      expect(inspectAll(error)).not.toContain(CANARY)
    }
  })

  it('is echoed with an encoding that JSON escapes does not leak', async () => {
    const body = `{"message":"no ${CANARY.replaceAll('-', '\\u00252D')}"}`
    const error = await getJob(
      () => CANARY,
      async () => new Response(body, { status: 400 }),
    )
    expect(decodeURIComponent(String(Reflect.get(Object(error), 'serviceMessage')))).toBe('no [redacted]')
  })

  it.each([undefined, null, 1234567890, [CANARY]])('is not a string (%s) is not sent', async (token) => {
    const fetch = vi.fn()
    expect(await getJob(() => token, fetch)).toMatchObject({ name: 'OptimizationError', kind: 'token' })
    expect(fetch).not.toHaveBeenCalled()
  })

  it('is in an error that can’t be examined does not leak', async () => {
    const hostile = new Proxy(new Error(), {
      getPrototypeOf() {
        throw new Error(CANARY)
      },
    })
    const error = await getJob(
      () => CANARY,
      () => Promise.reject(hostile),
    )
    expect(error).toMatchObject({ kind: 'network' })
    expect(inspectAll(error)).not.toContain(CANARY)
  })
})

describe('the token of an app', () => {
  it.each<[string, (request: Request) => Promise<Response>]>([
    ['a job', respondWith(buildJob({ job_id: JOB_ID }))],
    ...FAILURES.filter(([name]) => name !== 'a timeout'),
  ])(
    'does not leak into the cache, dehydrated state, props or DOM when the outcome is %s',
    async (_, fetch) => {
      const output = collectConsoleOutput()
      const { wrapper: App, queryClient } = createTestApp({ fetch, getToken: () => CANARY })
      function Page() {
        const state = useOptimizationJob({ projectId: PROJECT_ID, jobId: JOB_ID })
        return <JobStatusCard state={state} />
      }
      const { container } = render(
        <>
          <Page />
          <JobList projectId={PROJECT_ID} />
          <StartJobForm projectId={PROJECT_ID} />
        </>,
        { wrapper: App },
      )
      await screen.findAllByText(/Prompt optimization/)
      await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0))

      const cached = queryClient.getQueryCache().getAll()
      expect(cached.length).toBeGreaterThan(1)
      expect(
        inspectAll(cached.map(({ queryKey, queryHash, state, meta }) => [queryKey, queryHash, state, meta])),
      ).not.toContain(CANARY)
      const everything = { shouldDehydrateQuery: () => true, shouldDehydrateMutation: () => true }
      expect(inspectAll(dehydrate(queryClient, everything))).not.toContain(CANARY)
      expect(container.outerHTML).not.toContain(CANARY)
      expect(inspectAll(collectPropsAndState(container))).not.toContain(CANARY)
      expect(inspectAll(output)).not.toContain(CANARY)
    },
  )
})

interface Fiber {
  memoizedProps: unknown
  memoizedState: unknown
  child: Fiber | null
  sibling: Fiber | null
}

/** Props and hook state of every component, as in React DevTools. */
function collectPropsAndState(container: Element): unknown[] {
  const key = Object.keys(container).find((name) => name.startsWith('__reactContainer$'))
  const root = (container as unknown as Record<string, { stateNode: { current: Fiber } }>)[key ?? '']
  const found: unknown[] = []
  const visit = (fiber: Fiber | null) => {
    if (!fiber) return
    found.push(inspectShallow(fiber.memoizedProps), inspectShallow(fiber.memoizedState))
    visit(fiber.child)
    visit(fiber.sibling)
  }
  visit(root?.stateNode.current ?? null)
  expect(found.length).toBeGreaterThan(50)
  return found
}

/** Limited depth, because React's cross-references reach everything. */
function inspectShallow(value: unknown): string {
  return inspect(value, { depth: 4 })
}
