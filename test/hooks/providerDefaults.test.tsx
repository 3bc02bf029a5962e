import { focusManager } from '@tanstack/react-query'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  JobList,
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

it('titles of the provider apply to cards and rows, where they are known and the component has none', async () => {
  const other = buildJob({ job_id: '5b1d7c2e-0000-4000-8000-000000000002' })
  const list = { data: [completed, other], pagination: { page: 1, page_size: 30, has_next: false } }
  renderWithDefaults(
    ({ url }) => scriptedFetch(url.endsWith(JOB_ID) ? completed : list)(new Request(url)),
    { getTitle: ({ jobId }) => (jobId === JOB_ID ? 'Support reply' : undefined) },
    <>
      <Card />
      <Card title="Of its own" />
      <JobList projectId={PROJECT_ID} />
    </>,
  )
  await advance()
  const titles = screen.getAllByRole('article').map(({ ariaLabel }) => ariaLabel)
  expect(titles).toEqual(['Support reply', 'Of its own'])
  const rows = [...document.querySelectorAll('.rpo-row-title')].map(({ textContent }) => textContent)
  expect(rows).toEqual(['Support reply', 'Job 5b1d7c2e'])
})

it('what an app adds to the details stands there, on a card and on that of a row', async () => {
  const list = { data: [completed], pagination: { page: 1, page_size: 30, has_next: false } }
  renderWithDefaults(
    ({ url }) => scriptedFetch(url.endsWith(JOB_ID) ? completed : list)(new Request(url)),
    {},
    <>
      <Card details="Refund conversations" />
      <JobList
        projectId={PROJECT_ID}
        defaultExpandedJobIds={[JOB_ID]}
        renderDetails={({ phase }) => `Dataset of a job that is ${phase}`}
      />
    </>,
  )
  await advance()
  expect(screen.queryByText(/Refund|Dataset/)).toBeNull()
  for (const trigger of screen.getAllByRole('button', { name: /^Details/ })) fireEvent.click(trigger)
  expect(screen.getByText(/Refund conversations/)).toBeVisible()
  expect(screen.getByText(/Dataset of a job that is completed/)).toBeVisible()
})
