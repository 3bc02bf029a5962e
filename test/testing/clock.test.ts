import { afterEach, describe, expect, it, vi } from 'vitest'
import { createJobSimulator } from '../../src/testing.js'
import { PROJECT_ID, START, setUp } from './setUp.js'

afterEach(() => void vi.useRealTimers())

describe('createJobSimulator now', () => {
  it('can jump forward and backward', async () => {
    const { simulator, wait, get } = setUp()
    const jobId = simulator.addJob({ projectId: PROJECT_ID })
    wait(400_000)
    expect((await get(jobId)).status).toBe('completed')
    wait(-340_000)
    expect(await get(jobId)).toMatchObject({ status: 'running', progress: { step: 2 }, completed_at: null })
    wait(-100_000)
    expect((await get(jobId)).status).toBe('pending')
  })

  it('defaults to the system clock, fake timers included', () => {
    const simulator = createJobSimulator()
    vi.useFakeTimers({ now: START })
    simulator.addJob({ projectId: PROJECT_ID })
    expect(simulator.jobs(PROJECT_ID)[0]).toMatchObject({
      status: 'pending',
      created_at: '2026-01-15T09:30:00.000Z',
    })
    vi.setSystemTime(START + 10_000)
    expect(simulator.jobs(PROJECT_ID)[0]).toMatchObject({ status: 'running' })
  })
})

describe('simulator.addJob', () => {
  it('accepts ageMs to start at any point of the timeline', () => {
    const { simulator } = setUp()
    simulator.addJob({ projectId: PROJECT_ID, ageMs: 60_000 })
    simulator.addJob({ projectId: PROJECT_ID, ageMs: 130_000 })
    expect(simulator.jobs(PROJECT_ID).map((job) => [job.created_at, job.progress?.step])).toEqual([
      ['2026-01-15T09:29:00.000Z', 2],
      ['2026-01-15T09:27:50.000Z', 3],
    ])
  })

  it('accepts a job ID and a start body', () => {
    const { simulator } = setUp()
    const jobId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
    const startBody = { prompt_template_version_id: 'v7', run_test_after_optimization: false }
    expect(simulator.addJob({ projectId: PROJECT_ID, jobId, startBody })).toBe(jobId)
    expect(simulator.jobs(PROJECT_ID)[0]).toMatchObject({
      job_id: jobId,
      original_version_id: 'v7',
      run_test_after_optimization: false,
    })
  })

  it('throws a helpful error for invalid options', () => {
    const { simulator } = setUp()
    const jobId = simulator.addJob({ projectId: PROJECT_ID })
    expect(() => simulator.addJob({ projectId: 'p' })).toThrow('projectId must be a UUID')
    expect(() => simulator.addJob({ projectId: PROJECT_ID, jobId: 'j' })).toThrow('jobId must be a UUID')
    expect(() => simulator.addJob({ projectId: PROJECT_ID, jobId: jobId.toUpperCase() })).toThrow('already')
    expect(() => simulator.addJob({ projectId: PROJECT_ID, scenario: 'toString' as 'happy' })).toThrow(
      'Unknown scenario "toString". Use one of: happy, ',
    )
  })
})

describe('createJobSimulator speed', () => {
  it('scales the timeline and keeps timestamps on the clock', () => {
    const { simulator, wait } = setUp({ speed: 20 })
    simulator.addJob({ projectId: PROJECT_ID })
    wait(150)
    expect(simulator.jobs(PROJECT_ID)[0]).toMatchObject({ status: 'running', progress: { step: 1 } })
    wait(16_000)
    expect(simulator.jobs(PROJECT_ID)[0]).toMatchObject({
      status: 'completed',
      created_at: '2026-01-15T09:30:00.000Z',
      completed_at: '2026-01-15T09:30:16.150Z',
    })
  })

  it('scales the cancellation delay', async () => {
    const { simulator, wait, get, cancel } = setUp({ speed: 20 })
    const jobId = simulator.addJob({ projectId: PROJECT_ID })
    await cancel(jobId)
    wait(99)
    expect((await get(jobId)).status).toBe('cancelling')
    wait(1)
    expect(await get(jobId)).toMatchObject({ status: 'cancelled', completed_at: '2026-01-15T09:30:00.100Z' })
  })

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('rejects %d', (speed) => {
    expect(() => createJobSimulator({ speed })).toThrow(RangeError)
  })
})

it('createJobSimulator generates distinct IDs in a test that mocks Math.random, and without crypto', () => {
  const { simulator } = setUp()
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  const addJob = () => simulator.addJob({ projectId: PROJECT_ID })
  expect(addJob()).not.toBe(addJob())
  vi.restoreAllMocks()
  vi.stubGlobal('crypto', undefined)
  expect(addJob()).not.toBe(addJob())
  vi.unstubAllGlobals()
})

it('createJobSimulator generates IDs with the given createId', async () => {
  let count = 0
  const createId = () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`
  const { start } = setUp({ createId })
  expect((await start()).body.job_id).toBe('00000000-0000-4000-8000-000000000001')
})
