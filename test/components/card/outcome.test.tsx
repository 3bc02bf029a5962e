import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildJobState } from '../../../src/testingReact.js'
import { COMPLETED, freezeTime, LINKS, minutesAgo, show } from './setUp.js'

freezeTime()

const bar = () => screen.getByRole('progressbar', { name: 'Progress' })

describe('a completed job', () => {
  it('shows how long it took, what changed, and links to what it made', () => {
    show(buildJobState(COMPLETED))
    expect(screen.getByText('Took 10m · 2h ago')).toBeVisible()
    expect(screen.getByRole('heading', { name: 'What changed' })).toBeVisible()
    expect(screen.getByText('Made the refund policy explicit.')).toBeVisible()
    expect(bar()).toHaveAttribute('aria-valuetext', 'Completed')
    const links = within(screen.getByRole('group', { name: 'Results' })).getAllByRole('link')
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Test run', '/test-runs/run-1'],
      ['Comparison', '/comparisons/comparison-1'],
      ['New version', '/versions/version-1'],
    ])
  })

  it('leaves out links to what it does not have, or the app has no page for', () => {
    show(buildJobState({ ...COMPLETED, run_test_after_optimization: false, test_run_id: null }), {
      links: { testRun: LINKS.testRun, optimizedVersion: () => null },
    })
    expect(screen.queryByRole('link')).toBeNull()
    expect(screen.queryByRole('group', { name: 'Results' })).toBeNull()
  })

  it('says so where a test run was asked for and there is none', () => {
    show(buildJobState({ ...COMPLETED, test_run_id: null }))
    expect(screen.getByText('A test run was asked for, and the service names none.')).toBeVisible()
  })

  it('has a full bar, whatever its progress says', () => {
    show(buildJobState({ ...COMPLETED, progress: { step: 9, total_steps: 4, step_name: 'x' } }))
    expect(bar()).toHaveAttribute('aria-valuenow', '1')
    expect(bar()).toHaveAttribute('aria-valuemax', '1')
  })

  it('shows markup in a summary as text', () => {
    const { container } = show(
      buildJobState({ ...COMPLETED, changes_summary: '<img src=x onerror=alert(1)>' }),
    )
    expect(container.querySelector('img')).toBeNull()
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeVisible()
  })
})

describe('a job that ended otherwise', () => {
  const failed = { status: 'failed', created_at: minutesAgo(5), completed_at: minutesAgo(1) }

  it('shows why it failed, in which step, and when', () => {
    show(
      buildJobState({
        ...failed,
        error_message: 'Dataset 8f2c has no examples.',
        progress: { step: 3, total_steps: 4, step_name: 'Running baseline test' },
      }),
    )
    expect(screen.getByText('Stopped after 4m · 1m ago')).toBeVisible()
    expect(screen.getByText('Dataset 8f2c has no examples.')).toBeVisible()
    expect(bar()).toHaveAttribute('aria-valuetext', 'Step 3 of 4: Running baseline test')
  })

  it.each([null, '', ' \n'])(
    'says so when the service gives no reason for a failure (%j)',
    (error_message) => {
      show(buildJobState({ ...failed, error_message }))
      expect(screen.getByText('The job failed. The service gave no reason.')).toBeVisible()
    },
  )

  it.each([
    ['failed', 'Failed'],
    ['canceled', 'Cancelled'],
  ])('tells assistive technology how it ended where there was no step (%s)', (status, spoken) => {
    show(buildJobState({ status, progress: null }))
    expect(bar()).toHaveAttribute('aria-valuetext', spoken)
  })

  it('shows that it was cancelled', () => {
    show(buildJobState({ status: 'canceled' }))
    expect(screen.getByText('Cancelled')).toBeVisible()
  })
})
