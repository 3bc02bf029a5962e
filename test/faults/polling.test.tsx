import { render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { getErrorKey, JobStatusCard, type OptimizationJobState, useOptimizationJob } from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, JOB_ID, PROJECT_ID } from '../support/renderJobHook.js'
import { FAULTS, respondWithJob, serveFaults } from './faultServer.js'

// Fake timers for the app, real ones for the sockets and the server.
const { setImmediate } = globalThis
const consoleError = vi.spyOn(console, 'error')
beforeEach(() => {
  consoleError.mockClear()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  expect(consoleError).not.toHaveBeenCalled()
})

/** Runs sockets and React until the condition holds. */
async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 20_000
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Timed out waiting for: ${condition}`)
    await new Promise((resolve) => setImmediate(resolve))
    // TanStack Query notifies its observers in a timeout.
    await advance(1)
  }
}

const HOUR = 3_600_000
// The longest delay in an earlier step: 10 s plus 5 %.
const POLL_MS = 10_500
const TIMEOUT_MS = 10_000
const JOB = { projectId: PROJECT_ID, jobId: JOB_ID }
const running = respondWithJob({ job_id: JOB_ID })
const completed = respondWithJob({ job_id: JOB_ID, status: 'completed' })

// jsdom reads an endless response until the timeout, unlike Node.js (see client.test.ts).
const endless = FAULTS.filter(({ isEndless }) => isEndless)
const retryable = FAULTS.filter(({ error, isEndless }) => error.isRetryable !== false && !isEndless)
const nonRetryable = FAULTS.filter(({ error, isEndless }) => error.isRetryable === false && !isEndless)

/** Renders a polling card against a real server. */
function renderCard(baseUrl: string, timeoutMs = HOUR) {
  const { wrapper } = createTestApp({ fetch: (request) => fetch(request), baseUrl, timeoutMs })
  const result = {} as { current: OptimizationJobState }
  function Page() {
    result.current = useOptimizationJob(JOB)
    return <JobStatusCard state={result.current} locale="en" />
  }
  return { ...render(<Page />, { wrapper }), result }
}

/** Expects the error message and a retry button. */
function expectErrorWithRetry({ container, getByRole, result }: ReturnType<typeof renderCard>): void {
  const { error } = result.current
  expect(container).toHaveTextContent(error ? en.error(getErrorKey(error)) : 'no error')
  expect(getByRole('button', { name: /^Retry( now)? (Job [\w-]+|Prompt optimization)$/ })).toBeVisible()
}

describe('useOptimizationJob when the server', () => {
  test.each(endless.map((fault) => [fault.name, fault] as const))(
    '%s times out and retries',
    async (_, { handler }) => {
      const server = await serveFaults(running, handler, completed)
      const page = renderCard(server.baseUrl, TIMEOUT_MS)
      const { result } = page
      await until(() => result.current.kind === 'running')
      await advance(POLL_MS)
      await until(() => server.paths.length === 2)
      await advance(TIMEOUT_MS)
      await until(() => result.current.error !== null)
      expect(result.current).toMatchObject({ kind: 'running', error: { kind: 'timeout' } })
      expectErrorWithRetry(page)
      await advance((result.current.nextPollAt ?? 0) - Date.now())
      await until(() => result.current.kind === 'completed')
    },
  )

  test.each(retryable.map((fault) => [fault.name, fault] as const))(
    '%s keeps the job on screen, renders the error, and retries until it succeeds',
    async (_, { handler, error }) => {
      const server = await serveFaults(running, handler, completed)
      const isLate = error.kind === 'timeout'
      const page = renderCard(server.baseUrl, isLate ? TIMEOUT_MS : HOUR)
      const { result } = page
      await until(() => result.current.kind === 'running')

      await advance(POLL_MS)
      await until(() => server.paths.length === 2)
      if (isLate) await advance(TIMEOUT_MS)
      await until(() => result.current.error !== null)
      expect(result.current).toMatchObject({
        kind: 'running',
        job: { jobId: JOB_ID },
        connection: 'retrying',
        error: { ...error, isRetryable: true },
      })
      expect(page.getByText('Optimizing prompt')).toBeVisible()
      expectErrorWithRetry(page)
      const waitMs = (result.current.nextPollAt ?? 0) - Date.now()
      const expectedMs = error.retryAfterMs ?? 5_250
      expect(Math.abs(waitMs - expectedMs)).toBeLessThan(1_000)

      await advance(waitMs)
      await until(() => result.current.kind === 'completed')
      expect(result.current).toMatchObject({ connection: 'live', error: null, nextPollAt: null })
      expect(page.getByText('Completed')).toBeVisible()
      await advance(HOUR)
      expect(server.paths).toHaveLength(3)
    },
  )

  test.each(nonRetryable.map((fault) => [fault.name, fault] as const))(
    '%s keeps the job on screen, renders the non-retryable error, and stops polling',
    async (_, { handler, error }) => {
      const server = await serveFaults(running, handler)
      const page = renderCard(server.baseUrl)
      const { result } = page
      await until(() => result.current.kind === 'running')
      await advance(POLL_MS)
      await until(() => result.current.kind === 'error')
      expect(result.current).toMatchObject({
        job: { jobId: JOB_ID },
        connection: 'live',
        error,
        nextPollAt: null,
      })
      expect(page.getByText('Optimizing prompt')).toBeVisible()
      expectErrorWithRetry(page)
      await advance(HOUR)
      expect(server.paths).toHaveLength(2)
    },
  )

  test.each([...retryable, ...nonRetryable].map((fault) => [fault.name, fault] as const))(
    '%s on the first request renders the error and a retry button',
    async (_, { handler, error }) => {
      const server = await serveFaults(handler)
      const isLate = error.kind === 'timeout'
      const page = renderCard(server.baseUrl, isLate ? TIMEOUT_MS : HOUR)
      await until(() => server.paths.length === 1)
      if (isLate) await advance(TIMEOUT_MS)
      await until(() => page.result.current.error !== null)
      expect(page.result.current.kind).toBe(error.isRetryable === false ? 'error' : 'loading')
      expectErrorWithRetry(page)
    },
  )
})
