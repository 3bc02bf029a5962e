import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { JobStatusCard } from '../../src/index.js'
import { buildJobState } from '../../src/testingReact.js'

it('buildJobState derives a live state without an error from the job by default', () => {
  const state = buildJobState({
    status: 'failed',
    error_message: 'No data.',
    completed_at: '2026-01-15T09:34:02Z',
  })
  expect(state).toMatchObject({
    kind: 'failed',
    job: { errorMessage: 'No data.' },
    connection: 'live',
    error: null,
  })
  render(<JobStatusCard state={state} />)
  expect(screen.getByText('No data.')).toBeVisible()
})

it('buildJobState without a job is loading unless kind is given', () => {
  expect(buildJobState(null).kind).toBe('loading')
  expect(buildJobState(null, { kind: 'idle' }).kind).toBe('idle')
  expect(buildJobState({}, { connection: 'offline' })).toMatchObject({
    kind: 'running',
    connection: 'offline',
  })
})

it('buildJobState throws for an invalid job', () => {
  expect(() => buildJobState({ created_at: 'yesterday' })).toThrow(/ISO 8601/)
})
