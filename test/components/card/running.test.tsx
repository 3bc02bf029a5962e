import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
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
    const card = within(screen.getByRole('article', { name: 'Prompt optimization' }))
    expect(card.getByText('Running')).toBeVisible()
    expect(card.getByText('Started 3m ago')).toBeVisible()
    expect(card.getByText('Optimizing prompt')).toBeVisible()
    expect(card.getByText('Step 2 of 4')).toBeVisible()
    expect(card.getByText('3:00')).toBeVisible()
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
    expect(bar()).toHaveAttribute('aria-valuetext', 'Step 2 of 4: Optimizing prompt')
    expect(bar()).toHaveAttribute('aria-valuenow', '1')
    expect(bar()).toHaveAttribute('aria-valuemax', '4')
  })

  it.each<[string, WireProgress | null, string]>([
    ['without progress', null, 'Working'],
    ['for a step beyond the total', { step: 7, total_steps: 4, step_name: 'x' }, 'Step 7: x'],
    ['for step 0', { step: 0, total_steps: 4, step_name: 'x' }, 'Step 0: x'],
    ['for a total of 0 steps', { step: 1, total_steps: 0, step_name: 'x' }, 'Step 1: x'],
    ['for thousands of steps', { step: 1, total_steps: 5000, step_name: 'x' }, 'Step 1: x'],
  ])('renders an indeterminate bar %s', (_, progress, valueText) => {
    renderCard(buildJobState({ progress }))
    expect(bar()).not.toHaveAttribute('aria-valuenow')
    expect(bar()).toHaveAttribute('aria-valuetext', valueText)
  })

  it('renders an unknown status verbatim', () => {
    renderCard(buildJobState({ status: 'warming_up' }))
    expect(screen.getByText('warming_up')).toBeVisible()
  })

  it('renders how long the job has been stalled', () => {
    renderCard(buildJobState({}, { stalledSince: Date.parse(minutesAgo(20)) }))
    expect(screen.getByText('No progress for 20m')).toBeVisible()
  })
})

it('JobStatusCard renders when a job was queued and “Waiting to start”', () => {
  renderCard(buildJobState({ status: 'pending', created_at: minutesAgo(2), progress: null }))
  expect(screen.getByText('Queued 2m ago')).toBeVisible()
  expect(bar()).toHaveAttribute('aria-valuetext', 'Waiting to start')
})

it('JobStatusCard renders an empty state without a job and a loading state', () => {
  const { unmount } = renderCard(buildJobState(null, { kind: 'idle' }))
  expect(screen.getByText('No job yet')).toBeVisible()
  unmount()
  renderCard(buildJobState(null, { kind: 'loading' }))
  expect(screen.getByText('Loading job…')).toBeVisible()
  expect(screen.queryByRole('progressbar')).toBeNull()
})
