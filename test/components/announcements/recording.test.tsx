import { render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { JobList, JobStatusCard, useOptimizationJob } from '../../../src/index.js'
import { createJobSimulator, type Fault, type Scenario, scenarios } from '../../../src/testing.js'
import { createTestApp } from '../../../src/testingReact.js'
import { PROJECT_ID } from '../../support/renderJobHook.js'
import { collectAnnouncements, SAMPLING_MS, SPACING_MS } from './collectAnnouncements.js'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-01-15T12:00:00Z') }))
afterEach(() => void vi.useRealTimers())

const WATCHED = 'aaaaaaaa-0000-4000-8000-000000000000'
const LISTED = 'bbbbbbbb-0000-4000-8000-000000000000'
/** How often the live region is read in half an hour, in milliseconds. */
const COARSE_MS = 500

function Page() {
  return (
    <>
      <JobStatusCard state={useOptimizationJob({ projectId: PROJECT_ID, jobId: WATCHED })} />
      <JobList projectId={PROJECT_ID} />
    </>
  )
}

/** A page with a card and a list of two jobs, which are queued. */
function renderPage(watched: Scenario = scenarios.happy, listed: Scenario = scenarios.failed) {
  const simulator = createJobSimulator()
  const { wrapper } = createTestApp({ fetch: simulator })
  simulator.addJob({ projectId: PROJECT_ID, jobId: WATCHED, scenario: watched })
  simulator.addJob({ projectId: PROJECT_ID, jobId: LISTED, scenario: listed })
  render(<Page />, { wrapper })
  return simulator
}

/** Asserts that there is time to read each message. React 18 may render it a sample later. */
function expectSpacing(recording: readonly [number, string][], samplingMs: number): void {
  for (const [index, [time]] of recording.entries())
    expect(time - (recording[index - 1]?.[0] ?? -SPACING_MS)).toBeGreaterThanOrEqual(SPACING_MS - samplingMs)
}

test('a card and a closed row announce the course of their jobs, each event once', async () => {
  renderPage()
  const recording = await collectAnnouncements(400_000)
  expect(recording.map(([, text]) => text)).toEqual([
    'Job aaaaaaaa: Running. Step 1 of 4, Analyzing examples',
    'Job bbbbbbbb: Running',
    'Job aaaaaaaa: Step 2 of 4, Optimizing prompt',
    'Job aaaaaaaa: Step 3 of 4, Running baseline test',
    'Job bbbbbbbb: Failed',
    'Job aaaaaaaa: Step 4 of 4, Running optimized test',
    'Job aaaaaaaa: Completed',
  ])
  expectSpacing(recording, SAMPLING_MS)
  // No later than the poll that brings it, and one message before it.
  const endedAt = recording.at(-1)?.[0] ?? 0
  expect(endedAt).toBeGreaterThan(323_000)
  expect(endedAt).toBeLessThan(323_000 + 5_000 + SPACING_MS)
})

/** Longer than half an hour, in steps too short to count as stalled. */
const LONG: Scenario = {
  ...scenarios.happy,
  steps: Array.from({ length: 8 }, (_, index) => ({ name: `Name ${index + 1}`, durationMs: 300_000 })),
}

test('a list above the card of a job leaves it the message that says more', async () => {
  const simulator = createJobSimulator()
  const { wrapper } = createTestApp({ fetch: simulator })
  simulator.addJob({ projectId: PROJECT_ID, jobId: WATCHED })
  function ListFirst() {
    return (
      <>
        <JobList projectId={PROJECT_ID} />
        <JobStatusCard state={useOptimizationJob({ projectId: PROJECT_ID, jobId: WATCHED })} />
      </>
    )
  }
  render(<ListFirst />, { wrapper })
  expect((await collectAnnouncements(20_000)).map(([, text]) => text)).toEqual([
    'Job aaaaaaaa: Running. Step 1 of 4, Analyzing examples',
  ])
})

test('the outcome of a job that a filter drops is announced', async () => {
  const simulator = createJobSimulator()
  const { wrapper } = createTestApp({ fetch: simulator })
  simulator.addJob({ projectId: PROJECT_ID, jobId: LISTED, scenario: 'failed' })
  render(<JobList projectId={PROJECT_ID} filter={({ phase }) => phase === 'running'} />, { wrapper })
  const recording = await collectAnnouncements(400_000)
  expect(recording.map(([, text]) => text)).toEqual(['Job bbbbbbbb: Running', 'Job bbbbbbbb: Failed'])
})

test('a bad half hour: each interruption is announced once, and its end', async () => {
  const simulator = renderPage(LONG, LONG)
  await collectAnnouncements(60_000, COARSE_MS)
  /** The announcements but for those of steps, until two minutes after the fault. */
  const outage = async (fault: Fault, minutes: number) => {
    simulator.injectFault(fault, { times: Number.POSITIVE_INFINITY })
    const during = await collectAnnouncements(minutes * 60_000, COARSE_MS)
    simulator.clearFaults()
    const after = await collectAnnouncements(120_000, COARSE_MS)
    expectSpacing(during, COARSE_MS)
    expectSpacing(after, COARSE_MS)
    const isOfStep = ([, text]: [number, string]) => /^Job \w{8}: Step/.test(text)
    return [during, after].map((texts) => texts.filter((text) => !isOfStep(text)).map(([, text]) => text))
  }
  expect(await outage('reset', 1)).toEqual([['Can’t reach the service.'], ['Updates resumed.']])
  for (let times = 0; times < 2; times++)
    expect(await outage({ status: 503 }, 12)).toEqual([
      ['Something went wrong on the service’s side.'],
      ['Updates resumed.'],
    ])
})
