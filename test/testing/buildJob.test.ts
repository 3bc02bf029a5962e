import { afterEach, expect, it, vi } from 'vitest'
import { buildJob } from '../../src/testing.js'

afterEach(() => void vi.useRealTimers())

it('buildJob returns an equal running job on every call', () => {
  expect(buildJob()).toMatchObject({
    status: 'running',
    progress: { step: 2, total_steps: 4 },
    completed_at: null,
  })
  expect(buildJob()).toEqual(buildJob())
  expect(buildJob()).not.toBe(buildJob())
})

it('buildJob applies overrides and omits fields that are undefined', () => {
  expect(buildJob({ status: 'failed', error_message: 'No examples.' })).toMatchObject({
    status: 'failed',
    error_message: 'No examples.',
  })
  expect(JSON.parse(JSON.stringify(buildJob({ progress: undefined })))).not.toHaveProperty('progress')
})

it('buildJob returns a job that was created 3 min 12 s ago by a clock that was set', () => {
  for (const now of ['2031-05-04T12:00:00Z', '2021-05-04T12:00:00Z', '2021-05-05T12:00:00Z']) {
    vi.useFakeTimers({ now: Date.parse(now) })
    expect(Date.now() - Date.parse(buildJob().created_at)).toBe(192_000)
  }
})

it('buildJob returns the same job while the clock advances by less than a day', () => {
  vi.useFakeTimers()
  const job = buildJob()
  vi.advanceTimersByTime(12 * 3_600_000)
  expect(buildJob()).toEqual(job)
})

it('buildJob creates a completed job before its completion', () => {
  const { created_at } = buildJob({ status: 'completed', completed_at: '2026-01-15T09:33:12Z' })
  expect(created_at).toBe('2026-01-15T09:30:00.000Z')
  expect(buildJob({ completed_at: 'yesterday' }).created_at).toMatch(/^\d{4}-/)
})
