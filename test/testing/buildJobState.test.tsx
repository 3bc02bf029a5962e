import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { JobStatusCard } from '../../src/index.js'
import { buildJobState } from '../../src/testingReact.js'

it('a state is that of its job, and live, without an error, unless said otherwise', () => {
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

it('without a job, it is loading, or what it is said to be', () => {
  expect(buildJobState(null).kind).toBe('loading')
  expect(buildJobState(null, { kind: 'idle' }).kind).toBe('idle')
  expect(buildJobState({}, { connection: 'offline' })).toMatchObject({
    kind: 'running',
    connection: 'offline',
  })
})

it('a job that the service could not answer is refused', () => {
  expect(() => buildJobState({ created_at: 'yesterday' })).toThrow(/ISO 8601/)
})
