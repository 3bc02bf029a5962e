import { expect, it } from 'vitest'
import { buildJob } from '../../src/testing.js'

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
