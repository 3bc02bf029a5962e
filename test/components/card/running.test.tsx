import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { WireProgress } from '../../../src/testing.js'
import { buildJobState } from '../../../src/testingReact.js'
import { freezeTime, minutesAgo, show } from './setUp.js'

freezeTime()

const bar = () => screen.getByRole('progressbar', { name: 'Progress' })
const running = () =>
  buildJobState({
    created_at: minutesAgo(3),
    progress: { step: 2, total_steps: 4, step_name: 'Optimizing prompt' },
    data_sources_used: { human_labels_count: 1, customer_feedback_count: 1_234_567 },
  })

describe('a running job', () => {
  it('shows its status, step, time and data sources', () => {
    show(running())
    const card = within(screen.getByRole('article', { name: 'Prompt optimization' }))
    expect(card.getByText('Running')).toBeVisible()
    expect(card.getByText('Started 3m ago')).toBeVisible()
    expect(card.getByText('Optimizing prompt')).toBeVisible()
    expect(card.getByText('Step 2 of 4')).toBeVisible()
    expect(card.getByText('3:00')).toBeVisible()
    const sources = within(card.getByRole('list', { name: 'Data sources' })).getAllByRole('listitem')
    expect(sources.map((item) => item.textContent)).toEqual(['1 human label', '1,234,567 pieces of feedback'])
  })

  it('says nothing of data sources that are unknown, which is not zero', () => {
    const { unmount } = show(buildJobState({ data_sources_used: null }))
    expect(screen.queryByRole('list', { name: 'Data sources' })).toBeNull()
    unmount()
    show(buildJobState({ data_sources_used: { human_labels_count: 0, customer_feedback_count: 0 } }))
    expect(screen.getByRole('list', { name: 'Data sources' })).toHaveTextContent('0 human labels')
  })

  it('tells assistive technology the step in words, and how many steps are over', () => {
    show(running())
    expect(bar()).toHaveAttribute('aria-valuetext', 'Step 2 of 4: Optimizing prompt')
    expect(bar()).toHaveAttribute('aria-valuenow', '1')
    expect(bar()).toHaveAttribute('aria-valuemax', '4')
  })

  it.each<[string, WireProgress | null, string]>([
    ['without progress', null, 'Working'],
    ['in a step beyond the total', { step: 7, total_steps: 4, step_name: 'x' }, 'Step 7: x'],
    ['in a step 0', { step: 0, total_steps: 4, step_name: 'x' }, 'Step 0: x'],
    ['of no steps', { step: 1, total_steps: 0, step_name: 'x' }, 'Step 1: x'],
    ['of thousands of steps', { step: 1, total_steps: 5000, step_name: 'x' }, 'Step 1: x'],
  ])('%s has an indeterminate bar', (_, progress, spoken) => {
    show(buildJobState({ progress }))
    expect(bar()).not.toHaveAttribute('aria-valuenow')
    expect(bar()).toHaveAttribute('aria-valuetext', spoken)
  })

  it('shows a status nobody has heard of in the service’s words', () => {
    show(buildJobState({ status: 'warming_up' }))
    expect(screen.getByText('warming_up')).toBeVisible()
  })

  it('says since when nothing has moved', () => {
    show(buildJobState({}, { stalledSince: Date.parse(minutesAgo(20)) }))
    expect(screen.getByText('Nothing has changed for 20m')).toBeVisible()
  })
})

it('a queued job says since when, and what it waits for', () => {
  show(buildJobState({ status: 'pending', created_at: minutesAgo(2), progress: null }))
  expect(screen.getByText('Queued 2m ago')).toBeVisible()
  expect(bar()).toHaveAttribute('aria-valuetext', 'Waiting to start')
})

it('a job that is not there yet says so: there is none, or it is loading', () => {
  const { unmount } = show(buildJobState(null, { kind: 'idle' }))
  expect(screen.getByText('There is no job to show yet')).toBeVisible()
  unmount()
  show(buildJobState(null, { kind: 'loading' }))
  expect(screen.getByText('Loading the job…')).toBeVisible()
  expect(screen.queryByRole('progressbar')).toBeNull()
})
