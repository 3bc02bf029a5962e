import { describe, expect, it } from 'vitest'
import { scenarioNames } from '../../src/testing/simulator/scenarios.js'
import type { ScenarioName, WireJob } from '../../src/testing.js'
import { PROJECT_ID, START, START_BODY, setUp } from './setUp.js'

const SECOND = 1_000
const MINUTE = 60_000

/** Job of a scenario at the given age. */
function jobAfter(ageMs: number, scenario: ScenarioName): WireJob {
  const { simulator } = setUp()
  simulator.addJob({ projectId: PROJECT_ID, scenario, ageMs })
  return simulator.jobs(PROJECT_ID)[0] as WireJob
}

describe('the happy scenario', () => {
  it.each([
    [0, 'pending', null, null],
    [2.999, 'pending', null, null],
    [3, 'running', 1, 'Analyzing examples'],
    [47.999, 'running', 1, 'Analyzing examples'],
    [48, 'running', 2, 'Optimizing prompt'],
    [123, 'running', 3, 'Running baseline test'],
    [223, 'running', 4, 'Running optimized test'],
    [322.999, 'running', 4, 'Running optimized test'],
    [323, 'completed', 4, 'Running optimized test'],
  ])('after %d s has status %s and step %s', (seconds, status, step, step_name) => {
    const progress = step && { step, total_steps: 4, step_name }
    expect(jobAfter(seconds * SECOND, 'happy')).toMatchObject({ status, progress })
  })

  it('reports its data sources once the first step has finished', () => {
    expect(jobAfter(47 * SECOND, 'happy').data_sources_used).toBeNull()
    expect(jobAfter(48 * SECOND, 'happy').data_sources_used).toEqual({
      human_labels_count: 123,
      customer_feedback_count: 45,
    })
  })

  it('reports its results only once it has completed', () => {
    const results = (job: WireJob) => [
      job.optimized_version_id,
      job.test_run_id,
      job.comparison_id,
      job.changes_summary,
      job.completed_at,
    ]
    expect(results(jobAfter(322 * SECOND, 'happy'))).toEqual([null, null, null, null, null])
    const job = jobAfter(MINUTE * 60, 'happy')
    expect(results(job)).not.toContain(null)
    expect(job.changes_summary).toContain('\n- **Tone.**')
    expect(job.error_message).toBeNull()
    expect(Date.parse(job.completed_at ?? '') - Date.parse(job.created_at)).toBe(323 * SECOND)
  })
})

describe('the scenario', () => {
  it('withoutTestRun: completes after one step, without a test run', () => {
    expect(jobAfter(4 * SECOND, 'withoutTestRun')).toMatchObject({
      run_test_after_optimization: false,
      progress: { step: 1, total_steps: 1, step_name: 'Optimizing prompt' },
      data_sources_used: null,
    })
    const job = jobAfter(MINUTE * 60, 'withoutTestRun')
    expect(job).toMatchObject({ status: 'completed', test_run_id: null, comparison_id: null })
    expect(job).toMatchObject({ data_sources_used: { human_labels_count: 123 } })
    expect(job.optimized_version_id).not.toBeNull()
  })

  it('failed: fails in the third step with an error message and no results', () => {
    expect(jobAfter(MINUTE * 60, 'failed')).toMatchObject({
      status: 'failed',
      error_message: expect.stringContaining('has no example with a label of "tone".'),
      progress: { step: 3, total_steps: 4 },
      completed_at: new Date(START - MINUTE * 60 + 163 * SECOND).toISOString(),
      optimized_version_id: null,
      changes_summary: null,
    })
  })

  it('cancelled: is canceled in the second step', () => {
    expect(jobAfter(77 * SECOND, 'cancelled')).toMatchObject({ status: 'running', progress: { step: 2 } })
    expect(jobAfter(78 * SECOND, 'cancelled')).toMatchObject({ status: 'cancelling', completed_at: null })
    expect(jobAfter(MINUTE * 60, 'cancelled')).toMatchObject({
      status: 'cancelled',
      progress: { step: 2 },
      completed_at: new Date(START - MINUTE * 60 + 80 * SECOND).toISOString(),
      error_message: null,
    })
  })

  it('slow: stays in the second step for 20 minutes', () => {
    expect(jobAfter(20 * MINUTE, 'slow')).toMatchObject({ status: 'running', progress: { step: 2 } })
    expect(jobAfter(21 * MINUTE, 'slow')).toMatchObject({ status: 'running', progress: { step: 3 } })
  })

  it('unknownStatus: reports an unknown status while running', () => {
    expect(jobAfter(MINUTE, 'unknownStatus')).toMatchObject({ status: 'warming_up', progress: { step: 2 } })
    expect(jobAfter(MINUTE * 60, 'unknownStatus').status).toBe('completed')
  })

  it('noProgress: never reports a step', () => {
    expect(jobAfter(MINUTE, 'noProgress')).toMatchObject({ status: 'running', progress: null })
    expect(jobAfter(MINUTE * 60, 'noProgress').status).toBe('completed')
  })
})

describe('a job started without a test run', () => {
  it.each(scenarioNames)('%s: has a single step, no test run, and the same outcome', async (scenario) => {
    const { start, wait, get } = setUp({ scenario })
    const { body } = await start({ ...START_BODY, run_test_after_optimization: false })
    wait(4 * SECOND)
    if (scenario !== 'noProgress') {
      expect((await get(body.job_id)).progress).toEqual({
        step: 1,
        total_steps: 1,
        step_name: 'Optimizing prompt',
      })
    }
    wait(60 * MINUTE)
    const outcome = scenario === 'failed' || scenario === 'cancelled' ? scenario : 'completed'
    expect(await get(body.job_id)).toMatchObject({
      status: outcome,
      run_test_after_optimization: false,
      test_run_id: null,
      comparison_id: null,
    })
  })

  it('takes only as long as the steps that are not tests', async () => {
    const { start, wait, get } = setUp({ scenario: 'happy' })
    const { body } = await start({ ...START_BODY, run_test_after_optimization: false })
    wait(122 * SECOND)
    expect(await get(body.job_id)).toMatchObject({ status: 'running' })
    wait(SECOND)
    expect(await get(body.job_id)).toMatchObject({ status: 'completed' })
  })
})

describe('a custom scenario', () => {
  it('can be a plain object', () => {
    const { simulator, wait } = setUp({
      scenario: {
        pendingMs: 0,
        steps: [
          { name: 'One', durationMs: 10 },
          { name: 'Two', durationMs: Number.POSITIVE_INFINITY },
        ],
        ending: { outcome: 'completed', changesSummary: null },
        dataSourcesUsed: null,
      },
    })
    simulator.addJob({ projectId: PROJECT_ID })
    expect(simulator.jobs(PROJECT_ID)[0]).toMatchObject({ status: 'running', progress: { step_name: 'One' } })
    wait(MINUTE * 60 * 24)
    expect(simulator.jobs(PROJECT_ID)[0]).toMatchObject({
      status: 'running',
      progress: { step_name: 'Two' },
      data_sources_used: null,
    })
  })

  it('finishes immediately without steps and pending time', () => {
    const { simulator } = setUp()
    const ending = { outcome: 'completed', changesSummary: 'Nothing.' } as const
    simulator.addJob({ projectId: PROJECT_ID, scenario: { pendingMs: 0, steps: [], ending } })
    expect(simulator.jobs(PROJECT_ID)[0]).toMatchObject({ status: 'completed', progress: null })
  })

  it('can be selected by the start body', async () => {
    const { start, wait, get } = setUp({
      scenario: ({ user_instructions }) => (user_instructions === 'fail' ? 'failed' : 'happy'),
    })
    const failing = (await start({ ...START_BODY, user_instructions: 'fail' })).body.job_id
    const other = (await start()).body.job_id
    wait(MINUTE * 60)
    expect([(await get(failing)).status, (await get(other)).status]).toEqual(['failed', 'completed'])
  })
})
