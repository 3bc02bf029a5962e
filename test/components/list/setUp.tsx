import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { vi } from 'vitest'
import { JobList, type JobListProps } from '../../../src/index.js'
import { createJobSimulator, type JobSimulatorOptions } from '../../../src/testing.js'
import { createTestApp } from '../../../src/testingReact.js'
import { PROJECT_ID } from '../../support/renderJobHook.js'

export const SECOND = 1_000
export const HOUR = 3_600 * SECOND

/** A simulator, and an app that uses it. Tests use fake timers. */
export function setUp(options: JobSimulatorOptions = {}) {
  const simulator = createJobSimulator(options)
  const fetch = vi.fn((request: Request) => simulator(request))
  const { wrapper: App } = createTestApp({ fetch })
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  const detailCalls = () =>
    fetch.mock.calls.map(([{ url }]) => url.split('/prompt-optimization-jobs/')[1]).filter(Boolean)
  const renderList = (props: Partial<JobListProps> = {}) =>
    render(<JobList projectId={PROJECT_ID} locale="en" {...props} />, { wrapper: App })
  return { simulator, fetch, user, App, renderList, detailCalls }
}

export const rows = () => within(screen.getByRole('list', { name: 'Jobs' })).getAllByRole('listitem')
