import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { getClockId, readClock } from '../../src/core/deviceClock.js'
import type { OptimizationJob } from '../../src/core/job.js'
import { asJobRecord, type JobRecord, mergeResponse } from '../../src/core/jobRecord.js'
import { optimizationJobSchema } from '../../src/core/schema.js'
import { buildJob, type WireJob } from '../../src/testing.js'

const MINUTE = 60_000

const job = (overrides?: Partial<WireJob>): OptimizationJob =>
  optimizationJobSchema.parse(buildJob({ job_id: 'a', created_at: '2026-01-01T00:00:00Z', ...overrides }))
const buildStep = (step: number, total = 4) => ({
  progress: { step, total_steps: total, step_name: `Step ${step}` },
})
const atStep = (step: number, total = 4) => job(buildStep(step, total))

/** Merges one response per minute. */
function mergeAll(...responses: OptimizationJob[]): JobRecord {
  let record: JobRecord | undefined
  responses.forEach((response, minute) => {
    record = mergeResponse(record, response, { receivedAt: minute * MINUTE, stallAfterMs: 10 * MINUTE })
  })
  if (!record) throw new Error('no responses')
  return record
}

describe('mergeResponse', () => {
  it('records when each step was first seen and when it ended', () => {
    expect(mergeAll(atStep(1), atStep(1), atStep(2), atStep(2), atStep(3)).steps).toMatchObject([
      { step: 1, name: 'Step 1', firstObservedAt: 0, endedAt: 2 * MINUTE },
      { step: 2, name: 'Step 2', firstObservedAt: 2 * MINUTE, endedAt: 4 * MINUTE },
      { step: 3, name: 'Step 3', firstObservedAt: 4 * MINUTE, endedAt: null },
    ])
  })

  it.each(['completed', 'failed', 'cancelled'])('ends the current step when the job is %s', (status) => {
    expect(mergeAll(atStep(3), atStep(4), job({ status, progress: null })).steps).toMatchObject([
      { step: 3, endedAt: MINUTE },
      { step: 4, endedAt: 2 * MINUTE },
    ])
  })

  it('keeps a step open until the next step is reported', () => {
    const steps = mergeAll(atStep(1), job({ progress: null }), atStep(1)).steps
    expect(steps).toMatchObject([{ step: 1, firstObservedAt: 0, endedAt: null }])
  })

  it('merges a response without progress, and progress that arrives late', () => {
    const counts = { human_labels_count: 7, customer_feedback_count: 3 }
    expect(mergeAll(atStep(2), job({ progress: null, data_sources_used: counts })).job).toMatchObject({
      progress: { step: 2 },
      dataSourcesUsed: { humanLabelsCount: 7, customerFeedbackCount: 3 },
    })
    expect(mergeAll(job({ progress: null }), atStep(1)).job).toMatchObject({ progress: { step: 1 } })
  })

  it('keeps the steps when only another field changes', () => {
    const next = job({ ...buildStep(3), data_sources_used: null })
    expect(mergeAll(atStep(1), atStep(2), atStep(3), next).steps).toMatchObject([
      { step: 1, endedAt: MINUTE },
      { step: 2, firstObservedAt: MINUTE, endedAt: 2 * MINUTE },
      { step: 3, firstObservedAt: 2 * MINUTE, endedAt: null },
    ])
  })

  it('returns the same record for an unchanged response while the job is stalled', () => {
    const stalled = mergeAll(...Array.from({ length: 15 }, () => atStep(1)))
    const options = { receivedAt: 16 * MINUTE, stallAfterMs: 10 * MINUTE }
    expect(mergeResponse(stalled, atStep(1), options)).toBe(stalled)
  })

  it('treats a renamed step as a new step with its own times', () => {
    const renamed = job({ progress: { step: 1, total_steps: 4, step_name: 'Renamed' } })
    expect(mergeAll(atStep(1), renamed).steps).toMatchObject([
      { name: 'Step 1', endedAt: MINUTE },
      { name: 'Renamed', endedAt: null },
    ])
  })

  it('marks a step that had started before the first response', () => {
    const startObserved = (...responses: OptimizationJob[]) =>
      mergeAll(...responses).steps.map((step) => step.isStartObserved)
    expect(startObserved(atStep(2), atStep(3))).toEqual([false, true])
    expect(startObserved(job({ status: 'pending', progress: null }), atStep(1))).toEqual([true])
  })

  it('has no steps when the first response is terminal', () => {
    expect(mergeAll(job({ status: 'completed' })).steps).toEqual([])
  })

  it('returns the same record for an unchanged response', () => {
    const record = mergeAll(atStep(1))
    expect(mergeResponse(record, atStep(1), { receivedAt: MINUTE, stallAfterMs: 10 * MINUTE })).toBe(record)
  })

  it('ignores an earlier step when the number of steps is unchanged', () => {
    const record = mergeAll(atStep(1), atStep(3), atStep(2))
    expect(record.job.progress?.step).toBe(3)
    expect(record.steps.map(({ step }) => step)).toEqual([1, 3])
  })

  it('ignores every field of a stale response', () => {
    const steps = mergeAll(atStep(1), atStep(2))
    const stale = job({ ...buildStep(1), data_sources_used: null })
    expect(mergeResponse(steps, stale, { receivedAt: 3 * MINUTE, stallAfterMs: 10 * MINUTE })).toBe(steps)
  })

  it('accepts an earlier step when the number of steps changes', () => {
    expect(mergeAll(atStep(3), atStep(1, 6)).job.progress).toMatchObject({ step: 1, totalSteps: 6 })
  })

  it('ignores an earlier phase', () => {
    expect(mergeAll(atStep(1), job({ status: 'pending', progress: null })).job.phase).toBe('running')
    expect(mergeAll(job({ status: 'completed' }), atStep(4)).job.phase).toBe('completed')
  })

  it('keeps the last step when a later response has no progress', () => {
    const failed = mergeAll(atStep(3), job({ status: 'failed', progress: null }))
    expect(failed.job).toMatchObject({ phase: 'failed', progress: { step: 3 } })
  })

  it('sets stalledSince once there is no progress for longer than stallAfterMs', () => {
    const withoutProgress = (minutes: number) =>
      mergeAll(atStep(1), ...Array.from({ length: minutes }, () => atStep(2)))
    expect(withoutProgress(10).stalledSince).toBeNull()
    expect(withoutProgress(11).stalledSince).toBe(MINUTE)
    expect(withoutProgress(30).stalledSince).toBe(MINUTE)
    expect(mergeAll(...Array.from({ length: 15 }, () => atStep(1)), atStep(2)).stalledSince).toBeNull()
  })

  it('does not mark a finished job as stalled', () => {
    const completed = job({ status: 'completed' })
    expect(mergeAll(...Array.from({ length: 15 }, () => completed)).stalledSince).toBeNull()
  })
})

describe('asJobRecord', () => {
  const HOUR = 60 * MINUTE
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-01-01T10:00:00Z') }))
  afterEach(() => void vi.useRealTimers())

  /** Two steps, of which the first is over, observed at 8:01. */
  const buildRecord = (fields: object = {}): JobRecord => {
    const start = Date.parse('2026-01-01T08:00:00Z')
    return {
      ...mergeAll(atStep(1), atStep(2)),
      clock: getClockId(),
      changedAt: start,
      observedAt: start + MINUTE,
      steps: [
        { step: 1, name: 'Step 1', firstObservedAt: start - HOUR, endedAt: start, isStartObserved: true },
        { step: 2, name: 'Step 2', firstObservedAt: start, endedAt: null, isStartObserved: true },
      ],
      ...fields,
    }
  }

  it('returns a record of this clock itself', () => {
    const record = buildRecord()
    expect(asJobRecord(record)).toBe(record)
  })

  it('moves the times of another clock so that the last observation is now, once', () => {
    const record = buildRecord({ clock: 1, stalledSince: 1 })
    const moved = asJobRecord(record)
    const now = Date.now()
    expect(moved).toEqual({
      ...record,
      clock: getClockId(),
      observedAt: now,
      changedAt: now - MINUTE,
      stalledSince: now - MINUTE,
      steps: [
        {
          ...record.steps[0],
          firstObservedAt: now - MINUTE - HOUR,
          endedAt: now - MINUTE,
          isStartObserved: true,
        },
        // It began before this page looked.
        { ...record.steps[1], firstObservedAt: now - MINUTE, endedAt: null, isStartObserved: false },
      ],
    })
    vi.advanceTimersByTime(HOUR)
    expect(asJobRecord(record)).toBe(moved)
  })

  it('observes no start that was not observed before, and no stall', () => {
    const record = buildRecord({ clock: 1 })
    const steps = record.steps.map((step) => ({ ...step, isStartObserved: false }))
    expect(asJobRecord({ ...record, steps })).toMatchObject({
      stalledSince: null,
      steps: [{ isStartObserved: false }, { isStartObserved: false }],
    })
  })

  it('moves the times again when the clock of the page jumps', () => {
    const record = buildRecord()
    expect(asJobRecord(record)).toBe(record)
    vi.setSystemTime(Date.now() + HOUR)
    readClock()
    expect(asJobRecord(record)).toMatchObject({ observedAt: Date.now(), clock: getClockId() })
  })

  /** Fields of a record with a changed job, or with one more step. */
  const withJob = (fields: object) => ({ job: { ...atStep(2), ...fields } })
  const withStep = (fields: object | null) => {
    const { steps } = mergeAll(atStep(1), atStep(2))
    return { steps: [...steps, fields && { ...steps[0], ...fields }] }
  }

  // Functions, so that nothing fails before the test.
  it.each<[string, () => object]>([
    ['another version', () => ({ version: 2 })],
    ['no job', () => ({ job: null })],
    ['a job without an ID', () => withJob({ jobId: undefined })],
    ['a phase that is not known', () => withJob({ phase: 'paused' })],
    ['a summary that is not text', () => withJob({ changesSummary: 1 })],
    ['an error message that is not text', () => withJob({ errorMessage: {} })],
    ['progress without a name', () => withJob({ progress: { step: 1, totalSteps: 2 } })],
    ['no progress', () => withJob({ progress: undefined })],
    ['a time that is not a number', () => ({ changedAt: 'now' })],
    ['no time', () => ({ observedAt: undefined })],
    ['no steps', () => ({ steps: null })],
    ['an empty step', () => withStep(null)],
    ['a step without a time', () => withStep({ firstObservedAt: null })],
    ['a step without a name', () => withStep({ name: undefined })],
  ])('is undefined for a record with %s, each time', (_, getFields) => {
    const data = buildRecord(getFields())
    expect([asJobRecord(data), asJobRecord(data)]).toEqual([undefined, undefined])
  })

  it.each([undefined, null, 'a'])('is undefined for %j', (data) => {
    expect(asJobRecord(data)).toBeUndefined()
  })

  it.each([
    ['text and no progress', { changesSummary: '- Shorter', errorMessage: 'none', progress: null }],
    ['no text', { changesSummary: null, errorMessage: null }],
  ])('accepts a job with %s', (_, fields) => {
    expect(asJobRecord(buildRecord(withJob(fields)))?.job).toMatchObject(fields)
  })
})
