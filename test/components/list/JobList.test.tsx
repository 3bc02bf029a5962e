import { onlineManager } from '@tanstack/react-query'
import { act, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { JobList, type JobListProps, useOptimizationJob } from '../../../src/index.js'
import { createJobSimulator, type JobSimulatorOptions } from '../../../src/testing.js'
import { createTestApp } from '../../../src/testingReact.js'
import { mockIntersectionObserver } from '../../support/mockIntersectionObserver.js'
import { advance, PROJECT_ID } from '../../support/renderJobHook.js'
import { respond } from '../../support/respond.js'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-01-15T12:00:00Z') }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const SECOND = 1_000
const HOUR = 3_600 * SECOND

function setUp(options: JobSimulatorOptions = {}) {
  const simulator = createJobSimulator(options)
  const fetch = vi.fn((request: Request) => simulator(request))
  const { wrapper: App } = createTestApp({ fetch })
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  const detailCalls = () =>
    fetch.mock.calls.map(([{ url }]) => url.split('/prompt-optimization-jobs/')[1]).filter(Boolean)
  const show = (props: Partial<JobListProps> = {}) =>
    render(<JobList projectId={PROJECT_ID} locale="en" {...props} />, { wrapper: App })
  return { simulator, fetch, user, show, detailCalls }
}

const rows = () => within(screen.getByRole('list', { name: 'Jobs' })).getAllByRole('listitem')

describe('the list of jobs', () => {
  it('shows of each job its template, status, when it started and how long it took', async () => {
    const { simulator, show } = setUp()
    simulator.addJob({ projectId: PROJECT_ID, scenario: 'withoutTestRun', ageMs: 2 * HOUR })
    const template = simulator.jobs(PROJECT_ID)[0]?.prompt_template_id.slice(0, 8)
    show()
    expect(screen.getByText('Loading the jobs…')).toBeVisible()
    await advance()
    const row = within(rows()[0] as HTMLElement)
    expect(row.getByText(`Template ${template}`)).toBeVisible()
    expect(row.getByText('Completed')).toBeVisible()
    expect(row.getByText('Started 2h ago · took 2m 3s')).toBeVisible()
  })

  it('may have the app’s own names for its rows', async () => {
    const { simulator, show } = setUp()
    simulator.addJob({ projectId: PROJECT_ID })
    show({ getTitle: () => 'Support answers' })
    await advance()
    expect(screen.getByText('Support answers')).toBeVisible()
  })

  it('shows a status nobody has heard of in the service’s words', async () => {
    const { simulator, show } = setUp()
    simulator.addJob({ projectId: PROJECT_ID, scenario: 'unknownStatus', ageMs: 60 * SECOND })
    show()
    await advance()
    expect(screen.getByText('warming_up')).toBeVisible()
  })

  it('says that there are none', async () => {
    const { show } = setUp()
    show()
    await advance()
    expect(screen.getByText('There are no jobs yet.')).toBeVisible()
    expect(screen.queryByRole('list')).toBeNull()
  })

  it('says why it cannot be shown, and tries again on request', async () => {
    const { simulator, fetch, user, show } = setUp()
    simulator.addJob({ projectId: PROJECT_ID })
    fetch.mockImplementation(async () => respond({}, { status: 403 }))
    show()
    await advance()
    expect(screen.getByText(/no access to this project/)).toBeVisible()
    fetch.mockImplementation((request) => simulator(request))
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await advance()
    expect(rows()).toHaveLength(1)
    expect(screen.queryByText(/no access/)).toBeNull()
  })

  it('shows more on request', async () => {
    const { simulator, user, show } = setUp({ pageSize: 2 })
    for (let count = 0; count < 3; count++) {
      simulator.addJob({ projectId: PROJECT_ID, scenario: 'failed', ageMs: HOUR + count })
    }
    show()
    await advance()
    expect(rows()).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: 'Show more jobs' }))
    await advance()
    expect(rows()).toHaveLength(3)
    expect(screen.queryByRole('button', { name: 'Show more jobs' })).toBeNull()
  })

  it('shows those of its jobs that the app asks for, and says so where there are none', async () => {
    const { simulator, show } = setUp()
    simulator.addJob({ projectId: PROJECT_ID, scenario: 'failed', ageMs: HOUR })
    simulator.addJob({ projectId: PROJECT_ID, ageMs: HOUR })
    const { rerender } = show({ filter: ({ phase }) => phase === 'failed' })
    await advance()
    expect(rows().map((row) => row.dataset['kind'])).toEqual(['failed'])
    const labels = { noJobs: 'None was cancelled.' }
    rerender(<JobList projectId={PROJECT_ID} filter={({ phase }) => phase === 'cancelled'} labels={labels} />)
    expect(screen.getByText('None was cancelled.')).toBeVisible()
    expect(screen.queryByRole('list')).toBeNull()
  })

  it('has actions of the app on an open card', async () => {
    const { simulator, show } = setUp()
    const jobId = simulator.addJob({ projectId: PROJECT_ID, ageMs: HOUR })
    show({ defaultExpandedJobId: jobId, renderActions: (job) => <a href={`/jobs/${job.jobId}`}>Open</a> })
    await advance()
    expect(screen.getByRole('link', { name: 'Open' })).toHaveAttribute('href', `/jobs/${jobId}`)
  })

  it('opens a row to its card by keyboard, and closes it again', async () => {
    const { simulator, user, show } = setUp()
    simulator.addJob({ projectId: PROJECT_ID, ageMs: HOUR })
    show({ getTitle: () => 'Support answers', links: { testRun: (id) => `/test-runs/${id}` } })
    await advance()
    await user.tab()
    await user.keyboard('{Enter}')
    await advance()
    const head = screen.getByRole('button', { name: /Support answers/, expanded: true })
    const card = screen.getByRole('article', { name: 'Support answers' })
    expect(within(card).getByRole('link', { name: 'Test run' })).toBeVisible()
    expect(head).toHaveFocus()
    await user.keyboard(' ')
    expect(screen.queryByRole('article')).toBeNull()
  })

  it('cancels a job from its card', async () => {
    const { simulator, user, show } = setUp()
    const jobId = simulator.addJob({ projectId: PROJECT_ID, ageMs: 60 * SECOND })
    show({ canCancel: true, defaultExpandedJobId: jobId })
    await advance()
    await advance(1000)
    await advance()
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    await user.click(screen.getByRole('button', { name: 'Cancel the job' }))
    await advance(20 * SECOND)
    expect(simulator.jobs(PROJECT_ID)[0]?.status).toBe('cancelled')
    expect(within(rows()[0] as HTMLElement).getAllByText('Cancelled')).toHaveLength(2)
  })
})

describe('what the list asks for', () => {
  it('is no job of a row that is over, and the step of one that is active', async () => {
    const { simulator, show, detailCalls } = setUp()
    const active = simulator.addJob({ projectId: PROJECT_ID, ageMs: 60 * SECOND })
    simulator.addJob({ projectId: PROJECT_ID, scenario: 'failed', ageMs: HOUR })
    show()
    await advance()
    await advance(30 * SECOND)
    expect(screen.getByText('Step 2 of 4: Optimizing prompt')).toBeVisible()
    expect(new Set(detailCalls())).toEqual(new Set([active]))
  })

  it('is no job of a row off the screen', async () => {
    const comeIntoView = mockIntersectionObserver()
    const { simulator, show, detailCalls } = setUp()
    simulator.addJob({ projectId: PROJECT_ID, ageMs: 60 * SECOND })
    show()
    await advance()
    await advance(30 * SECOND)
    expect(detailCalls()).toEqual([])
    act(comeIntoView)
    await advance()
    expect(detailCalls()).toHaveLength(1)
  })
})

it('what is wrong stands where more was asked for', async () => {
  const { simulator, show, user } = setUp({ pageSize: 1 })
  for (let count = 0; count < 2; count++) simulator.addJob({ projectId: PROJECT_ID, ageMs: HOUR + count })
  show()
  await advance()
  simulator.injectFault({ status: 500 }, { operation: 'listJobs' })
  const more = screen.getByRole('button', { name: 'Show more jobs' })
  await user.click(more)
  await advance()
  const problem = screen.getByRole('alert')
  expect(problem).toHaveTextContent('The service has a problem.')
  expect(problem.nextElementSibling).toBe(more)
  await user.click(more)
  await advance()
  expect(screen.queryByRole('alert')).toBeNull()
  expect(rows()).toHaveLength(2)
})

it('without a network, the list says so', async () => {
  const { simulator, show } = setUp()
  simulator.addJob({ projectId: PROJECT_ID })
  show()
  await advance()
  act(() => onlineManager.setOnline(false))
  expect(screen.getByText(/You are offline/)).toBeVisible()
  expect(rows()).toHaveLength(1)
  act(() => onlineManager.setOnline(true))
  expect(screen.queryByText(/You are offline/)).toBeNull()
})

it('a row that is scrolled away and back keeps to what the service asked for', async () => {
  const scroll = mockIntersectionObserver()
  const { simulator, show, detailCalls } = setUp()
  simulator.addJob({ projectId: PROJECT_ID, ageMs: 60 * SECOND })
  simulator.injectFault({ status: 429, retryAfter: 600 }, { operation: 'getJob', times: 99 })
  show()
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

describe('when a job ends, the list', () => {
  it('shows it at once, wherever it was seen first', async () => {
    const { simulator, show } = setUp()
    simulator.addJob({ projectId: PROJECT_ID, scenario: 'withoutTestRun', ageMs: 115 * SECOND })
    show({ pollIntervalMs: HOUR })
    await advance()
    await advance(12 * SECOND)
    await advance()
    expect(within(rows()[0] as HTMLElement).getByText('Completed')).toBeVisible()
  })

  it('leaves it to the app’s own onFinish to be told, and shows it too', async () => {
    const { simulator, fetch } = setUp()
    const jobId = simulator.addJob({
      projectId: PROJECT_ID,
      scenario: 'withoutTestRun',
      ageMs: 115 * SECOND,
    })
    const { wrapper: App } = createTestApp({ fetch })
    const onFinish = vi.fn()
    const Watch = () => {
      useOptimizationJob({ projectId: PROJECT_ID, jobId, onFinish })
      return null
    }
    render(
      <App>
        <JobList projectId={PROJECT_ID} pollIntervalMs={HOUR} />
        <Watch />
      </App>,
    )
    await advance()
    await advance(12 * SECOND)
    await advance()
    expect(onFinish).toHaveBeenCalledTimes(1)
    expect(within(rows()[0] as HTMLElement).getByText('Completed')).toBeVisible()
  })
})
