// @vitest-environment node

import { fileURLToPath } from 'node:url'
import { QueryClient, QueryClientProvider, useQueries } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createOptimizationClient } from '../../src/api.js'
import { JobOutcome } from '../../src/diff.js'
import {
  JobList,
  JobStatusCard,
  OptimizationProvider,
  optimizationJobOptions,
  StartJobForm,
  useOptimizationClient,
  useOptimizationJob,
  useOptimizationJobStates,
} from '../../src/index.js'
import { PromptFields, PromptNames } from '../../src/prompts.js'

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url))
const projectId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const jobId = '0b6e7c1e-6a39-4a1b-9d2c-222222222222'
const client = createOptimizationClient({ baseUrl: '/api/v2' })

function Job() {
  const state = useOptimizationJob({ projectId, jobId })
  return <JobStatusCard state={state} outcome={<JobOutcome projectId={projectId} />} />
}

function States() {
  const queries = [optimizationJobOptions(useOptimizationClient(), { projectId, jobId })]
  const [state] = useOptimizationJobStates(queries, useQueries({ queries }))
  return state && <JobStatusCard state={state} />
}

function Jobs() {
  return (
    <PromptNames projectId={projectId}>
      <StartJobForm projectId={projectId} fields={<PromptFields projectId={projectId} />} />
      <JobList projectId={projectId} />
    </PromptNames>
  )
}

// With Cache Components, Next.js fails the build of a static page that reads a clock or a random number while rendering.
it.each<[string, ReactNode]>([
  ['useOptimizationJob', <Job key="job" />],
  ['useOptimizationJobStates', <States key="states" />],
  ['JobList and StartJobForm', <Jobs key="jobs" />],
])('%s reads no clock and no random number on a server without data', (_, page) => {
  expect(typeof document).toBe('undefined')
  const callers: string[] = []
  const record = () => {
    const { stack = '' } = new Error()
    // React reads the clock, too, outside components.
    if (stack.includes(SOURCE)) callers.push(stack)
    return 0
  }
  vi.spyOn(Date, 'now').mockImplementation(record)
  vi.spyOn(Math, 'random').mockImplementation(record)
  onTestFinished(() => void vi.restoreAllMocks())
  renderToString(
    <QueryClientProvider client={new QueryClient()}>
      <OptimizationProvider client={client}>{page}</OptimizationProvider>
    </QueryClientProvider>,
  )
  expect(callers).toEqual([])
})
