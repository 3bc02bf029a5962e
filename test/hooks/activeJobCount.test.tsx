import { render } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useActiveJobCount, useOptimizationJobList } from '../../src/index.js'
import { buildJob } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, PROJECT_ID, scriptedFetch, settle } from '../support/renderJobHook.js'
import { respond } from '../support/respond.js'
import { setJobs } from '../support/setJobs.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const page = (...statuses: string[]) => ({
  data: statuses.map((status, index) => buildJob({ job_id: `job-${index}`, status })),
  pagination: { page: 1, page_size: 30, has_next: false },
})

function renderCount(fetch: (request: Request) => Promise<Response>, others: React.ReactNode = null) {
  const counts: (number | null)[] = []
  function Count() {
    counts.push(useActiveJobCount({ projectId: PROJECT_ID }))
    return null
  }
  const { wrapper, queryClient } = createTestApp({ fetch })
  render(
    <>
      <Count />
      {others}
    </>,
    { wrapper },
  )
  return { counts, queryClient, getCount: () => counts.at(-1) }
}

function List() {
  return useOptimizationJobList({ projectId: PROJECT_ID }).jobs.length
}

it('counts queued and running jobs, and is null until they are known', async () => {
  const { counts, getCount } = renderCount(scriptedFetch(page('pending', 'running', 'completed', 'failed')))
  expect(counts[0]).toBeNull()
  await settle()
  expect(getCount()).toBe(2)
})

it('shares the requests of a list', async () => {
  const fetch = scriptedFetch(page('running'))
  renderCount(fetch, <List />)
  await settle()
  expect(fetch).toHaveBeenCalledTimes(1)
  await settle(10_000)
  expect(fetch).toHaveBeenCalledTimes(2)
})

it('polls by itself, and renders only when the number changes', async () => {
  const fetch = scriptedFetch(
    page('pending', 'running'),
    page('running', 'running'),
    page('running', 'running', 'completed'),
    page('running', 'completed', 'completed'),
  )
  const { counts } = renderCount(fetch)
  await settle()
  const before = counts.length
  await settle(22_000)
  expect(fetch).toHaveBeenCalledTimes(3)
  expect(counts.length).toBe(before)
  await settle(10_000)
  expect(counts.slice(before)).toEqual([1])
})

it('counts a job that is on two pages once', async () => {
  const { getCount, queryClient } = renderCount(scriptedFetch(page('running')))
  await settle()
  const [key] = queryClient
    .getQueryCache()
    .getAll()
    .map(({ queryKey }) => queryKey)
  queryClient.setQueryData(key ?? [], (data: { pages: { jobs: unknown[] }[] }) => ({
    pages: [...data.pages, ...data.pages],
    pageParams: [1, 2],
  }))
  await advance()
  expect(getCount()).toBe(1)
})

it('stays null without access to the project, and stops polling', async () => {
  const fetch = scriptedFetch(() => respond({}, { status: 403 }))
  const { getCount } = renderCount(fetch)
  await settle(70_000)
  expect(getCount()).toBeNull()
  expect(fetch).toHaveBeenCalledTimes(1)
})

it('keeps the last number while requests fail', async () => {
  const { getCount, queryClient } = renderCount(scriptedFetch(() => respond({}, { status: 503 })))
  await setJobs(queryClient, { first: 'running' })
  await settle(20_000)
  expect(getCount()).toBe(1)
})
