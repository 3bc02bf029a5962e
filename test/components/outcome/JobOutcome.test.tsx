import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { JobOutcome } from '../../../src/diff.js'
import { JobStatusCard, useOptimizationJob } from '../../../src/index.js'
import { createJobSimulator, type ScenarioName } from '../../../src/testing.js'
import { createTestApp } from '../../../src/testingReact.js'
import { advance, PROJECT_ID, settle } from '../../support/renderJobHook.js'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-01-15T12:00:00Z') }))
afterEach(() => void vi.useRealTimers())

const JOB_MS = 323_000

function Card({ jobId }: { jobId: string }) {
  const state = useOptimizationJob({ projectId: PROJECT_ID, jobId })
  return <JobStatusCard state={state} outcome={<JobOutcome projectId={PROJECT_ID} />} />
}

function setUp(scenario: ScenarioName = 'happy', ageMs = JOB_MS + 1_000) {
  const simulator = createJobSimulator()
  const jobId = simulator.addJob({ projectId: PROJECT_ID, scenario, ageMs })
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  const { wrapper } = createTestApp({ fetch: simulator })
  const renderCard = () => render(<Card jobId={jobId} />, { wrapper })
  const reads = () => simulator.requests.filter(({ operation }) => operation !== 'getJob')
  return { simulator, jobId, user, wrapper, renderCard, reads }
}

describe('JobOutcome on a card', () => {
  it('renders and fetches nothing before the job has completed, and then both halves', async () => {
    const { renderCard, reads } = setUp('happy', JOB_MS - 10_000)
    renderCard()
    await advance()
    expect(reads()).toEqual([])
    expect(document.querySelector('.rpo-job-outcome')).toBeNull()
    await advance(15_000)
    await settle()
    expect(
      screen.getByRole('button', { name: /^Test results ?2 of 4 criteria better, 1 worse/ }),
    ).toBeVisible()
    expect(screen.getByRole('button', { name: /^Changes to the prompt/ })).toBeVisible()
    expect(screen.queryByRole('table')).toBeNull()
    expect(reads()).toHaveLength(5)
  })

  it('opens what changed on click, and closes it', async () => {
    const { renderCard, user } = setUp()
    renderCard()
    await settle()
    const trigger = screen.getByRole('button', { name: /^Changes to the prompt ?7 lines added, 9 removed/ })
    expect(screen.queryByText('Temperature')).toBeNull()
    await user.click(trigger)
    expect(screen.getByText('Temperature')).toBeVisible()
    expect(trigger).toHaveAttribute('aria-expanded', 'true')
    await user.click(trigger)
    expect(screen.queryByText('Temperature')).toBeNull()
  })

  it('shows one half while the other has failed, and retries it', async () => {
    const { renderCard, user } = setUp('versionGone')
    renderCard()
    await settle()
    expect(screen.getByRole('button', { name: /^Test results/ })).toBeVisible()
    expect(screen.getByText('Prompt version not found.')).toBeVisible()
    const getRetry = () => screen.getByRole('button', { name: /^Retry Changes to the prompt Job/ })
    await user.click(getRetry())
    await advance()
    expect(getRetry()).toBeVisible()
  })

  it('keeps the focus when the button that retries unmounts', async () => {
    const { renderCard, user } = setUp('versionGone')
    renderCard()
    await settle()
    screen.getByRole('button', { name: /^Retry/ }).focus()
    await user.keyboard('{Enter}')
    expect(screen.queryByRole('button', { name: /^Retry/ })).toBeNull()
    const outcome = document.querySelector('.rpo-job-outcome')
    expect(outcome).toHaveFocus()
    await user.tab()
    expect(outcome).not.toHaveAttribute('tabindex')
  })

  it('says that an identical version is, without a warning of TanStack Query', async () => {
    const warn = vi.spyOn(console, 'warn')
    const { renderCard } = setUp('identicalVersion')
    renderCard()
    await settle()
    expect(warn).not.toHaveBeenCalled()
    expect(screen.getByText('The prompt is unchanged.')).toBeVisible()
    // There is nothing to open.
    expect(screen.queryByRole('button', { name: /^Changes to the prompt/ })).toBeNull()
  })

  it('says that there is nothing to compare the figures with, once it is known', async () => {
    const { simulator, renderCard, user } = setUp()
    simulator.injectFault({ delayMs: 5_000 }, { operation: 'listTestRuns' })
    simulator.addJob({ projectId: PROJECT_ID, ageMs: JOB_MS + 60_000 })
    renderCard()
    await settle()
    await user.click(screen.getByRole('button', { name: /^Test results/ }))
    expect(screen.queryByText(/^Not compared/)).toBeNull()
    await advance(6_000)
    await settle()
    expect(screen.getByText(/^Not compared/)).toBeVisible()
    expect(screen.getByRole('table', { name: 'Test results' })).toBeVisible()
  })

  describe('with test runs that say otherwise', () => {
    /** Renames the versions in all test runs. */
    function renderRenamed(rename: (text: string) => string) {
      const { simulator, jobId, user } = setUp()
      const { wrapper } = createTestApp({
        fetch: async (request) => {
          const response = await simulator(request)
          if (!request.url.includes('/test-runs')) return response
          return Response.json(JSON.parse(rename(await response.text())))
        },
      })
      render(<Card jobId={jobId} />, { wrapper })
      return user
    }

    it('has the original version before the new one, whichever the job names', async () => {
      const user = renderRenamed((text) =>
        text.replace(/v1[23]/g, (name) => (name === 'v12' ? 'v13' : 'v12')),
      )
      await settle()
      await user.click(screen.getByRole('button', { name: /^Test results/ }))
      const heads = screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
      expect(heads).toEqual(['Criterion', 'v12', 'v13', 'Change'])
      // The job's run has 22 of 24, and is that of the original version.
      expect(screen.getByRole('row', { name: /^Accuracy/ })).toHaveTextContent(
        /22 \/ 24.*18 \/ 24.*−17 pts worse/,
      )
      expect(screen.getByRole('button', { name: /1 of 4 criteria better, 2 worse/ })).toBeVisible()
    })

    it('compares nothing where the names do not say what was tested', async () => {
      const user = renderRenamed((text) => text.replace(/v1[23]/g, 'v7'))
      await settle()
      await user.click(screen.getByRole('button', { name: /^Test results/ }))
      expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
        'Criterion',
        'v7',
      ])
      expect(screen.queryByText(/better/)).toBeNull()
    })
  })

  it('shows both test runs where only the app knows the other one', async () => {
    const { simulator, jobId, user, wrapper } = setUp()
    const response = await simulator(new Request(`https://x.test/api/v2/projects/${PROJECT_ID}/test-runs`))
    const { test_runs: rows } = (await response.json()) as { test_runs: { id: string }[] }
    simulator.injectFault({ status: 404 }, { operation: 'getPromptVersion', times: 2 })
    function OwnCard() {
      const state = useOptimizationJob({ projectId: PROJECT_ID, jobId })
      const otherTestRunId = rows.find(({ id }) => id !== state.job?.testRunId)?.id
      return (
        <JobStatusCard
          state={state}
          outcome={<JobOutcome projectId={PROJECT_ID} otherTestRunId={otherTestRunId} />}
        />
      )
    }
    render(<OwnCard />, { wrapper })
    await settle()
    await user.click(screen.getByRole('button', { name: /^Test results/ }))
    expect(screen.getAllByRole('table')).toHaveLength(2)
    expect(screen.queryByText(/better/)).toBeNull()
  })

  it('renders nothing for a failed job', async () => {
    const { renderCard, reads } = setUp('failed', 3_600_000)
    renderCard()
    await advance()
    expect(document.querySelector('.rpo-job-outcome')).toBeNull()
    expect(reads()).toEqual([])
  })
})
