import { render, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { JobStatusCard, useOptimizationJob } from '../../src/index.js'
import { buildJobState, createTestApp } from '../../src/testingReact.js'
import { JOB_ID, PROJECT_ID, pass } from '../support/watch.js'
import { answerWith, FAULTS, serveFaults } from './faultServer.js'

// The app's time stands still until the test moves it; sockets, and the server, have the real one.
const { setImmediate } = globalThis
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
})
afterEach(() => void vi.useRealTimers())

/** Lets the sockets, and React, do their work until this holds. */
async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 3_000
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`It never came to that: ${holds}`)
    await new Promise((resolve) => setImmediate(resolve))
    // TanStack Query tells its observers a moment later.
    await pass(1)
  }
}

const HOUR = 3_600_000
const TIMEOUT_MS = 10_000
const JOB = { projectId: PROJECT_ID, jobId: JOB_ID }
const running = answerWith({ job_id: JOB_ID })
const completed = answerWith({ job_id: JOB_ID, status: 'completed' })

// In a page, an answer without end is read until the time limit: see below, and for other places client.test.ts.
const isEndless = ({ name }: (typeof FAULTS)[number]) => name.endsWith('without end')
const passing = FAULTS.filter((fault) => fault.error.isRetryable !== false && !isEndless(fault))
const final = FAULTS.filter((fault) => fault.error.isRetryable === false && !isEndless(fault))

/** Watches the job over the network. */
function watch(baseUrl: string, timeoutMs = HOUR) {
  const { wrapper } = createTestApp({ fetch: (request) => fetch(request), baseUrl, timeoutMs })
  return { ...renderHook(() => useOptimizationJob(JOB), { wrapper }), wrapper }
}

describe('while a job is watched, a server that', () => {
  test.each(FAULTS.filter(isEndless).map((fault) => [fault.name, fault] as const))(
    '%s: is given up at the time limit, and asked again',
    async (_, { answer }) => {
      const server = await serveFaults(running, answer, completed)
      const { result } = watch(server.baseUrl, TIMEOUT_MS)
      await until(() => result.current.kind === 'running')
      await pass((result.current.nextCheckAt ?? 0) - Date.now())
      await until(() => server.paths.length === 2)
      await pass(TIMEOUT_MS)
      await until(() => result.current.error !== null)
      expect(result.current).toMatchObject({ kind: 'running', error: { kind: 'timeout' } })
      await pass((result.current.nextCheckAt ?? 0) - Date.now())
      await until(() => result.current.kind === 'completed')
    },
  )

  test.each(passing.map((fault) => [fault.name, fault] as const))(
    '%s: leaves the job on the screen, says what is wrong, and is asked again until it is well',
    async (_, { answer, error }) => {
      const server = await serveFaults(running, answer, completed)
      const isLate = error.kind === 'timeout'
      const { result } = watch(server.baseUrl, isLate ? TIMEOUT_MS : HOUR)
      await until(() => result.current.kind === 'running')

      await pass((result.current.nextCheckAt ?? 0) - Date.now())
      await until(() => server.paths.length === 2)
      if (isLate) await pass(TIMEOUT_MS)
      await until(() => result.current.error !== null)
      expect(result.current).toMatchObject({
        kind: 'running',
        job: { jobId: JOB_ID },
        connection: 'retrying',
        error: { ...error, isRetryable: true },
      })
      const waitMs = (result.current.nextCheckAt ?? 0) - Date.now()
      const wantedMs = error.retryAfterMs ?? 5_250
      expect(Math.abs(waitMs - wantedMs)).toBeLessThan(1_000)

      await pass(waitMs)
      await until(() => result.current.kind === 'completed')
      expect(result.current).toMatchObject({ connection: 'live', error: null, nextCheckAt: null })
      await pass(HOUR)
      expect(server.paths).toHaveLength(3)
    },
  )

  test.each(final.map((fault) => [fault.name, fault] as const))(
    '%s: leaves the job on the screen, says that this is final, and is not asked again',
    async (_, { answer, error }) => {
      const server = await serveFaults(running, answer)
      const { result } = watch(server.baseUrl)
      await until(() => result.current.kind === 'running')
      await pass((result.current.nextCheckAt ?? 0) - Date.now())
      await until(() => result.current.kind === 'unavailable')
      expect(result.current).toMatchObject({
        job: { jobId: JOB_ID },
        connection: 'live',
        error,
        nextCheckAt: null,
      })
      await pass(HOUR)
      expect(server.paths).toHaveLength(2)
    },
  )

  test.each(
    passing
      .slice(0, 1)
      .concat(final.slice(0, 1))
      .map((fault) => [fault.name, fault] as const),
  )(
    '%s: from the first request on leaves the card with words and a button, and nothing is thrown',
    async (_, { answer, error }) => {
      const server = await serveFaults(answer)
      const { result, wrapper } = watch(server.baseUrl)
      function Page() {
        return <JobStatusCard state={useOptimizationJob(JOB)} />
      }
      const page = render(<Page />, { wrapper })
      await until(() => result.current.error !== null)
      expect(result.current.kind).toBe(error.isRetryable === false ? 'unavailable' : 'loading')
      expect(page.getByRole('button', { name: /try/i })).toBeVisible()
    },
  )
})

describe('a service whose clock is not that of this machine', () => {
  const isoIn = (ms: number) => new Date(Date.now() + ms).toISOString()
  const shownFor = (wire: Parameters<typeof buildJobState>[0]) =>
    render(<JobStatusCard state={buildJobState(wire)} locale="en" />).container

  test.each([
    ['an hour ahead', HOUR, '0:00'],
    ['an hour behind', -HOUR, '1:00:00'],
  ])('%s: the time so far is never less than nothing, and runs on', async (_, ms, elapsed) => {
    const page = shownFor({ status: 'running', created_at: isoIn(ms) })
    expect(page).toHaveTextContent(elapsed)
    await pass(2_000)
    expect(page).toHaveTextContent(ms > 0 ? elapsed : '1:00:02')
    expect(page.textContent).not.toMatch(/[-−]\s?\d|NaN|Invalid/)
  })

  test('a job that was over before it began, or ends in an hour, shows no time less than nothing', () => {
    for (const [created, ended] of [
      [HOUR, -HOUR],
      [0, HOUR],
      [-HOUR, HOUR],
    ] as const) {
      const page = shownFor({ status: 'completed', created_at: isoIn(created), completed_at: isoIn(ended) })
      expect(page.textContent).not.toMatch(/[-−]\d+ ?[smhd]|NaN|Invalid/)
    }
  })
})
