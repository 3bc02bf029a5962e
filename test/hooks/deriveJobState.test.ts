import { describe, expect, it } from 'vitest'
import { OptimizationError } from '../../src/api.js'
import { mergeResponse } from '../../src/core/jobRecord.js'
import { optimizationJobSchema } from '../../src/core/schema.js'
import { deriveJobState, type JobStateInput } from '../../src/hooks/deriveJobState.js'
import { buildJob, type WireJob } from '../../src/testing.js'

const record = (fields?: Partial<WireJob>) =>
  mergeResponse(undefined, optimizationJobSchema.parse(buildJob(fields)), {
    receivedAt: 1_000,
    stallAfterMs: 600_000,
  })
const running = record()
const error = new OptimizationError('down', { kind: 'http', status: 503 })

/** Derives from a state that is enabled, online and polling, without a response. */
const derive = (input: Partial<JobStateInput> = {}) =>
  deriveJobState({
    isEnabled: true,
    record: undefined,
    error: null,
    consecutiveFailures: 0,
    isFinal: false,
    isOnline: true,
    isPolling: true,
    lastResponseAt: 0,
    pollDueAtMs: 9_000,
    ...input,
  })

const failing = { error, consecutiveFailures: 1 }

it.each<[string, Partial<JobStateInput>, string]>([
  ['idle without a job', { isEnabled: false }, 'idle'],
  ['idle also after a failure', { isEnabled: false, ...failing }, 'idle'],
  ['loading before the first response', {}, 'loading'],
  ['loading while the first request fails', failing, 'loading'],
  ['queued', { record: record({ status: 'pending' }) }, 'queued'],
  ['running', { record: running }, 'running'],
  ['running although it is not enabled', { record: running, isEnabled: false }, 'running'],
  ['running while requests fail', { record: running, ...failing }, 'running'],
  ['completed', { record: record({ status: 'completed' }) }, 'completed'],
  [
    'completed despite a final error',
    { record: record({ status: 'completed' }), error, isFinal: true },
    'completed',
  ],
  ['an error that is final', { record: running, error, isFinal: true }, 'error'],
  ['an error that is final, without a job', { error, isFinal: true }, 'error'],
  ['an error that is final, although it is not enabled', { error, isFinal: true, isEnabled: false }, 'error'],
])('the state is %s', (_, input, kind) => {
  const state = derive(input)
  expect(state.kind).toBe(kind)
  expect(state.job).toBe(input.record?.job ?? null)
})

it.each<[string, Partial<JobStateInput>, string]>([
  ['live', {}, 'live'],
  ['retrying after a failure', failing, 'retrying'],
  ['offline, also after a failure', { isOnline: false, ...failing }, 'offline'],
  ['paused, also after a failure', { isPolling: false, ...failing }, 'paused'],
  ['offline, also without polling', { isOnline: false, isPolling: false }, 'offline'],
  ['paused if it is not enabled, also offline', { isEnabled: false, isOnline: false }, 'paused'],
])('the connection of an active job is %s', (_, input, connection) => {
  expect(derive({ record: running, ...input }).connection).toBe(connection)
})

it.each<[string, Partial<JobStateInput>, string]>([
  [
    'of a job that is over',
    { record: record({ status: 'failed' }), isOnline: false, isPolling: false },
    'live',
  ],
  ['of no job', { isEnabled: false, isOnline: false }, 'live'],
  ['of a final error', { error, isFinal: true }, 'live'],
  ['of a final error, offline', { error, isFinal: true, isOnline: false }, 'offline'],
])('the connection %s', (_, input, connection) => {
  expect(derive(input).connection).toBe(connection)
})

describe('the rest of the state', () => {
  it('has the steps and the stall of the record', () => {
    expect(derive({ record: running })).toMatchObject({ steps: running.steps, stalledSince: null })
    expect(derive({ record: { ...running, stalledSince: 5 } }).stalledSince).toBe(5)
    expect(derive()).toMatchObject({ steps: [], stalledSince: null })
    expect(derive().steps).toBe(derive().steps)
  })

  it('has the error while requests fail and once one is final, and none once the job is over', () => {
    expect(derive({ record: running, ...failing }).error).toBe(error)
    expect(derive({ error, isFinal: true }).error).toBe(error)
    expect(derive({ isEnabled: false, ...failing }).error).toBe(error)
    expect(derive({ record: record({ status: 'completed' }), ...failing }).error).toBeNull()
  })

  it('says whether the job is being canceled while it is active', () => {
    const cancelling = record({ status: 'cancelling' })
    expect(derive({ record: cancelling }).isCancelling).toBe(true)
    expect(derive({ record: running }).isCancelling).toBe(false)
    expect(derive().isCancelling).toBe(false)
    expect(derive({ record: cancelling, error, isFinal: true }).isCancelling).toBe(false)
  })

  it('has the time of the latest response unless polling works', () => {
    const lastResponseAt = 7_000
    expect(derive({ record: running, lastResponseAt }).lastUpdatedAt).toBeNull()
    expect(derive({ record: running, lastResponseAt, ...failing }).lastUpdatedAt).toBe(7_000)
    expect(derive({ record: running, lastResponseAt, isOnline: false }).lastUpdatedAt).toBe(7_000)
    expect(derive({ record: running, lastResponseAt, error, isFinal: true }).lastUpdatedAt).toBe(7_000)
    expect(derive(failing).lastUpdatedAt).toBeNull()
  })

  it('has the time of the next poll only while it is a retry', () => {
    expect(derive({ record: running, ...failing }).nextPollAt).toBe(9_000)
    expect(derive({ record: running }).nextPollAt).toBeNull()
    expect(derive({ record: running, ...failing, isOnline: false }).nextPollAt).toBeNull()
    expect(derive({ error, isFinal: true }).nextPollAt).toBeNull()
  })
})
