import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { OptimizationError } from '../../../src/api.js'
import type { WireProgress } from '../../../src/testing.js'
import { buildJobState } from '../../../src/testingReact.js'
import { freezeTime, minutesAgo, renderCard } from './setUp.js'

freezeTime()

const bar = () => screen.getByRole('progressbar', { name: 'Progress' })
const running = () =>
  buildJobState({
    created_at: minutesAgo(3),
    progress: { step: 2, total_steps: 4, step_name: 'Optimizing prompt' },
    data_sources_used: { human_labels_count: 1, customer_feedback_count: 1_234_567 },
  })

describe('JobStatusCard for a running job', () => {
  it('renders status, step, elapsed time and data sources', () => {
    renderCard(running())
    const card = within(screen.getByRole('article', { name: 'Job 3c90c3cc' }))
    expect(card.getByText('Running')).toBeVisible()
    expect(card.getByText('Running for 3:00')).toBeVisible()
    expect(card.getByText('Optimizing prompt')).toBeVisible()
    expect(card.getByText('Step 2 of 4')).toBeVisible()
    const sources = within(card.getByRole('list', { name: 'Data sources' })).getAllByRole('listitem')
    expect(sources.map((item) => item.textContent)).toEqual(['1 human label', '1,234,567 feedback items'])
  })

  it('omits unknown data sources but renders zero counts', () => {
    const { unmount } = renderCard(buildJobState({ data_sources_used: null }))
    expect(screen.queryByRole('list', { name: 'Data sources' })).toBeNull()
    unmount()
    renderCard(buildJobState({ data_sources_used: { human_labels_count: 0, customer_feedback_count: 0 } }))
    expect(screen.getByRole('list', { name: 'Data sources' })).toHaveTextContent('0 human labels')
  })

  it('exposes the step as aria-valuetext and the finished steps as aria-valuenow', () => {
    renderCard(running())
    expect(bar()).toHaveAttribute('aria-valuetext', 'Step 2 of 4')
    expect(bar()).toHaveAttribute('aria-valuenow', '1')
    expect(bar()).toHaveAttribute('aria-valuemax', '4')
  })

  it('says the position once to screen readers, and the step’s name', () => {
    renderCard(running())
    expect(screen.getByText('Step 2 of 4').closest('[aria-hidden="true"]')).not.toBeNull()
    expect(screen.getByText('Optimizing prompt').closest('[aria-hidden="true"]')).toBeNull()
  })

  it.each<[string, WireProgress | null, string | null]>([
    ['without progress', null, null],
    ['for a step beyond the total', { step: 7, total_steps: 4, step_name: 'x' }, 'Step 7'],
    ['for step 0', { step: 0, total_steps: 4, step_name: 'x' }, 'Step 0'],
    ['for a total of 0 steps', { step: 1, total_steps: 0, step_name: 'x' }, 'Step 1'],
    ['for thousands of steps', { step: 1, total_steps: 5000, step_name: 'x' }, 'Step 1'],
  ])('renders an indeterminate bar %s', (_, progress, valueText) => {
    renderCard(buildJobState({ progress }))
    expect(bar()).not.toHaveAttribute('aria-valuenow')
    expect(bar().getAttribute('aria-valuetext')).toBe(valueText)
    expect(screen.getByText(progress?.step_name ?? 'Working')).toBeVisible()
  })

  it('renders an unknown status verbatim', () => {
    renderCard(buildJobState({ status: 'warming_up' }))
    expect(screen.getByText('warming_up')).toBeVisible()
  })

  it('renders how long the job has been stalled', () => {
    renderCard(buildJobState({}, { stalledSince: Date.parse(minutesAgo(20)) }))
    expect(screen.getByText('No progress for 20m')).toBeVisible()
    expect(document.querySelector('.rpo-stalled > svg')).toHaveAttribute('aria-hidden', 'true')
  })

  it('keeps the badge of a job that can’t be fetched any more', () => {
    renderCard({
      ...buildJobState({}),
      kind: 'error',
      error: new OptimizationError('x', { kind: 'http', status: 401 }),
    })
    expect(screen.getByText('Unavailable')).not.toHaveAttribute('aria-hidden')
  })

  it.each<[string, string, boolean]>([
    ['running', 'Running', true],
    ['pending', 'Queued', false],
    ['cancelling', 'Canceling', false],
  ])('marks a badge that repeats the subtitle (%s)', (status, text, isRepeated) => {
    renderCard(buildJobState({ status, created_at: minutesAgo(3) }))
    expect(screen.getByText(text).hasAttribute('aria-hidden')).toBe(isRepeated)
  })
})

it('JobStatusCard renders when a queued job was created and “Waiting to start”', () => {
  renderCard(buildJobState({ status: 'pending', created_at: minutesAgo(2), progress: null }))
  expect(screen.getByText('Created 2m ago')).toBeVisible()
  expect(screen.getByText('Waiting to start')).toBeVisible()
  // The badge says that it is queued.
  expect(bar()).not.toHaveAttribute('aria-valuetext')
})

it('JobStatusCard renders an empty state without a job and a loading state', () => {
  const { unmount } = renderCard(buildJobState(null, { kind: 'idle' }))
  expect(screen.getByText('No job yet')).toBeVisible()
  unmount()
  renderCard(buildJobState(null, { kind: 'loading' }))
  expect(screen.getByText('Loading job…')).toBeVisible()
  expect(screen.queryByRole('progressbar')).toBeNull()
})
