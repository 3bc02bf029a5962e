import { act, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { OptimizationError, type OptimizationErrorKind } from '../../src/api.js'
import { JobStatus, JobStatusCard, type OptimizationJobState } from '../../src/index.js'
import { buildState } from '../support/buildState.js'

const NOW = Date.parse('2026-01-01T12:00:00Z')
const minutesAgo = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString()
const LINKS = {
  testRun: (id: string) => `/test-runs/${id}`,
  comparison: (id: string) => `/comparisons/${id}`,
  optimizedVersion: (id: string) => `/versions/${id}`,
}

beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date', 'setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

const show = (state: OptimizationJobState) =>
  render(<JobStatusCard state={state} links={LINKS} locale="en" />)
const bar = () => screen.getByRole('progressbar', { name: 'Progress' })

describe('a running job', () => {
  const runningJob = () =>
    buildState({
      created_at: minutesAgo(3),
      progress: { step: 2, total_steps: 4, step_name: 'Optimizing prompt' },
      data_sources_used: { human_labels_count: 1, customer_feedback_count: 1_234_567 },
    })

  it('shows its status, step, time and data sources', () => {
    show(runningJob())
    const card = within(screen.getByRole('article', { name: 'Prompt optimization' }))
    expect(card.getAllByText('Running')).not.toHaveLength(0)
    expect(card.getByText('Started 3m ago')).toHaveAttribute('datetime', '2026-01-01T11:57:00.000Z')
    expect(card.getByText('Optimizing prompt')).toBeVisible()
    expect(card.getByText('Step 2 of 4')).toHaveTextContent('Step 2 of 4 · 3:00')
    expect(card.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '1 human label',
      '1,234,567 customer feedback',
    ])
  })

  it('tells assistive technology the step in words, and how many steps are over', () => {
    show(runningJob())
    expect(bar()).toHaveAttribute('aria-valuetext', 'Step 2 of 4: Optimizing prompt')
    expect(bar()).toHaveAttribute('aria-valuenow', '1')
    expect(bar()).toHaveAttribute('aria-valuemax', '4')
  })

  it('lets its clock tick', () => {
    show(runningJob())
    act(() => vi.advanceTimersByTime(12_000))
    expect(screen.getByText('Step 2 of 4')).toHaveTextContent('3:12')
  })

  it('has an indeterminate bar without progress, and with progress that cannot be right', () => {
    const { rerender } = show(buildState({ progress: null }))
    expect(bar()).not.toHaveAttribute('aria-valuenow')
    expect(bar()).toHaveAttribute('aria-valuetext', 'Working')
    for (const [step, total_steps] of [
      [7, 4],
      [0, 4],
      [1, 0],
      [1, 5000],
    ] as const) {
      rerender(
        <JobStatusCard state={buildState({ progress: { step, total_steps, step_name: 'x' } })} locale="en" />,
      )
      expect(bar()).not.toHaveAttribute('aria-valuenow')
      expect(bar()).toHaveAttribute('aria-valuetext', `Step ${step}: x`)
    }
  })

  it('shows a status nobody has heard of in the service’s words', () => {
    show(buildState({ status: 'warming_up' }))
    expect(screen.getByText('warming_up')).toBeVisible()
  })
})

describe('a completed job', () => {
  const finished = {
    status: 'completed',
    created_at: minutesAgo(130),
    completed_at: minutesAgo(120),
    changes_summary: 'Made the refund policy explicit.',
    test_run_id: 'run-1',
    comparison_id: 'comparison-1',
    optimized_version_id: 'version-1',
  }

  it('shows how long it took, what changed, and links to what it made', () => {
    show(buildState(finished))
    expect(screen.getByText('Took 10m · 2h ago')).toBeVisible()
    expect(screen.getByRole('region', { name: 'What changed' })).toHaveTextContent(
      'Made the refund policy explicit.',
    )
    expect(bar()).toHaveAttribute('aria-valuetext', 'Completed')
    const links = within(screen.getByRole('navigation', { name: 'Results' })).getAllByRole('link')
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Test run', '/test-runs/run-1'],
      ['Comparison', '/comparisons/comparison-1'],
      ['New version', '/versions/version-1'],
    ])
  })

  it('leaves out links to what it does not have, or the app has no page for', () => {
    render(
      <JobStatusCard
        state={buildState({ ...finished, test_run_id: null })}
        links={{ testRun: LINKS.testRun, optimizedVersion: () => null }}
      />,
    )
    expect(screen.queryByRole('navigation')).toBeNull()
  })

  it('shows a link that would run a script as plain text', () => {
    const links = { testRun: () => 'javascript:alert(1)', comparison: LINKS.comparison }
    render(<JobStatusCard state={buildState(finished)} links={links} />)
    expect(screen.getByText('Test run')).not.toHaveAttribute('href')
    expect(screen.getAllByRole('link')).toHaveLength(1)
  })

  it('folds a long summary, and opens it on request', async () => {
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
    const long = Array.from({ length: 20 }, (_, line) => `- Change ${line}`).join('\n')
    show(buildState({ ...finished, changes_summary: long }))
    await user.click(screen.getByRole('button', { name: 'Show more', expanded: false }))
    expect(screen.getByRole('button', { name: 'Show less', expanded: true })).toBeVisible()
  })

  it('shows markup in a summary as text', () => {
    const { container } = show(buildState({ ...finished, changes_summary: '<img src=x onerror=alert(1)>' }))
    expect(container.querySelector('img')).toBeNull()
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeVisible()
  })
})

describe('a job that ended otherwise', () => {
  it('shows why it failed, in which step, and when', () => {
    show(
      buildState({
        status: 'failed',
        created_at: minutesAgo(5),
        completed_at: minutesAgo(1),
        error_message: 'Dataset 8f2c has no examples.',
        progress: { step: 3, total_steps: 4, step_name: 'Running baseline test' },
      }),
    )
    expect(screen.getByText('Stopped after 4m · 1m ago')).toBeVisible()
    expect(screen.getByText('Dataset 8f2c has no examples.')).toBeVisible()
    expect(bar()).toHaveAttribute('aria-valuetext', 'Step 3 of 4: Running baseline test')
  })

  it('says so when the service gives no reason for a failure', () => {
    show(buildState({ status: 'failed', error_message: null }))
    expect(screen.getByText('The job failed. The service gave no reason.')).toBeVisible()
  })

  it('shows a cancelled job', () => {
    show(buildState({ status: 'canceled' }))
    expect(screen.getAllByText('Cancelled')).not.toHaveLength(0)
  })
})

describe('a job that cannot be shown', () => {
  const refused = (kind: OptimizationErrorKind, status?: number): OptimizationJobState =>
    buildState(null, {
      kind: 'unavailable',
      error: new OptimizationError('for developers', { kind, status, serviceMessage: 'in its own words' }),
    })

  it.each<[OptimizationErrorKind, number | undefined, RegExp]>([
    ['http', 400, /did not accept the request. Check the project id/],
    ['http', 401, /did not accept the credentials. Sign in again/],
    ['http', 403, /no access to this job. Ask for access/],
    ['http', 404, /was not found. Check the project id/],
    ['invalid-request', undefined, /could not be sent. Check/],
  ])('(%s %s) says what happened and what to do', (kind, status, sentence) => {
    show(refused(kind, status))
    expect(screen.getByText(sentence)).toBeVisible()
    expect(screen.getByText('in its own words')).toBeVisible()
  })

  it('can be tried again, and says that it is being tried', async () => {
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
    let answer = () => {}
    const refetch = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)))
    show({ ...refused('http', 404), refetch })
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await user.click(screen.getByRole('button', { name: 'Checking…' }))
    expect(refetch).toHaveBeenCalledTimes(1)
    await act(async () => answer())
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible()
  })
})

describe('a job that cannot be watched just now', () => {
  it('keeps what is known, says why, and counts down to the next check', () => {
    show(
      buildState(
        {},
        {
          connection: 'retrying',
          error: new OptimizationError('for developers', { kind: 'network' }),
          nextCheckAt: NOW + 8_000,
        },
      ),
    )
    expect(screen.getByText('Optimizing prompt')).toBeVisible()
    const notice = screen.getByText(/The service cannot be reached/)
    expect(notice).toHaveTextContent('The service cannot be reached. Trying again in 8s.')
    act(() => vi.advanceTimersByTime(5_000))
    expect(notice).toHaveTextContent('Trying again in 3s.')
    expect(screen.getByRole('button', { name: 'Try now' })).toBeVisible()
  })

  it.each([
    ['offline', /You are offline/],
    ['paused', /paused while this page is hidden/],
  ] as const)('says that it is %s', (connection, sentence) => {
    show(buildState({}, { connection }))
    expect(screen.getByText(sentence)).toBeVisible()
  })
})

it('shows that there is no job yet, and that one is loading', () => {
  const { rerender } = show(buildState(null, { kind: 'idle' }))
  expect(screen.getByText('There is no job to show yet')).toBeVisible()
  rerender(<JobStatusCard state={buildState(null, { kind: 'loading' })} />)
  expect(screen.getByText('Loading the job…')).toBeVisible()
})

it('renders on a server, the same in every time zone', () => {
  const html = renderToString(
    <JobStatusCard state={buildState({ created_at: '2026-01-01T11:57:00Z' })} locale="en" />,
  )
  expect(html).toContain('2026-01-01 11:57 UTC')
})

it('names the root that a part needs', () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(() => render(<JobStatus.Progress />)).toThrow(
    '<JobStatus.Progress> needs to stand inside <JobStatus.Root',
  )
  report.mockRestore()
})
