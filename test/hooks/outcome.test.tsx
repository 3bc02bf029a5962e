import { dehydrate, hydrate, QueryClient, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { render, renderHook, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OptimizationJob } from '../../src/api.js'
import {
  promptVersionOptions,
  testRunOptions,
  type UseOptimizationOutcomeOptions,
  useOptimizationOutcome,
} from '../../src/outcome.js'
import { createJobSimulator, type ScenarioName } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, PROJECT_ID, settle } from '../support/renderJobHook.js'

const NOW = Date.parse('2026-01-15T12:00:00Z')
const JOB_MS = 323_000

beforeEach(() => void vi.useFakeTimers({ now: NOW }))
afterEach(() => void vi.useRealTimers())

/** A simulator with a job of this scenario, which by default has just completed. */
async function setUp(scenario: ScenarioName = 'happy', ageMs = JOB_MS + 1_000) {
  const simulator = createJobSimulator()
  const app = createTestApp({ fetch: simulator })
  const jobId = simulator.addJob({ projectId: PROJECT_ID, scenario, ageMs })
  const job = await app.client.getJob({ projectId: PROJECT_ID, jobId })
  const reads = () =>
    simulator.requests.flatMap(({ operation }) => (operation === 'getJob' ? [] : [operation]))
  const renderOutcome = (options: Partial<UseOptimizationOutcomeOptions> = {}) =>
    renderHook(
      (props: Partial<UseOptimizationOutcomeOptions>) =>
        useOptimizationOutcome({ projectId: PROJECT_ID, job, ...props }),
      { wrapper: app.wrapper, initialProps: options },
    )
  return { simulator, ...app, job, reads, renderOutcome }
}

describe('useOptimizationOutcome', () => {
  it('is idle and fetches nothing before the job has completed', async () => {
    const { reads, renderOutcome } = await setUp('happy', 60_000)
    const { result, rerender } = renderOutcome()
    await advance(5_000)
    expect(result.current).toEqual({ kind: 'idle', changes: { kind: 'none' }, tests: { kind: 'none' } })
    rerender({ job: null })
    await advance(5_000)
    expect(result.current.kind).toBe('idle')
    expect(reads()).toEqual([])
  })

  it('fetches both versions and both test runs once, and never again', async () => {
    const { reads, renderOutcome } = await setUp()
    const { result, rerender } = renderOutcome()
    expect(result.current.kind).toBe('loading')
    await settle()
    expect(result.current).toMatchObject({
      kind: 'ready',
      changes: { kind: 'ready', original: { versionName: 'v12' }, optimized: { versionName: 'v13' } },
      tests: {
        kind: 'ready',
        testRun: { promptVersion: 'v13' },
        testedVersion: 'optimized',
        status: 'complete',
        otherTestRun: { promptVersion: 'v12' },
        otherError: null,
      },
    })
    const before = result.current
    rerender({})
    await advance(3_600_000)
    expect(result.current).toBe(before)
    expect(reads()).toEqual([
      'getPromptVersion',
      'getPromptVersion',
      'getTestRun',
      'listTestRuns',
      'getTestRun',
    ])
  })

  it('shows the test run of the job where the list of test runs is not allowed', async () => {
    const { simulator, reads, renderOutcome } = await setUp()
    simulator.injectFault({ status: 403 }, { operation: 'listTestRuns', times: 9 })
    const { result } = renderOutcome()
    await advance(60_000)
    expect(result.current).toMatchObject({
      kind: 'ready',
      tests: {
        kind: 'ready',
        testedVersion: 'optimized',
        status: null,
        otherTestRun: null,
        otherError: null,
      },
    })
    expect(reads().filter((operation) => operation === 'listTestRuns')).toHaveLength(1)
  })

  it('is still looking for the other test run while the versions that name it are loading', async () => {
    const { simulator, renderOutcome } = await setUp()
    simulator.injectFault({ delayMs: 5_000 }, { operation: 'getPromptVersion', times: 2 })
    const { result } = renderOutcome()
    await settle(3_000)
    expect(result.current.tests).toMatchObject({ kind: 'ready', otherTestRun: null, isLoadingOther: true })
    await settle(5_000)
    expect(result.current.tests).toMatchObject({
      otherTestRun: { promptVersion: 'v12' },
      isLoadingOther: false,
    })
  })

  it('ignores the test runs of an earlier job, whose versions have the same names', async () => {
    const { simulator, renderOutcome } = await setUp()
    simulator.addJob({ projectId: PROJECT_ID, ageMs: 3 * JOB_MS })
    const { result } = renderOutcome()
    await settle()
    expect(result.current.tests).toMatchObject({ otherTestRun: { promptVersion: 'v12' } })
  })

  it('finds no other test run where two of them could be it', async () => {
    const { simulator, renderOutcome } = await setUp()
    simulator.addJob({ projectId: PROJECT_ID, ageMs: JOB_MS + 60_000 })
    const { result } = renderOutcome()
    await settle()
    expect(result.current.tests).toMatchObject({ testedVersion: 'optimized', otherTestRun: null })
  })

  it('does not look for the other test run if the app says so', async () => {
    const { reads, renderOutcome } = await setUp()
    const { result } = renderOutcome({ otherTestRunId: null })
    await settle()
    expect(result.current.tests).toMatchObject({ testedVersion: 'optimized', otherTestRun: null })
    expect(reads()).toEqual(['getPromptVersion', 'getPromptVersion', 'getTestRun'])
  })

  it('has the status of a test run without figures', async () => {
    const { result } = (await setUp('testRunFailed')).renderOutcome()
    await settle()
    expect(result.current.tests).toMatchObject({ testRun: { criteria: [] }, status: 'failed' })
  })

  it('fetches the other test run where the app knows its ID', async () => {
    const { simulator, job, reads, renderOutcome } = await setUp()
    const response = await simulator(
      new Request(`https://service.test/api/v2/projects/${PROJECT_ID}/test-runs`),
    )
    const { test_runs: testRuns } = (await response.json()) as { test_runs: { id: string }[] }
    const otherTestRunId = testRuns.find(({ id }) => id !== job.testRunId)?.id
    const { result } = renderOutcome({ otherTestRunId })
    await settle()
    expect(result.current.tests).toMatchObject({
      kind: 'ready',
      testRun: { promptVersion: 'v13' },
      otherTestRun: { promptVersion: 'v12' },
    })
    expect(reads().filter((operation) => operation === 'listTestRuns')).toHaveLength(1)
  })

  it('keeps the test run of the job when the other one can’t be fetched', async () => {
    const { renderOutcome } = await setUp()
    const { result } = renderOutcome({ otherTestRunId: '0b6e7c1e-6a39-4a1b-9d2c-999999999999' })
    await settle()
    expect(result.current).toMatchObject({
      kind: 'ready',
      tests: { kind: 'ready', otherTestRun: null, otherError: { status: 404 } },
    })
  })

  it('has no tests for a job without a test run', async () => {
    const { reads, renderOutcome } = await setUp('withoutTestRun')
    const { result } = renderOutcome()
    await settle()
    expect(result.current).toMatchObject({ kind: 'ready', tests: { kind: 'none' } })
    expect(reads()).toEqual(['getPromptVersion', 'getPromptVersion'])
  })

  it('fetches an identical version once', async () => {
    const { reads, renderOutcome } = await setUp('identicalVersion')
    const { result } = renderOutcome()
    await settle()
    const { changes } = result.current
    expect(changes.kind === 'ready' && changes.original).toBe(changes.kind === 'ready' && changes.optimized)
    expect(reads()).toEqual(['getPromptVersion', 'getTestRun'])
  })

  it('is partial when a version is gone, and shows it again once it is back', async () => {
    const { simulator, renderOutcome } = await setUp()
    simulator.injectFault({ status: 404 }, { operation: 'getPromptVersion' })
    const { result } = renderOutcome()
    await settle()
    expect(result.current).toMatchObject({
      kind: 'partial',
      changes: { kind: 'error', error: { status: 404 } },
      tests: { kind: 'ready' },
    })
    const { changes } = result.current
    if (changes.kind === 'error') await changes.refetch()
    await settle()
    expect(result.current.kind).toBe('ready')
  })

  it('is an error when both halves have failed, and each is retried alone', async () => {
    const { simulator, reads, renderOutcome } = await setUp()
    simulator.injectFault({ status: 403 }, { times: 3 })
    const { result } = renderOutcome()
    await settle()
    expect(result.current).toMatchObject({
      kind: 'error',
      changes: { kind: 'error', error: { status: 403 } },
      tests: { kind: 'error', error: { status: 403 } },
    })
    const { tests } = result.current
    if (tests.kind === 'error') await tests.refetch()
    await settle()
    expect(result.current).toMatchObject({ kind: 'partial', tests: { kind: 'ready' } })
    expect(reads().filter((operation) => operation !== 'listTestRuns')).toHaveLength(4)
  })

  it('retries what may succeed later three times, respecting Retry-After', async () => {
    const { simulator, reads, renderOutcome } = await setUp()
    simulator.injectFault({ status: 429, retryAfter: 20 }, { operation: 'getTestRun' })
    simulator.injectFault({ status: 503 }, { operation: 'getTestRun', times: 9 })
    const { result } = renderOutcome()
    await advance(19_000)
    expect(reads().filter((operation) => operation === 'getTestRun')).toHaveLength(1)
    await advance(60_000)
    expect(result.current).toMatchObject({
      kind: 'partial',
      tests: { kind: 'error', error: { status: 503 } },
    })
    expect(reads().filter((operation) => operation === 'getTestRun')).toHaveLength(4)
  })

  it('fetches nothing while it is disabled, and then shows what is cached', async () => {
    const { queryClient, client, job, reads, renderOutcome } = await setUp()
    const { result } = renderOutcome({ enabled: false })
    await advance(5_000)
    expect(reads()).toEqual([])
    expect(result.current.kind).toBe('loading')
    const version = { projectId: PROJECT_ID, promptTemplateId: job.promptTemplateId }
    for (const versionId of [job.originalVersionId, job.optimizedVersionId ?? ''])
      await queryClient.prefetchQuery(promptVersionOptions(client, { ...version, versionId }))
    await settle()
    expect(result.current.changes.kind).toBe('ready')
  })

  it('switches to another job', async () => {
    const { simulator, client, renderOutcome } = await setUp()
    const { result, rerender } = renderOutcome()
    await settle()
    const jobId = simulator.addJob({ projectId: PROJECT_ID, scenario: 'noCriteria', ageMs: JOB_MS + 1_000 })
    const job: OptimizationJob = await client.getJob({ projectId: PROJECT_ID, jobId })
    rerender({ job })
    expect(result.current.kind).toBe('loading')
    await settle()
    expect(result.current.tests).toMatchObject({ testRun: { testRunId: job.testRunId, criteria: [] } })
  })
})

describe('testRunOptions', () => {
  it('polls a test run without figures every 5 s until it has them', async () => {
    const { reads, renderOutcome } = await setUp('lateFigures')
    const { result } = renderOutcome()
    await advance()
    expect(result.current.tests).toMatchObject({ kind: 'ready', testRun: { criteria: [] } })
    await advance(20_000)
    expect(result.current.tests).toMatchObject({ testRun: { criteria: [{}, {}, {}, {}] } })
    const count = reads().length
    await advance(600_000)
    expect(reads()).toHaveLength(count)
  })

  it('stops after six more polls without figures', async () => {
    const { reads, renderOutcome } = await setUp('noCriteria')
    renderOutcome({ otherTestRunId: null })
    await advance(600_000)
    expect(reads().filter((operation) => operation === 'getTestRun')).toHaveLength(7)
  })

  it('fetches once where the job has been over for long', async () => {
    const { reads, renderOutcome } = await setUp('noCriteria', JOB_MS + 3_600_000)
    renderOutcome({ otherTestRunId: null })
    await advance(600_000)
    expect(reads().filter((operation) => operation === 'getTestRun')).toHaveLength(1)
  })
})

describe('the options of a version', () => {
  const versionOf = (job: OptimizationJob) => ({
    projectId: PROJECT_ID,
    promptTemplateId: job.promptTemplateId,
    versionId: job.originalVersionId,
  })

  it('work with Suspense', async () => {
    const { client, job, wrapper } = await setUp()
    function Name() {
      return <p>{useSuspenseQuery(promptVersionOptions(client, versionOf(job))).data.versionName}</p>
    }
    render(
      <Suspense fallback="Loading">
        <Name />
      </Suspense>,
      { wrapper },
    )
    expect(screen.getByText('Loading')).toBeVisible()
    await advance()
    expect(screen.getByText('v12')).toBeVisible()
  })

  it('work with hydration: what a server has fetched is not fetched again', async () => {
    const { client, job, reads } = await setUp()
    const server = new QueryClient()
    await server.prefetchQuery(promptVersionOptions(client, versionOf(job)))
    await server.prefetchQuery(
      testRunOptions(client, { projectId: PROJECT_ID, testRunId: job.testRunId ?? '' }),
    )
    const count = reads().length
    const state = JSON.parse(JSON.stringify(dehydrate(server)))
    const browser = new QueryClient()
    hydrate(browser, state)
    const { wrapper } = createTestApp({ fetch: createJobSimulator(), queryClient: browser })
    const { result } = renderHook(() => useQuery(promptVersionOptions(client, versionOf(job))), { wrapper })
    expect(result.current.data?.versionName).toBe('v12')
    await advance(60_000)
    expect(reads()).toHaveLength(count)
    server.clear()
    browser.clear()
  })
})
