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

const answer =
  (body: unknown, status = 200) =>
  async () =>
    respond(body, { status })
const FAILURES: [string, (request: Request) => Promise<Response>][] = [
  ['refused', answer({ message: 'no' }, 401)],
  ['forbidden', answer({ message: 'no' }, 403)],
  ['broken', answer('oops', 500)],
  ['busy', async () => respond({}, { status: 429, headers: { 'Retry-After': '9' } })],
  ['unreadable', async () => new Response('<html>', { status: 200 })],
  ['of another kind', answer({ job_id: 7 })],
  ['lost', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['too late', () => new Promise(() => {})],
]

/** Everything that can be seen of a value: hidden, inherited and nested. */
const allOf = (value: unknown) =>
  inspect(value, { showHidden: true, depth: 12, getters: true }) + JSON.stringify(value)

/** Everything that goes to the console. */
function listenToConsole() {
  const said: unknown[] = []
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, level).mockImplementation((...words) => void said.push(words))
  }
  return said
}

describe.each(CALLS)('the token of %s', (_, call) => {
  it.each(FAILURES)(
    'shows in no error, no URL and no line of the console when the call is %s',
    async (_name, fetch) => {
      const said = listenToConsole()
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
      // A cancel takes any 2xx for an answer.
      const outcome = await call(client).catch((error: unknown) => error)
      expect(urls).not.toEqual([])
      expect(allOf([outcome, urls, said, client])).not.toContain(CANARY)
    },
  )

  it('shows in no error when it is not fit for a header', async () => {
    const client = createOptimizationClient({ baseUrl: '/api', getToken: () => `${CANARY}\n` })
    const error = await getRejection(call(client))
    expect(error).toMatchObject({ kind: 'invalid-request' })
    expect(allOf(error)).not.toContain(CANARY)
  })
})

describe('the token of a page', () => {
  it.each<[string, (request: Request) => Promise<Response>]>([
    ['a job', answer(buildJob({ job_id: JOB_ID }))],
    ...FAILURES.slice(0, 7),
  ])('shows in no cache, no dehydrated state, no prop and no element with %s', async (_, fetch) => {
    const said = listenToConsole()
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
      allOf(cached.map(({ queryKey, queryHash, state, meta }) => [queryKey, queryHash, state, meta])),
    ).not.toContain(CANARY)
    const everything = { shouldDehydrateQuery: () => true, shouldDehydrateMutation: () => true }
    expect(allOf(dehydrate(queryClient, everything))).not.toContain(CANARY)
    expect(container.outerHTML).not.toContain(CANARY)
    expect(allOf(propsIn(container))).not.toContain(CANARY)
    expect(allOf(said)).not.toContain(CANARY)
  })
})

interface Fiber {
  memoizedProps: unknown
  memoizedState: unknown
  child: Fiber | null
  sibling: Fiber | null
}

/** The props and the hooks' state of every component, as React's developer tools show them. */
function propsIn(container: Element): unknown[] {
  const key = Object.keys(container).find((name) => name.startsWith('__reactContainer$'))
  const root = (container as unknown as Record<string, { stateNode: { current: Fiber } }>)[key ?? '']
  const found: unknown[] = []
  const visit = (fiber: Fiber | null) => {
    if (!fiber) return
    found.push(plain(fiber.memoizedProps), plain(fiber.memoizedState))
    visit(fiber.child)
    visit(fiber.sibling)
  }
  visit(root?.stateNode.current ?? null)
  expect(found.length).toBeGreaterThan(50)
  return found
}

/** Without React's own cross-references, which lead everywhere; functions show by their source. */
function plain(value: unknown): string {
  return inspect(value, { depth: 4 })
}
