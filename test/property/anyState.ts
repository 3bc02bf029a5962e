import fc from 'fast-check'
import type { OptimizationJobState } from '../../src/index.js'
import { buildJobState } from '../../src/testingReact.js'
import { anyError, anyText, anyWireJob } from './arbitraries.js'

/** Current time of the rendering tests: some generated timestamps lie in the future. */
export const NOW = Date.parse('2026-01-15T12:00:00Z')

const anyTimestamp = fc.integer({ min: NOW - 1e12, max: NOW + 1e12 })

const anyStep = fc.record({
  step: fc.integer(),
  name: anyText,
  // Two steps can be first seen at the same time.
  firstObservedAt: fc.oneof(anyTimestamp, fc.constantFrom(NOW, NOW - 60_000)),
  endedAt: fc.option(anyTimestamp),
  isStartObserved: fc.boolean(),
})

const anyPollingInfo = fc.record({
  connection: fc.constantFrom<OptimizationJobState['connection']>('live', 'retrying', 'offline', 'paused'),
  steps: fc.array(anyStep, { maxLength: 4 }),
  stalledSince: fc.option(anyTimestamp),
  lastUpdatedAt: fc.option(anyTimestamp),
  nextPollAt: fc.option(anyTimestamp),
})

/** Any state that `useOptimizationJob` can return. */
export const anyState: fc.Arbitrary<OptimizationJobState> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({ wire: anyWireJob, polling: anyPollingInfo, error: fc.option(anyError) })
      .map(({ wire, polling, error }) => buildJobState(wire, { ...polling, error })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ wire: fc.option(anyWireJob), polling: anyPollingInfo, error: anyError })
      .map(({ wire, polling, error }) => buildJobState(wire, { ...polling, error, kind: 'error' })),
  },
  fc
    .record({ kind: fc.constantFrom('idle', 'loading'), polling: anyPollingInfo, error: fc.option(anyError) })
    .map(({ kind, polling, error }) => buildJobState(null, { ...polling, error, kind: kind as 'idle' })),
)
