import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, vi } from 'vitest'
import {
  JobStatusCard,
  type JobStatusCardProps,
  type JobStep,
  type OptimizationJobState,
} from '../../../src/index.js'

export const NOW = Date.parse('2026-01-01T12:00:00Z')

export const minutesAgo = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString()

export const LINKS = {
  testRun: (id: string) => `/test-runs/${id}`,
  comparison: (id: string) => `/comparisons/${id}`,
  optimizedVersion: (id: string) => `/versions/${id}`,
}

/** Completed job with every kind of result, in wire format. */
export const COMPLETED = {
  status: 'completed',
  created_at: minutesAgo(130),
  completed_at: minutesAgo(120),
  changes_summary: 'Made the refund policy explicit.',
  test_run_id: 'run-1',
  comparison_id: 'comparison-1',
  optimized_version_id: 'version-1',
}

/** Fake timers that start each test at noon, in UTC. */
export function freezeTime() {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW })
    vi.stubEnv('TZ', 'UTC')
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllEnvs()
  })
}

export const setUpUser = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime.bind(vi) })

export function renderCard(state: OptimizationJobState, props: Partial<JobStatusCardProps> = {}) {
  return render(<JobStatusCard state={state} locale="en" links={LINKS} {...props} />)
}

/** Step between two times in minutes ago; `toMinutesAgo` is null while it runs. */
export function buildStep(
  step: number,
  fromMinutesAgo: number,
  toMinutesAgo: number | null,
  isStartObserved = true,
) {
  return {
    step,
    name: `Step name ${step}`,
    firstObservedAt: NOW - fromMinutesAgo * 60_000,
    endedAt: toMinutesAgo === null ? null : NOW - toMinutesAgo * 60_000,
    isStartObserved,
  } satisfies JobStep
}
