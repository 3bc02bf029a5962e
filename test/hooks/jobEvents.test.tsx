import { act, render } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type JobEvents,
  optimizationKeys,
  useJobEvents,
  useOptimizationJob,
  useOptimizationJobList,
} from '../../src/index.js'
import { buildJob, createJobSimulator } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, JOB_ID, PROJECT_ID, scriptedFetch } from '../support/renderJobHook.js'
import { respond } from '../support/respond.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const SECOND = 1_000
const JOB = { projectId: PROJECT_ID, jobId: JOB_ID }
const queued = buildJob({ job_id: JOB_ID, status: 'pending', progress: null })
const running = buildJob({ job_id: JOB_ID })
const completed = buildJob({ job_id: JOB_ID, status: 'completed' })

function Job({ jobId = JOB_ID }) {
  return useOptimizationJob({ projectId: PROJECT_ID, jobId }).kind
}
function List() {
  return useOptimizationJobList({ projectId: PROJECT_ID }).jobs.length
}

function renderApp(
  fetch: (request: Request) => Promise<Response>,
  events: JobEvents,
  children: React.ReactNode,
) {
  const { wrapper, queryClient } = createTestApp({ fetch, ...events })
  return { ...render(children, { wrapper }), queryClient }
}

describe('onJobFinish of the provider', () => {
  it('is called once with the job, however many components show it', async () => {
    const onJobFinish = vi.fn()
    const { rerender } = renderApp(
      scriptedFetch(running, completed),
      { onJobFinish },
      <StrictMode>
        <Job />
        <Job />
      </StrictMode>,
    )
    await advance(11 * SECOND)
    rerender(<Job key="again" />)
    await advance(SECOND)
    expect(onJobFinish).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ jobId: JOB_ID, phase: 'completed', runTestAfterOptimization: true }),
      JOB,
    )
  })

  it('is called for a row that no component polls', async () => {
    const onJobFinish = vi.fn()
    const simulator = createJobSimulator()
    const jobId = simulator.addJob({ projectId: PROJECT_ID, scenario: 'withoutTestRun' })
    simulator.addJob({ projectId: PROJECT_ID, scenario: 'failed', ageMs: 3_600_000 })
    renderApp(simulator, { onJobFinish }, <List />)
    await advance(150 * SECOND)
    expect(onJobFinish).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ jobId, phase: 'completed' }),
      { projectId: PROJECT_ID, jobId },
    )
  })

  it('is called once for a job in a list that lags behind the job', async () => {
    const onJobFinish = vi.fn()
    const fetch = async ({ url }: Request) =>
      url.endsWith(JOB_ID)
        ? respond(polls++ === 0 ? running : completed)
        : respond({ data: [running], pagination: { page: 1, page_size: 30, has_next: false } })
    let polls = 0
    const { queryClient } = renderApp(
      fetch,
      { onJobFinish },
      <>
        <List />
        <Job />
      </>,
    )
    await advance(60 * SECOND)
    await act(() => queryClient.invalidateQueries({ queryKey: optimizationKeys.lists(PROJECT_ID) }))
    expect(onJobFinish).toHaveBeenCalledTimes(1)
  })

  it('is not called for a job that had ended when first observed', async () => {
    const onJobFinish = vi.fn()
    renderApp(scriptedFetch(completed), { onJobFinish }, <Job />)
    await advance(SECOND)
    expect(onJobFinish).not.toHaveBeenCalled()
  })

  it('can throw without affecting the state', async () => {
    const onUncaught = vi.fn()
    process.once('uncaughtException', onUncaught)
    const onJobFinish = () => {
      throw new Error('the app’s own')
    }
    const { container } = renderApp(scriptedFetch(running, completed), { onJobFinish }, <Job />)
    await advance(11 * SECOND).catch(onUncaught)
    expect(onUncaught).toHaveBeenCalledTimes(1)
    process.off('uncaughtException', onUncaught)
    expect(container.textContent).toContain('completed')
  })
})

it('onJobPhaseChange of the provider is called once per change with the previous phase', async () => {
  const onJobPhaseChange = vi.fn()
  renderApp(
    scriptedFetch(queued, running, running, completed),
    { onJobPhaseChange },
    <>
      <Job />
      <Job />
    </>,
  )
  await advance(60 * SECOND)
  expect(
    onJobPhaseChange.mock.calls.map(([job, previous, reference]) => [previous, job.phase, reference]),
  ).toEqual([
    ['queued', 'running', JOB],
    ['running', 'completed', JOB],
  ])
})

it('the provider subscribes to the cache only with a callback', async () => {
  const { queryClient } = renderApp(scriptedFetch(running), {}, <Job />)
  await advance()
  expect(queryClient.getQueryCache().hasListeners()).toBe(false)
})

describe('useJobEvents', () => {
  function Events(events: JobEvents) {
    useJobEvents(events)
    return null
  }

  it('reports the end of each job of cards and lists once, beside the provider', async () => {
    const [ofProvider, ofComponent] = [vi.fn(), vi.fn()]
    const fetch = async ({ url }: Request) => {
      if (url.endsWith(JOB_ID)) return respond(polls++ === 0 ? running : completed)
      const other = buildJob({ job_id: 'other', status: polls < 2 ? 'running' : 'failed' })
      const job = polls < 2 ? running : completed
      return respond({ data: [job, other], pagination: { page: 1, page_size: 30, has_next: false } })
    }
    let polls = 0
    renderApp(
      fetch,
      { onJobFinish: ofProvider },
      <StrictMode>
        <Events onJobFinish={ofComponent} />
        <List />
        <Job />
      </StrictMode>,
    )
    await advance(60 * SECOND)
    for (const { mock } of [ofProvider, ofComponent]) {
      expect(mock.calls.map(([{ jobId, phase }]) => [jobId, phase])).toEqual([
        [JOB_ID, 'completed'],
        ['other', 'failed'],
      ])
    }
  })

  it('calls the latest callback, until unmount', async () => {
    const [first, latest] = [vi.fn(), vi.fn()]
    const { rerender } = renderApp(
      scriptedFetch(queued, running, completed),
      {},
      <>
        <Job />
        <Events onJobPhaseChange={first} />
      </>,
    )
    await advance()
    rerender(
      <>
        <Job />
        <Events onJobPhaseChange={latest} />
      </>,
    )
    await advance(6 * SECOND)
    rerender(<Job />)
    await advance(60 * SECOND)
    expect(first).not.toHaveBeenCalled()
    expect(latest.mock.calls.map(([job, previous]) => [previous, job.phase])).toEqual([['queued', 'running']])
  })
})
