import { render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { getErrorKey, JobStatusCard, type OptimizationJobState, useOptimizationJob } from '../../src/index.js'
import { en } from '../../src/locales.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, JOB_ID, PROJECT_ID } from '../support/renderJobHook.js'
import { answerWith, FAULTS, serveFaults } from './faultServer.js'

// The app's time stands still until the test moves it; sockets, and the server, have the real one.
const { setImmediate } = globalThis
const report = vi.spyOn(console, 'error')
beforeEach(() => {
  report.mockClear()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  expect(report).not.toHaveBeenCalled()
})

/** Lets the sockets, and React, do their work until this holds. */
async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 3_000
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`It never came to that: ${holds}`)
    await new Promise((resolve) => setImmediate(resolve))
    // TanStack Query tells its observers a moment later.
    await advance(1)
  }
}

const HOUR = 3_600_000
const TIMEOUT_MS = 10_000
const JOB = { projectId: PROJECT_ID, jobId: JOB_ID }
const running = answerWith({ job_id: JOB_ID })
const completed = answerWith({ job_id: JOB_ID, status: 'completed' })

// In a page, an answer without end is read until the time limit: see below, and for other places client.test.ts.
const endless = FAULTS.filter(({ isEndless }) => isEndless)
const passing = FAULTS.filter(({ error, isEndless }) => error.isRetryable !== false && !isEndless)
const final = FAULTS.filter(({ error, isEndless }) => error.isRetryable === false && !isEndless)

/** Watches the job over the network, on a card. */
function watch(baseUrl: string, timeoutMs = HOUR) {
  const { wrapper } = createTestApp({ fetch: (request) => fetch(request), baseUrl, timeoutMs })
  const result = {} as { current: OptimizationJobState }
  function Page() {
    result.current = useOptimizationJob(JOB)
    return <JobStatusCard state={result.current} locale="en" />
  }
  return { ...render(<Page />, { wrapper }), result }
}

/** What the person is told of the trouble, and what they can do about it. */
function expectWords({ container, getByRole, result }: ReturnType<typeof watch>): void {
  const { error } = result.current
  expect(container).toHaveTextContent(error ? en.error(getErrorKey(error)) : 'no error')
  expect(getByRole('button', { name: /^Try (now|again)$/ })).toBeVisible()
}

describe('while a job is watched, a server that', () => {
  test.each(endless.map((fault) => [fault.name, fault] as const))(
    '%s: is given up at the time limit, and asked again',
    async (_, { answer }) => {
      const server = await serveFaults(running, answer, completed)
      const page = watch(server.baseUrl, TIMEOUT_MS)
      const { result } = page
      await until(() => result.current.kind === 'running')
      await advance((result.current.nextPollAt ?? 0) - Date.now())
      await until(() => server.paths.length === 2)
      await advance(TIMEOUT_MS)
      await until(() => result.current.error !== null)
      expect(result.current).toMatchObject({ kind: 'running', error: { kind: 'timeout' } })
      expectWords(page)
      await advance((result.current.nextPollAt ?? 0) - Date.now())
      await until(() => result.current.kind === 'completed')
    },
  )

  test.each(passing.map((fault) => [fault.name, fault] as const))(
    '%s: leaves the job on the screen, says what is wrong, and is asked again until it is well',
    async (_, { answer, error }) => {
      const server = await serveFaults(running, answer, completed)
      const isLate = error.kind === 'timeout'
      const page = watch(server.baseUrl, isLate ? TIMEOUT_MS : HOUR)
      const { result } = page
      await until(() => result.current.kind === 'running')

      await advance((result.current.nextPollAt ?? 0) - Date.now())
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
      expectWords(page)
      const waitMs = (result.current.nextPollAt ?? 0) - Date.now()
      const wantedMs = error.retryAfterMs ?? 5_250
      expect(Math.abs(waitMs - wantedMs)).toBeLessThan(1_000)

      await advance(waitMs)
      await until(() => result.current.kind === 'completed')
      expect(result.current).toMatchObject({ connection: 'live', error: null, nextPollAt: null })
      expect(page.getByText('Completed')).toBeVisible()
      await advance(HOUR)
      expect(server.paths).toHaveLength(3)
    },
  )

  test.each(final.map((fault) => [fault.name, fault] as const))(
    '%s: leaves the job on the screen, says that this is final, and is not asked again',
    async (_, { answer, error }) => {
      const server = await serveFaults(running, answer)
      const page = watch(server.baseUrl)
      const { result } = page
      await until(() => result.current.kind === 'running')
      await advance((result.current.nextPollAt ?? 0) - Date.now())
      await until(() => result.current.kind === 'unavailable')
      expect(result.current).toMatchObject({
        job: { jobId: JOB_ID },
        connection: 'live',
        error,
        nextPollAt: null,
      })
      expect(page.getByText('Optimizing prompt')).toBeVisible()
      expectWords(page)
      await advance(HOUR)
      expect(server.paths).toHaveLength(2)
    },
  )

  test.each([...passing, ...final].map((fault) => [fault.name, fault] as const))(
    '%s: from the first request on leaves the card with words and a button',
    async (_, { answer, error }) => {
      const server = await serveFaults(answer)
      const isLate = error.kind === 'timeout'
      const page = watch(server.baseUrl, isLate ? TIMEOUT_MS : HOUR)
      await until(() => server.paths.length === 1)
      if (isLate) await advance(TIMEOUT_MS)
      await until(() => page.result.current.error !== null)
      expect(page.result.current.kind).toBe(error.isRetryable === false ? 'unavailable' : 'loading')
      expectWords(page)
    },
  )
})
