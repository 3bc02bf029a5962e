import { describe, expect, it } from 'vitest'
import { createOptimizationClient } from '../../src/api.js'
import { getPromptVersion, getTestRun, listTestRuns } from '../../src/core/outcomeReads.js'
import { createJobSimulator, type ScenarioName } from '../../src/testing.js'
import { getRejection } from '../support/respond.js'

const PROJECT = { projectId: '0b6e7c1e-6a39-4a1b-9d2c-111111111111' }
const OTHER_PROJECT = { projectId: '0b6e7c1e-6a39-4a1b-9d2c-999999999999' }

/** A simulator with a job of this scenario that has just completed, and the client's view of it. */
async function setUp(scenario: ScenarioName = 'happy') {
  const simulator = createJobSimulator()
  const client = createOptimizationClient({ baseUrl: 'https://service.test/api/v2', fetch: simulator })
  const jobId = simulator.addJob({ ...PROJECT, scenario, ageMs: 324_000 })
  const job = await client.getJob({ ...PROJECT, jobId })
  const version = (versionId: string | null) =>
    getPromptVersion(client, {
      ...PROJECT,
      promptTemplateId: job.promptTemplateId,
      versionId: versionId ?? '',
    })
  const testRun = () => getTestRun(client, { ...PROJECT, testRunId: job.testRunId ?? '' })
  return { simulator, client, job, version, testRun }
}

describe('simulated prompt versions', () => {
  it('are those of the job, with edits, in several messages', async () => {
    const { job, version } = await setUp()
    const original = await version(job.originalVersionId)
    const optimized = await version(job.optimizedVersionId)
    expect(original).toMatchObject({ versionId: job.originalVersionId, versionName: 'v12' })
    expect(optimized).toMatchObject({ versionId: job.optimizedVersionId, versionName: 'v13' })
    expect(original.messages.map(({ kind }) => kind)).toEqual(['message', 'history', 'message'])
    expect(optimized.messages.map(({ kind }) => kind)).toEqual(['message', 'history', 'message'])
    expect(optimized.messages[0]).not.toEqual(original.messages[0])
    expect(optimized.messages[2]).toEqual(original.messages[2])
    expect([original.parameters.temperature, optimized.parameters.temperature]).toEqual([0.7, 0.4])
  })

  it('do not exist before the job has completed, nor in another project', async () => {
    const { simulator, client, job } = await setUp()
    const jobId = simulator.addJob(PROJECT)
    const running = await client.getJob({ ...PROJECT, jobId })
    const [stored] = simulator.jobs(PROJECT.projectId)
    expect(running.optimizedVersionId).toBeNull()
    expect(stored?.optimized_version_id).toBeNull()
    const { promptTemplateId, originalVersionId: versionId } = job
    const error = await getRejection(
      getPromptVersion(client, { ...OTHER_PROJECT, promptTemplateId, versionId }),
    )
    expect(error).toMatchObject({ status: 404 })
  })

  it('are the same for `identicalVersion`, also in its test runs', async () => {
    const { client, job } = await setUp('identicalVersion')
    expect(job.optimizedVersionId).toBe(job.originalVersionId)
    const { testRuns } = await listTestRuns(client, PROJECT)
    expect(testRuns.map(({ promptVersion }) => promptVersion)).toEqual(['v12', 'v12'])
  })

  it('are gone for `versionGone`', async () => {
    const { job, version } = await setUp('versionGone')
    await version(job.originalVersionId)
    expect(await getRejection(version(job.optimizedVersionId))).toMatchObject({ status: 404 })
  })

  it('need IDs that are UUIDs', async () => {
    const { version } = await setUp()
    const error = await getRejection(version('v13'))
    expect(error).toMatchObject({ status: 400, serviceMessage: 'version_id must be a UUID' })
  })
})

describe('simulated test runs', () => {
  it('have the figures of every kind of criterion', async () => {
    const { testRun } = await setUp()
    const { criteria, promptVersion } = await testRun()
    expect(promptVersion).toBe('v13')
    expect(criteria.map(({ name, evaluation }) => [name, evaluation])).toEqual([
      ['Tone', 'human'],
      ['Accuracy', 'auto'],
      ['Brevity', 'auto'],
      ['Valid JSON', 'client'],
    ])
  })

  it('are listed with that of the original version, newest first', async () => {
    const { client, job } = await setUp()
    const { testRuns } = await listTestRuns(client, PROJECT)
    expect(testRuns.map(({ promptVersion, status }) => [promptVersion, status])).toEqual([
      ['v13', 'complete'],
      ['v12', 'complete'],
    ])
    expect(testRuns[0]?.testRunId).toBe(job.testRunId)
    const baseline = await getTestRun(client, { ...PROJECT, testRunId: testRuns[1]?.testRunId ?? '' })
    expect(baseline).toMatchObject({
      promptVersion: 'v12',
      criteria: [{ passed: 21 }, { passed: 18 }, {}, {}],
    })
    expect(await listTestRuns(client, { ...PROJECT, page: 2, pageSize: 1 })).toMatchObject({
      testRuns: [{ promptVersion: 'v12' }],
      hasNext: false,
    })
  })

  it('get their figures later for `lateFigures`', async () => {
    const { simulator, client, testRun } = await setUp('lateFigures')
    expect(await testRun()).toMatchObject({ criteria: [] })
    expect((await listTestRuns(client, PROJECT)).testRuns[0]).toMatchObject({ status: 'in-progress' })
    simulator.advance(12_000)
    expect((await testRun()).criteria).toHaveLength(4)
  })

  it('have no criteria for `noCriteria`, and have failed for `testRunFailed`', async () => {
    const empty = await setUp('noCriteria')
    expect(await empty.testRun()).toMatchObject({ criteria: [] })
    const failed = await setUp('testRunFailed')
    expect(await failed.testRun()).toMatchObject({ criteria: [] })
    const { testRuns } = await listTestRuns(failed.client, PROJECT)
    expect(testRuns.map(({ status }) => status)).toEqual(['failed', 'complete'])
  })

  it('have figures of other shapes for `unknownShapes`', async () => {
    const { testRun } = await setUp('unknownShapes')
    const { criteria } = await testRun()
    expect(criteria).toEqual([
      { name: 'Tone', evaluation: 'human', passed: null, failed: null, averageScore: null },
      { name: 'Accuracy', evaluation: 'auto', passed: null, failed: null, averageScore: null },
      { name: 'Brevity', evaluation: 'auto', passed: null, failed: null, averageScore: 3.9 },
    ])
  })

  it('do not exist in another project', async () => {
    const { client, job } = await setUp()
    const error = await getRejection(getTestRun(client, { ...OTHER_PROJECT, testRunId: job.testRunId ?? '' }))
    expect(error).toMatchObject({ status: 404 })
  })
})
