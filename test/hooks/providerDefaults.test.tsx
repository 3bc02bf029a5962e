import { focusManager } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  JobStatusCard,
  type JobStatusCardProps,
  type OptimizationDefaults,
  useOptimizationJob,
  useOptimizationJobList,
} from '../../src/index.js'
import { buildJob } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, JOB_ID, PROJECT_ID, scriptedFetch } from '../support/renderJobHook.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  focusManager.setFocused(undefined)
})

const running = buildJob({ job_id: JOB_ID })
const completed = buildJob({
  job_id: JOB_ID,
  status: 'completed',
  test_run_id: 't1',
  comparison_id: 'c1',
  changes_summary: 'Shorter.',
})

function Card({ pollIntervalMs, ...props }: { pollIntervalMs?: number } & Omit<JobStatusCardProps, 'state'>) {
  return (
    <JobStatusCard
      state={useOptimizationJob({ projectId: PROJECT_ID, jobId: JOB_ID, pollIntervalMs })}
      {...props}
    />
  )
}

function renderWithDefaults(
  fetch: (request: Request) => Promise<Response>,
  defaults: OptimizationDefaults,
  children: React.ReactNode,
) {
  return render(children, createTestApp({ fetch, ...defaults }))
}

it('links and components of the provider apply to every card, which can replace each of them', async () => {
  renderWithDefaults(
    scriptedFetch(completed),
    {
      links: { testRun: (id) => `/runs/${id}`, comparison: (id) => `/comparisons/${id}` },
      components: { Summary: ({ children }) => <em>{children}</em> },
    },
    <>
      <Card id="first" />
      <Card id="second" links={{ testRun: (id) => `/other/${id}` }} />
    </>,
  )
  await advance()
  const hrefs = screen.getAllByRole('link').map((link) => link.getAttribute('href'))
  expect(hrefs).toEqual(['/comparisons/c1', '/runs/t1', '/comparisons/c1', '/other/t1'])
  expect(screen.getAllByText('Shorter.').map(({ tagName }) => tagName)).toEqual(['EM', 'EM'])
})

it.each([
  ['of the provider', undefined, 4],
  ['of the hook over that of the provider', 5_000, 13],
])('the poll interval %s applies', async (_, pollIntervalMs, requests) => {
  const fetch = scriptedFetch(running)
  renderWithDefaults(
    fetch,
    { polling: { pollIntervalMs: 20_000 } },
    <Card {...(pollIntervalMs && { pollIntervalMs })} />,
  )
  await advance(60_500)
  expect(fetch).toHaveBeenCalledTimes(requests)
})

it('pollInBackground of the provider applies to jobs and lists', async () => {
  const list = { data: [running], pagination: { page: 1, page_size: 30, has_next: false } }
  const fetch = vi.fn(({ url }: Request) =>
    scriptedFetch(url.endsWith(JOB_ID) ? running : list)(new Request(url)),
  )
  function List() {
    return useOptimizationJobList({ projectId: PROJECT_ID }).jobs.length
  }
  renderWithDefaults(
    fetch,
    { polling: { pollInBackground: true, pollIntervalMs: 10_000 } },
    <>
      <Card />
      <List />
    </>,
  )
  await advance()
  act(() => focusManager.setFocused(false))
  await advance(10_500)
  expect(fetch).toHaveBeenCalledTimes(4)
})
