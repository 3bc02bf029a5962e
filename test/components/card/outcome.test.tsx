import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildJobState } from '../../../src/testingReact.js'
import { COMPLETED, freezeTime, LINKS, minutesAgo, renderCard } from './setUp.js'

freezeTime()

const segments = () => {
  const bar = document.querySelector('.rpo-bar')
  return [...(bar?.children ?? [])].map((segment) => segment.getAttribute('data-state'))
}

describe('JobStatusCard for a completed job', () => {
  it('renders duration, summary and result links', () => {
    renderCard(buildJobState(COMPLETED))
    expect(screen.getByText('Finished 2h ago · took 10m')).toBeVisible()
    expect(screen.getByRole('heading', { name: 'What changed' })).toBeVisible()
    expect(screen.getByText('Made the refund policy explicit.')).toBeVisible()
    expect(screen.getByText('Completed')).toBeVisible()
    const links = within(screen.getByRole('group', { name: 'Results' })).getAllByRole('link')
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Comparison', '/comparisons/comparison-1'],
      ['Test run', '/test-runs/run-1'],
      ['New version', '/versions/version-1'],
    ])
  })

  it('omits links without an ID or an href', () => {
    renderCard(buildJobState({ ...COMPLETED, run_test_after_optimization: false, test_run_id: null }), {
      links: { testRun: LINKS.testRun, optimizedVersion: () => null },
    })
    expect(screen.queryByRole('link')).toBeNull()
    expect(screen.queryByRole('group', { name: 'Results' })).toBeNull()
  })

  it('says so when a requested test run has no results', () => {
    renderCard(buildJobState({ ...COMPLETED, test_run_id: null }))
    expect(screen.getByText('A test run was requested, but there are no results.')).toBeVisible()
  })

  it('fills the progress bar whatever the reported step', () => {
    renderCard(buildJobState({ ...COMPLETED, progress: { step: 9, total_steps: 4, step_name: 'x' } }))
    expect(segments()).toEqual(['done'])
  })

  it('renders HTML in the summary as text', () => {
    const { container } = renderCard(
      buildJobState({ ...COMPLETED, changes_summary: '<img src=x onerror=alert(1)>' }),
    )
    expect(container.querySelector('img')).toBeNull()
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeVisible()
  })
})

describe('JobStatusCard for a failed or canceled job', () => {
  const failed = { status: 'failed', created_at: minutesAgo(5), completed_at: minutesAgo(1) }

  it('renders the error message, the step and the time', () => {
    renderCard(
      buildJobState({
        ...failed,
        error_message: 'Dataset 8f2c has no examples.',
        progress: { step: 3, total_steps: 4, step_name: 'Running baseline test' },
      }),
    )
    expect(screen.getByText('Failed after 4m · 1m ago')).toBeVisible()
    expect(screen.getByText('Dataset 8f2c has no examples.')).toBeVisible()
    expect(screen.getByText('Failed in: Running baseline test')).toBeVisible()
    // Not hidden from screen readers, because no progress bar says it.
    expect(screen.getByText('Step 3 of 4').closest('[aria-hidden="true"]')).toBeNull()
    expect(segments()).toEqual(['done', 'done', 'failed', 'upcoming'])
  })

  it.each([null, '', ' \n'])('says so when the service gives no error message (%j)', (error_message) => {
    renderCard(buildJobState({ ...failed, error_message }))
    expect(screen.getByText('The job failed, and the service didn’t say why.')).toBeVisible()
  })

  it.each([
    ['failed', 'Failed'],
    ['canceled', 'Canceled'],
  ])('names the outcome alone when there is no step (%s)', (status, outcome) => {
    const { container } = renderCard(buildJobState({ status, progress: null }))
    expect(screen.getByText(outcome)).toBeVisible()
    expect(container.querySelector('.rpo-step')).toBeNull()
    expect(container).not.toHaveTextContent(/(Failed|Canceled) in/)
  })

  it('renders the step in which it was canceled', () => {
    const progress = { step: 2, total_steps: 4, step_name: 'Optimizing prompt' }
    renderCard(buildJobState({ status: 'canceled', progress }))
    expect(screen.getByText('Canceled in: Optimizing prompt')).toBeVisible()
    expect(segments()).toEqual(['done', 'stopped', 'upcoming', 'upcoming'])
  })

  it('renders “Canceled”', () => {
    renderCard(buildJobState({ status: 'canceled' }))
    expect(screen.getByText('Canceled')).toBeVisible()
  })
})

describe.each([
  ['completed', { ...COMPLETED, status: 'completed' }],
  ['failed', { ...COMPLETED, status: 'failed' }],
  ['canceled', { ...COMPLETED, status: 'canceled' }],
])('JobStatusCard for a job that is over (%s)', (_, wire) => {
  it('has no progress bar for screen readers', () => {
    const { container } = renderCard(buildJobState(wire))
    expect(screen.queryByRole('progressbar')).toBeNull()
    expect(container.querySelector('.rpo-bar')).toHaveAttribute('aria-hidden', 'true')
  })

  it('hides its badge from screen readers where the subtitle repeats it', () => {
    const { container } = renderCard(buildJobState(wire))
    const { textContent: status } = container.querySelector('.rpo-badge') as HTMLElement
    const isRepeated = container.querySelector('.rpo-subtitle')?.textContent?.includes(status ?? '')
    expect(container.querySelector('.rpo-badge')?.hasAttribute('aria-hidden')).toBe(isRepeated)
  })
})

it('JobStatusCard does not mark the badge of a job whose end is unknown', () => {
  const { container } = renderCard(buildJobState({ status: 'failed', completed_at: null }))
  expect(screen.getByText(/^Started/)).toBeVisible()
  expect(container.querySelector('.rpo-badge')).not.toHaveAttribute('aria-hidden')
})
