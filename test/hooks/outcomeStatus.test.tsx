import { render, renderHook, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OptimizationJob } from '../../src/api.js'
import { JobOutcome } from '../../src/diff.js'
import { useOptimizationOutcome } from '../../src/outcome.js'
import { createJobSimulator } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, PROJECT_ID, settle } from '../support/renderJobHook.js'
import { respond } from '../support/respond.js'

const NOW = Date.parse('2026-01-15T12:00:00Z')
const JOB_MS = 323_000

beforeEach(() => void vi.useFakeTimers({ now: NOW }))
afterEach(() => void vi.useRealTimers())

const FIGURES = { auto_evaluation: { Helpful: { pass: 8, fail: 2 } } }

interface ServedRun {
  version: string
  status?: string
  hasFigures?: boolean
}

/** A job that has just completed, and a service with these test runs: that of the job first. */
async function setUp(serve: () => [ServedRun, ...ServedRun[]], testRunDelayMs = 0) {
  const simulator = createJobSimulator()
  const paths: string[] = []
  const ids: string[] = []
  const toRun = ({ version, hasFigures }: ServedRun, index: number) => ({
    id: ids[index],
    prompt_name: 'Support',
    prompt_version: version,
    created_at: Math.floor((NOW - 60_000) / 1_000),
    summary_statistics: hasFigures ? FIGURES : {},
  })
  const fetch = async (request: Request) => {
    const path = new URL(request.url).pathname.split('/test-runs')[1]
    if (path === undefined) return simulator(request)
    paths.push(path)
    if (path === '')
      return respond({
        test_runs: serve().map((run, index) => ({ ...toRun(run, index), status: run.status })),
      })
    const index = ids.findIndex((id) => path.endsWith(id))
    if (testRunDelayMs > 0) await new Promise((resolve) => setTimeout(resolve, testRunDelayMs))
    const run = serve()[index]
    return run ? respond(toRun(run, index)) : respond({ message: 'Signed out' }, { status: 401 })
  }
  const app = createTestApp({ fetch })
  const addJob = async () => {
    const jobId = simulator.addJob({ projectId: PROJECT_ID, ageMs: JOB_MS + 1_000 })
    return app.client.getJob({ projectId: PROJECT_ID, jobId })
  }
  const job = await addJob()
  ids.push(job.testRunId ?? '', crypto.randomUUID())
  return { ...app, paths, ids, job, addJob }
}

const renderOutcome = ({ wrapper, job }: Awaited<ReturnType<typeof setUp>>) =>
  renderHook(
    (props: { job: OptimizationJob }) => useOptimizationOutcome({ projectId: PROJECT_ID, ...props }),
    {
      wrapper,
      initialProps: { job },
    },
  )

describe('the status of a test run', () => {
  it('is not that before its figures', async () => {
    const isOver = () => Date.now() > NOW + 6_000
    const app = await setUp(
      () => [{ version: 'v13', status: isOver() ? 'complete' : 'in-progress', hasFigures: isOver() }],
      1_500,
    )
    const { result } = renderOutcome(app)
    await settle(60_000)
    expect(result.current.tests).toMatchObject({
      status: 'complete',
      testRun: { criteria: [{ name: 'Helpful' }] },
    })
  })

  it('is fetched once more, and not for ever, where it does not fit the figures', async () => {
    const app = await setUp(() => [{ version: 'v13', status: 'in-progress', hasFigures: true }], 500)
    const { result } = renderOutcome(app)
    await settle(60_000)
    expect(result.current.tests).toMatchObject({ status: 'in-progress' })
    expect(app.paths.filter((path) => path === '')).toHaveLength(2)
  })

  it('is polled for each job, also after those of other jobs', async () => {
    let completeAt = Number.POSITIVE_INFINITY
    const run = (): ServedRun => ({
      version: 'v13',
      status: Date.now() > completeAt ? 'complete' : 'in-progress',
      hasFigures: Date.now() > completeAt,
    })
    const app = await setUp(() => [run(), run()])
    const { result, rerender } = renderOutcome(app)
    await settle(60_000)
    const job = await app.addJob()
    app.ids[1] = job.testRunId ?? ''
    completeAt = Date.now() + 12_000
    rerender({ job })
    await settle(30_000)
    expect(result.current.tests).toMatchObject({ status: 'complete', testRun: { testRunId: job.testRunId } })
  })

  it('is that of the test run that is shown', async () => {
    const app = await setUp(() => [
      { version: 'v12', status: 'complete' },
      { version: 'v13', status: 'failed' },
    ])
    render(<JobOutcome projectId={PROJECT_ID} job={app.job} />, app)
    await settle(60_000)
    expect(screen.getByText('The test failed.')).toBeVisible()
  })
})

it('stops polling a test run that can no longer be fetched', async () => {
  let isGone = false
  const app = await setUp(() => (isGone ? ([] as never) : [{ version: 'v13', status: 'in-progress' }]))
  renderOutcome(app)
  await advance(1_000)
  isGone = true
  await advance(600_000)
  expect(app.paths.filter((path) => path !== '').length).toBeLessThanOrEqual(7)
})
