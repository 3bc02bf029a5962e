import { act, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { OptimizationError, type OptimizationErrorKind } from '../../../src/api.js'
import { JobStatusCard, type OptimizationJobState } from '../../../src/index.js'
import { buildJobState } from '../../../src/testingReact.js'
import { advance } from '../../support/renderJobHook.js'
import { buildStep, freezeTime, minutesAgo, NOW, renderCard, setUpUser } from './setUp.js'

freezeTime()

describe('JobStatusCard for a non-retryable error', () => {
  const errorState = (kind: OptimizationErrorKind, status?: number): OptimizationJobState =>
    buildJobState(null, {
      kind: 'error',
      error: new OptimizationError('for developers', { kind, status, serviceMessage: 'in its own words' }),
    })

  it.each<[OptimizationErrorKind, number | undefined, RegExp]>([
    ['http', 400, /Invalid request. Check the project ID and job ID/],
    ['http', 401, /session has expired. Sign in again/],
    ['http', 403, /don’t have access to this job. Ask/],
    ['http', 404, /Job not found. Check the link/],
    ['http', 410, /rejected the request/],
    ['invalid-request', undefined, /Invalid request. Check .* and API URL/],
  ])('says what happened and what to do (%s %s)', (kind, status, sentence) => {
    renderCard(errorState(kind, status))
    expect(screen.getByText(sentence)).toBeVisible()
    expect(screen.getByText('in its own words')).toBeVisible()
    expect(screen.queryByText('for developers')).toBeNull()
  })

  it('retries on click and renders “Retrying…” meanwhile', async () => {
    const user = setUpUser()
    let resolveRefetch = () => {}
    const refetch = vi.fn(() => new Promise<void>((resolve) => (resolveRefetch = resolve)))
    renderCard({ ...errorState('http', 404), refetch })
    await user.click(screen.getByRole('button', { name: 'Retry Prompt optimization' }))
    await user.click(screen.getByRole('button', { name: 'Retrying… Prompt optimization' }))
    expect(refetch).toHaveBeenCalledTimes(1)
    await act(async () => resolveRefetch())
    expect(screen.getByRole('button', { name: 'Retry Prompt optimization' })).toHaveFocus()
  })
})

describe('JobStatusCard connection status', () => {
  it('moves focus to the card when “Retry now” succeeds', async () => {
    const { rerender } = renderCard(retrying())
    screen.getByRole('button', { name: /^Retry now/ }).focus()
    await act(async () => rerender(<JobStatusCard state={buildJobState({})} locale="en" />))
    expect(screen.getByRole('article')).toHaveFocus()
  })

  it('renders the service’s own words below the sentence', () => {
    const details = { kind: 'http', status: 503, serviceMessage: 'Maintenance until 14:00' } as const
    renderCard(
      buildJobState({}, { connection: 'retrying', error: new OptimizationError('for developers', details) }),
    )
    expect(screen.getByText('Maintenance until 14:00')).toBeVisible()
    expect(screen.queryByText('for developers')).toBeNull()
  })

  const retrying = () =>
    buildJobState(
      {},
      {
        connection: 'retrying',
        error: new OptimizationError('for developers', { kind: 'network' }),
        lastUpdatedAt: NOW - 4_000,
        nextPollAt: NOW + 8_000,
      },
    )

  it('keeps the last state, shows the error and counts down to the next poll', async () => {
    renderCard(retrying())
    expect(screen.getByText('Optimizing prompt')).toBeVisible()
    expect(screen.getByText('Can’t reach the service.')).toBeVisible()
    expect(screen.getByText('Last updated 4s ago · Retrying in 8s')).toBeVisible()
    await advance(5_000)
    expect(screen.getByText('Last updated 9s ago · Retrying in 3s')).toBeVisible()
    await advance(3_000)
    expect(screen.getByText('Last updated 12s ago · Retrying…')).toBeVisible()
  })

  it('rounds up, so that it never renders 0 seconds', () => {
    renderCard({ ...retrying(), lastUpdatedAt: NOW - 300, nextPollAt: NOW + 300 })
    expect(screen.getByText('Last updated just now · Retrying in 1s')).toBeVisible()
  })

  it('refetches on “Retry now”', async () => {
    const refetch = vi.fn(async () => {})
    renderCard({ ...retrying(), refetch })
    await setUpUser().click(screen.getByRole('button', { name: 'Retry now Job 3c90c3cc' }))
    expect(refetch).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['offline', /You’re offline/],
    ['paused', /Updates are paused/],
  ] as const)('says that updates are %s', (connection, sentence) => {
    renderCard(buildJobState({}, { connection }))
    expect(screen.getByText(sentence)).toBeVisible()
  })

  it('after a non-retryable error, says that a retry is up to the user, or resumes on reconnect', async () => {
    const error = new OptimizationError('for developers', { kind: 'http', status: 404 })
    const offline = buildJobState(null, { kind: 'error', connection: 'offline', error, isFetching: false })
    const { rerender } = renderCard({ ...offline, refetch: () => new Promise<void>(() => {}) })
    expect(screen.getByText('You’re offline. Retry when you’re back online.')).toBeVisible()
    const button = screen.getByRole('button', { name: 'Retry Prompt optimization' })
    await setUpUser().click(button)
    rerender(<JobStatusCard state={{ ...offline, isFetching: true }} />)
    expect(screen.getByText('You’re offline. Updates resume when you reconnect.')).toBeVisible()
    expect(button).toHaveTextContent('Retry')
    rerender(<JobStatusCard state={{ ...offline, connection: 'live', isFetching: true }} />)
    expect(button).toHaveTextContent('Retrying…')
  })

  it('renders nothing while the connection is live', () => {
    renderCard(buildJobState({}, { lastUpdatedAt: NOW, nextPollAt: NOW + 8_000 }))
    expect(screen.queryByText(/Last updated/)).toBeNull()
  })
})

describe('JobStatusCard clocks', () => {
  const INTERRUPTED = ['retrying', 'offline', 'paused'] as const
  const job = { created_at: minutesAgo(30) }
  const polling = { steps: [buildStep(2, 5, null)], stalledSince: NOW - 20 * 60_000 }
  const stepTime = () => document.querySelector('.rpo-step-time')?.textContent

  it.each(INTERRUPTED)('stand at the last update while the connection is %s', async (connection) => {
    const state = buildJobState(job, { ...polling, connection, lastUpdatedAt: NOW - 120_000 })
    const { rerender } = renderCard(state)
    await setUpUser().click(screen.getByRole('button', { name: /^Details/ }))
    for (let time = 0; time < 2; time++) {
      expect(screen.getByText('Running for 28:00')).toBeVisible()
      expect(screen.getByText('No progress for 18m')).toBeVisible()
      expect(stepTime()).toBe('3:00')
      await advance(90_000)
    }
    expect(screen.getByText(/^Last updated 5m ago/)).toBeVisible()
    rerender(<JobStatusCard state={buildJobState(job, polling)} locale="en" />)
    expect(screen.getByText('Running for 33:00')).toBeVisible()
    expect(screen.getByText('No progress for 23m')).toBeVisible()
    expect(stepTime()).toBe('8:00')
  })

  it.each(INTERRUPTED)('give way to when the job started if it was never updated and is %s', (connection) => {
    const { container } = renderCard(buildJobState(job, { connection, lastUpdatedAt: null }))
    expect(screen.getByText('Started 30m ago')).toBeVisible()
    expect(screen.queryByText(/^Running for/)).toBeNull()
    expect(container.querySelector('.rpo-badge')).not.toHaveAttribute('aria-hidden')
  })

  it('stand after a non-retryable error, which ends polling', async () => {
    const error = new OptimizationError('for developers', { kind: 'http', status: 404 })
    renderCard(buildJobState(job, { kind: 'error', error, lastUpdatedAt: NOW - 120_000 }))
    await advance(60_000)
    expect(screen.getByText('Running for 28:00')).toBeVisible()
  })

  it('of a queued job stand, too', async () => {
    const state = { connection: 'offline', lastUpdatedAt: NOW - 120_000 } as const
    renderCard(buildJobState({ ...job, status: 'pending', progress: null }, state))
    await advance(60_000)
    expect(screen.getByText('Created 28m ago')).toBeVisible()
  })

  it('run on while the connection is live, whenever the job was updated', async () => {
    renderCard(buildJobState(job, { lastUpdatedAt: NOW - 120_000 }))
    await advance(12_000)
    expect(screen.getByText('Running for 30:12')).toBeVisible()
  })
})
