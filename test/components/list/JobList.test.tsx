import { onlineManager } from '@tanstack/react-query'
import { act, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { JobList, useOptimizationJob } from '../../../src/index.js'
import { createTestApp } from '../../../src/testingReact.js'
import { mockIntersectionObserver } from '../../support/mockIntersectionObserver.js'
import { advance, JOB_ID, PROJECT_ID } from '../../support/renderJobHook.js'
import { respond } from '../../support/respond.js'
import { HOUR, rows, SECOND, setUp } from './setUp.js'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-01-15T12:00:00Z') }))
afterEach(() => {
  onlineManager.setOnline(true)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('JobList', () => {
  it('renders each job’s ID, status, end and duration', async () => {
    const { simulator, renderList } = setUp()
    const jobId = simulator.addJob({ projectId: PROJECT_ID, scenario: 'withoutTestRun', ageMs: 2 * HOUR })
    renderList()
    await advance()
    const row = within(rows()[0] as HTMLElement)
    expect(row.getByText(`Job ${jobId.slice(0, 8)}`)).toBeVisible()
    expect(row.getByText('Completed')).toBeVisible()
    expect(row.getByText('Finished 1h ago · took 2m 3s')).toBeVisible()
  })

  it('repeats the duration and the age of a job in columns, hidden from screen readers', async () => {
    const { simulator, renderList } = setUp()
    simulator.addJob({ projectId: PROJECT_ID, scenario: 'withoutTestRun', ageMs: 2 * HOUR })
    simulator.addJob({ projectId: PROJECT_ID, ageMs: 60 * SECOND })
    const { container } = renderList()
    await advance()
    await advance(12 * SECOND)
    const columns = [...container.querySelectorAll('.rpo-row-column')]
    expect(columns.map(({ textContent }) => textContent)).toEqual(['1:12', '1m ago', '2m 3s', '1h ago'])
    for (const column of columns) expect(column).toHaveAttribute('aria-hidden', 'true')
    expect(rows()[0]?.querySelector('.rpo-row-time')).toHaveTextContent('Running for 1:12')
  })

  it('renders placeholders while loading, which screen readers read as a text', async () => {
    const { simulator, renderList } = setUp()
    simulator.addJob({ projectId: PROJECT_ID })
    const { container } = renderList({ emptyState: 'Nothing here' })
    expect(container.querySelectorAll('.rpo-row-skeleton')).toHaveLength(3)
    expect(screen.getByText('Loading jobs…')).toHaveClass('rpo-hidden')
    expect(screen.queryByText('Nothing here')).toBeNull()
    await advance()
    expect(container.querySelector('.rpo-row-skeleton')).toBeNull()
    expect(screen.queryByText('Loading jobs…')).toBeNull()
    expect(rows()).toHaveLength(1)
  })

  it('uses `getTitle` for row titles', async () => {
    const { simulator, renderList } = setUp()
    simulator.addJob({ projectId: PROJECT_ID })
    renderList({ getTitle: () => 'Support answers' })
    await advance()
    expect(screen.getByText('Support answers')).toBeVisible()
  })

  it('renders an unknown status verbatim', async () => {
    const { simulator, renderList } = setUp()
    simulator.addJob({ projectId: PROJECT_ID, scenario: 'unknownStatus', ageMs: 60 * SECOND })
    renderList()
    await advance()
    expect(screen.getByText('warming_up')).toBeVisible()
  })

  it('renders an empty state', async () => {
    const { renderList } = setUp()
    renderList()
    await advance()
    expect(screen.getByText('No jobs yet')).toBeVisible()
    expect(screen.queryByRole('list')).toBeNull()
  })

  it('renders `emptyState` when there are no jobs', async () => {
    const { renderList } = setUp()
    renderList({ emptyState: <a href="/new">Start one</a> })
    await advance()
    expect(screen.getByRole('link', { name: 'Start one' })).toBeVisible()
    expect(screen.queryByText('No jobs yet')).toBeNull()
  })

  it('renders the error and refetches on Retry', async () => {
    const { simulator, fetch, user, renderList } = setUp()
    simulator.addJob({ projectId: PROJECT_ID })
    fetch.mockImplementation(async () => respond({}, { status: 403 }))
    const { container } = renderList()
    await advance()
    expect(container.querySelector('.rpo-list-error')).toHaveTextContent(/don’t have access to this project/)
    // The live region announces it.
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.queryByText('No jobs yet')).toBeNull()
    expect(container.querySelector('.rpo-row-skeleton')).toBeNull()
    fetch.mockImplementation((request) => simulator(request))
    await user.click(screen.getByRole('button', { name: 'Retry' }))
    await advance()
    expect(rows()).toHaveLength(1)
    expect(container.querySelector('.rpo-list-error')).toBeNull()
    expect(container.querySelector('.rpo-list')).toHaveFocus()
  })

  it('loads more jobs on click', async () => {
    const { simulator, user, renderList } = setUp({ pageSize: 2 })
    for (let count = 0; count < 3; count++) {
      simulator.addJob({ projectId: PROJECT_ID, scenario: 'failed', ageMs: HOUR + count })
    }
    renderList()
    await advance()
    expect(rows()).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: 'Show more jobs' }))
    await advance()
    expect(rows()).toHaveLength(3)
    expect(screen.queryByRole('button', { name: 'Show more jobs' })).toBeNull()
  })

  it('applies `filter` and renders an empty state when nothing matches', async () => {
    const { simulator, renderList } = setUp()
    simulator.addJob({ projectId: PROJECT_ID, scenario: 'failed', ageMs: HOUR })
    simulator.addJob({ projectId: PROJECT_ID, ageMs: HOUR })
    const { rerender } = renderList({ filter: ({ phase }) => phase === 'failed' })
    await advance()
    expect(rows().map((row) => row.dataset['kind'])).toEqual(['failed'])
    rerender(
      <JobList
        projectId={PROJECT_ID}
        filter={({ phase }) => phase === 'cancelled'}
        emptyState="None was cancelled."
      />,
    )
    expect(screen.getByText('None was cancelled.')).toBeVisible()
    expect(screen.queryByRole('list')).toBeNull()
  })

  it('renders `renderActions` on the expanded card', async () => {
    const { simulator, renderList } = setUp()
    const jobId = simulator.addJob({ projectId: PROJECT_ID, ageMs: HOUR })
    renderList({
      defaultExpandedJobIds: [jobId],
      renderActions: (job) => <a href={`/jobs/${job.jobId}`}>Open</a>,
    })
    await advance()
    expect(screen.getByRole('link', { name: 'Open' })).toHaveAttribute('href', `/jobs/${jobId}`)
  })

  it('expands and collapses a row with the keyboard', async () => {
    const { simulator, user, renderList } = setUp()
    simulator.addJob({ projectId: PROJECT_ID, ageMs: HOUR })
    renderList({ getTitle: () => 'Support answers', links: { testRun: (id) => `/test-runs/${id}` } })
    await advance()
    await user.tab()
    await user.keyboard('{Enter}')
    await advance()
    const trigger = screen.getByRole('button', { name: /Support answers/, expanded: true })
    const card = screen.getByRole('article', { name: 'Support answers' })
    expect(within(card).getByRole('link', { name: 'Test run Support answers' })).toBeVisible()
    expect(trigger).toHaveFocus()
    await user.keyboard(' ')
    expect(screen.queryByRole('article')).toBeNull()
  })

  it('cancels a job from the expanded card', async () => {
    const { simulator, user, renderList } = setUp()
    const jobId = simulator.addJob({ projectId: PROJECT_ID, ageMs: 60 * SECOND })
    renderList({ canCancel: true, defaultExpandedJobIds: [jobId] })
    await advance()
    await advance(1000)
    await advance()
    await user.click(screen.getByRole('button', { name: /^Cancel job/ }))
    await user.click(screen.getByRole('button', { name: /^Yes, cancel job/ }))
    await advance(20 * SECOND)
    expect(simulator.jobs(PROJECT_ID)[0]?.status).toBe('cancelled')
    expect(within(rows()[0] as HTMLElement).getAllByText('Canceled')).toHaveLength(2)
  })
})

describe('JobList requests', () => {
  it('fetch active jobs but not finished ones', async () => {
    const { simulator, renderList, detailCalls } = setUp()
    const active = simulator.addJob({ projectId: PROJECT_ID, ageMs: 60 * SECOND })
    simulator.addJob({ projectId: PROJECT_ID, scenario: 'failed', ageMs: HOUR })
    renderList()
    await advance()
    await advance(30 * SECOND)
    expect(screen.getByText('Step 2 of 4: Optimizing prompt')).toBeVisible()
    expect(new Set(detailCalls())).toEqual(new Set([active]))
  })

  it('skip rows that are off screen', async () => {
    const scrollIntoView = mockIntersectionObserver()
    const { simulator, renderList, detailCalls } = setUp()
    simulator.addJob({ projectId: PROJECT_ID, ageMs: 60 * SECOND })
    renderList()
    await advance()
    await advance(30 * SECOND)
    expect(detailCalls()).toEqual([])
    act(scrollIntoView)
    await advance()
    expect(detailCalls()).toHaveLength(1)
  })
})

it('JobList renders a load-more error next to its button', async () => {
  const { simulator, renderList, user } = setUp({ pageSize: 1 })
  for (let count = 0; count < 2; count++) simulator.addJob({ projectId: PROJECT_ID, ageMs: HOUR + count })
  renderList()
  await advance()
  simulator.injectFault({ status: 500 }, { operation: 'listJobs' })
  const more = screen.getByRole('button', { name: 'Show more jobs' })
  await user.click(more)
  await advance()
  const alert = screen.getByRole('alert')
  expect(alert).toHaveTextContent('Something went wrong on the service’s side.')
  expect(alert.nextElementSibling).toBe(more)
  await user.click(more)
  await advance()
  expect(screen.queryByRole('alert')).toBeNull()
  expect(rows()).toHaveLength(2)
})

it('JobList renders an offline notice', async () => {
  const { simulator, renderList } = setUp()
  simulator.addJob({ projectId: PROJECT_ID })
  renderList()
  await advance()
  act(() => onlineManager.setOnline(false))
  expect(screen.getByText(/You’re offline/)).toBeVisible()
  expect(rows()).toHaveLength(1)
  act(() => onlineManager.setOnline(true))
  expect(screen.queryByText(/You’re offline/)).toBeNull()
})

it('JobList retries a non-retryable error offline once it reconnects', async () => {
  const { simulator, renderList, user } = setUp()
  simulator.addJob({ projectId: PROJECT_ID })
  simulator.injectFault({ status: 404 }, { operation: 'listJobs' })
  renderList()
  await advance()
  act(() => onlineManager.setOnline(false))
  expect(screen.getByText('You’re offline. Retry when you’re back online.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Retry' }))
  await advance()
  expect(screen.getByRole('button', { name: 'Retry' })).toBeVisible()
  expect(screen.getByText('You’re offline. Updates resume when you reconnect.')).toBeVisible()
  act(() => onlineManager.setOnline(true))
  await advance()
  expect(rows()).toHaveLength(1)
})

it('JobList respects Retry-After when a row scrolls away and back', async () => {
  const scroll = mockIntersectionObserver()
  const { simulator, renderList, detailCalls } = setUp()
  simulator.addJob({ projectId: PROJECT_ID, ageMs: 60 * SECOND })
  simulator.injectFault({ status: 429, retryAfter: 600 }, { operation: 'getJob', times: 99 })
  renderList()
  await advance()
  act(() => scroll())
  await advance()
  expect(detailCalls()).toHaveLength(1)
  act(() => scroll(false))
  await advance(SECOND)
  act(() => scroll())
  await advance(60 * SECOND)
  expect(detailCalls()).toHaveLength(1)
})

it('JobList renders in a closed row how long its job has been stalled', async () => {
  const { simulator, renderList } = setUp()
  simulator.addJob({ projectId: PROJECT_ID, scenario: 'slow', ageMs: 60 * SECOND })
  renderList()
  await advance()
  await advance(15 * 60 * SECOND)
  const [row] = rows() as [HTMLElement]
  expect(within(row).getByText('No progress for 15m')).toBeVisible()
  expect(row.querySelector('.rpo-stalled > svg')).toHaveAttribute('aria-hidden', 'true')
  expect(within(row).getByRole('button')).toHaveAttribute('aria-expanded', 'false')
})

it('JobList stops the clock of a row at the last update while its job can’t be polled', async () => {
  const { simulator, renderList } = setUp()
  // The moment of a poll depends on the job's ID.
  simulator.addJob({ projectId: PROJECT_ID, jobId: JOB_ID, ageMs: 60 * SECOND })
  renderList()
  await advance()
  await advance(30 * SECOND)
  act(() => onlineManager.setOnline(false))
  const time = () => rows()[0]?.querySelector('.rpo-row-time')?.textContent
  const atLastUpdate = time()
  expect(atLastUpdate).toBe('Running for 1:20')
  await advance(120 * SECOND)
  expect(time()).toBe(atLastUpdate)
  act(() => onlineManager.setOnline(true))
  await advance(SECOND)
  expect(time()).toBe('Running for 3:31')
})

it('JobList renders a small bar in the row of an active job, hidden from screen readers', async () => {
  const { simulator, renderList } = setUp()
  simulator.addJob({ projectId: PROJECT_ID, ageMs: 60 * SECOND })
  simulator.addJob({ projectId: PROJECT_ID, scenario: 'failed', ageMs: HOUR })
  renderList()
  await advance()
  await advance(30 * SECOND)
  const [active, over] = rows() as [HTMLElement, HTMLElement]
  const bar = active.querySelector('.rpo-bar')
  const states = [...(bar?.children ?? [])].map((segment) => segment.getAttribute('data-state'))
  expect(states).toEqual(['done', 'current', 'upcoming', 'upcoming'])
  expect(bar).toHaveAttribute('aria-hidden', 'true')
  expect(over.querySelector('.rpo-bar')).toBeNull()
})

describe('JobList, when a job ends,', () => {
  it('updates the row from the job’s own poll', async () => {
    const { simulator, renderList } = setUp()
    simulator.addJob({ projectId: PROJECT_ID, scenario: 'withoutTestRun', ageMs: 115 * SECOND })
    renderList({ pollIntervalMs: HOUR })
    await advance()
    await advance(12 * SECOND)
    await advance()
    expect(within(rows()[0] as HTMLElement).getByText('Completed')).toBeVisible()
  })

  it('updates the row and leaves `onFinish` to the app’s hook', async () => {
    const { simulator, fetch } = setUp()
    const jobId = simulator.addJob({
      projectId: PROJECT_ID,
      scenario: 'withoutTestRun',
      ageMs: 115 * SECOND,
    })
    const { wrapper: App } = createTestApp({ fetch })
    const onFinish = vi.fn()
    const JobObserver = () => {
      useOptimizationJob({ projectId: PROJECT_ID, jobId, onFinish })
      return null
    }
    render(
      <App>
        <JobList projectId={PROJECT_ID} pollIntervalMs={HOUR} />
        <JobObserver />
      </App>,
    )
    await advance()
    await advance(12 * SECOND)
    await advance()
    expect(onFinish).toHaveBeenCalledTimes(1)
    expect(within(rows()[0] as HTMLElement).getByText('Completed')).toBeVisible()
  })
})
