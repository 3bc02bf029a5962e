import { describe, expect, it } from 'vitest'
import { optimizationJobSchema } from '../../src/api.js'
import type { OptimizationJob } from '../../src/core/job.js'
import { type JobRecord, mergeResponse } from '../../src/core/jobRecord.js'
import { buildJob, type WireJob } from '../../src/testing.js'

const MINUTE = 60_000

const job = (overrides?: Partial<WireJob>): OptimizationJob =>
  optimizationJobSchema.parse(buildJob({ job_id: 'a', created_at: '2026-01-01T00:00:00Z', ...overrides }))
const buildStep = (step: number, total = 4) => ({
  progress: { step, total_steps: total, step_name: `Step ${step}` },
})
const inStep = (step: number, total = 4) => job(buildStep(step, total))

/** Records one answer a minute. */
function recordAll(...answers: OptimizationJob[]): JobRecord {
  let record: JobRecord | undefined
  answers.forEach((answer, minute) => {
    record = mergeResponse(record, answer, { seenAt: minute * MINUTE, stallAfterMs: 10 * MINUTE })
  })
  if (!record) throw new Error('no answers')
  return record
}

describe('what is remembered of a job', () => {
  it('keeps each step with the times at which it was first seen and seen to be over', () => {
    expect(recordAll(inStep(1), inStep(1), inStep(2), inStep(2), inStep(3)).steps).toMatchObject([
      { step: 1, name: 'Step 1', firstSeenAt: 0, endedAt: 2 * MINUTE },
      { step: 2, name: 'Step 2', firstSeenAt: 2 * MINUTE, endedAt: 4 * MINUTE },
      { step: 3, name: 'Step 3', firstSeenAt: 4 * MINUTE, endedAt: null },
    ])
  })

  it.each(['completed', 'failed', 'cancelled'])('ends the step under way when the job is %s', (status) => {
    expect(recordAll(inStep(3), inStep(4), job({ status, progress: null })).steps).toMatchObject([
      { step: 3, endedAt: MINUTE },
      { step: 4, endedAt: 2 * MINUTE },
    ])
  })

  it('does not end a step while nothing is said of the next', () => {
    const steps = recordAll(inStep(1), job({ progress: null }), inStep(1)).steps
    expect(steps).toMatchObject([{ step: 1, firstSeenAt: 0, endedAt: null }])
  })

  it('takes what an answer says that names no step, and a step that is named late', () => {
    const counts = { human_labels_count: 7, customer_feedback_count: 3 }
    expect(recordAll(inStep(2), job({ progress: null, data_sources_used: counts })).job).toMatchObject({
      progress: { step: 2 },
      dataSourcesUsed: { humanLabelsCount: 7, customerFeedbackCount: 3 },
    })
    expect(recordAll(job({ progress: null }), inStep(1)).job).toMatchObject({ progress: { step: 1 } })
  })

  it('leaves the steps as they are when something else has changed', () => {
    const next = job({ ...buildStep(3), data_sources_used: null })
    expect(recordAll(inStep(1), inStep(2), inStep(3), next).steps).toMatchObject([
      { step: 1, endedAt: MINUTE },
      { step: 2, firstSeenAt: MINUTE, endedAt: 2 * MINUTE },
      { step: 3, firstSeenAt: 2 * MINUTE, endedAt: null },
    ])
  })

  it('is the same record for an answer with nothing new, also while the job is stalled', () => {
    const stalled = recordAll(...Array.from({ length: 15 }, () => inStep(1)))
    const options = { seenAt: 16 * MINUTE, stallAfterMs: 10 * MINUTE }
    expect(mergeResponse(stalled, inStep(1), options)).toBe(stalled)
  })

  it('takes another name for another step, and keeps the time of each', () => {
    const renamed = job({ progress: { step: 1, total_steps: 4, step_name: 'Renamed' } })
    expect(recordAll(inStep(1), renamed).steps).toMatchObject([
      { name: 'Step 1', endedAt: MINUTE },
      { name: 'Renamed', endedAt: null },
    ])
  })

  it('knows which step had begun before anybody looked', () => {
    const seenFromStart = (...answers: OptimizationJob[]) =>
      recordAll(...answers).steps.map((step) => step.isStartObserved)
    expect(seenFromStart(inStep(2), inStep(3))).toEqual([false, true])
    expect(seenFromStart(job({ status: 'pending', progress: null }), inStep(1))).toEqual([true])
  })

  it('has no steps for a job that was over when it was first seen', () => {
    expect(recordAll(job({ status: 'completed' })).steps).toEqual([])
  })

  it('stays the same object when an answer brings nothing new', () => {
    const record = recordAll(inStep(1))
    expect(mergeResponse(record, inStep(1), { seenAt: MINUTE, stallAfterMs: 10 * MINUTE })).toBe(record)
  })

  it('does not go back to an earlier step of the same plan', () => {
    const record = recordAll(inStep(1), inStep(3), inStep(2))
    expect(record.job.progress?.step).toBe(3)
    expect(record.steps.map(({ step }) => step)).toEqual([1, 3])
  })

  it('takes nothing from an answer that is of an earlier step', () => {
    const steps = recordAll(inStep(1), inStep(2))
    const late = job({ ...buildStep(1), data_sources_used: null })
    expect(mergeResponse(steps, late, { seenAt: 3 * MINUTE, stallAfterMs: 10 * MINUTE })).toBe(steps)
  })

  it('follows a plan of another length', () => {
    expect(recordAll(inStep(3), inStep(1, 6)).job.progress).toMatchObject({ step: 1, totalSteps: 6 })
  })

  it('does not go back to an earlier phase', () => {
    expect(recordAll(inStep(1), job({ status: 'pending', progress: null })).job.phase).toBe('running')
    expect(recordAll(job({ status: 'completed' }), inStep(4)).job.phase).toBe('completed')
  })

  it('keeps the last step when a later answer names none', () => {
    const failed = recordAll(inStep(3), job({ status: 'failed', progress: null }))
    expect(failed.job).toMatchObject({ phase: 'failed', progress: { step: 3 } })
  })

  it('says since when nothing has moved, once that is longer than the limit', () => {
    const still = (minutes: number) =>
      recordAll(inStep(1), ...Array.from({ length: minutes }, () => inStep(2)))
    expect(still(10).stalledSince).toBeNull()
    expect(still(11).stalledSince).toBe(MINUTE)
    expect(still(30).stalledSince).toBe(MINUTE)
    expect(recordAll(...Array.from({ length: 15 }, () => inStep(1)), inStep(2)).stalledSince).toBeNull()
  })

  it('does not call a job stalled that is over', () => {
    const over = job({ status: 'completed' })
    expect(recordAll(...Array.from({ length: 15 }, () => over)).stalledSince).toBeNull()
  })
})
