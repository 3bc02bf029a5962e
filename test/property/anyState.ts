import fc from 'fast-check'
import type { OptimizationJobState } from '../../src/index.js'
import { buildJobState } from '../../src/testingReact.js'
import { anyError, anyText, anyWireJob } from './arbitraries.js'

/** The time of the tests that render: some jobs were started in what is then the future. */
export const NOW = Date.parse('2026-01-15T12:00:00Z')

const anyMoment = fc.integer({ min: NOW - 1e12, max: NOW + 1e12 })

const anyStep = fc.record({
  step: fc.integer(),
  name: anyText,
  // Two steps may be learnt of in one moment.
  firstSeenAt: fc.oneof(anyMoment, fc.constantFrom(NOW, NOW - 60_000)),
  endedAt: fc.option(anyMoment),
  isStartObserved: fc.boolean(),
})

const anyWatch = fc.record({
  connection: fc.constantFrom<OptimizationJobState['connection']>('live', 'retrying', 'offline', 'paused'),
  steps: fc.array(anyStep, { maxLength: 4 }),
  stalledSince: fc.option(anyMoment),
  lastUpdatedAt: fc.option(anyMoment),
  nextPollAt: fc.option(anyMoment),
})

/** Any state that the hook could return: a job of any kind, or none, watched in any way. */
export const anyState: fc.Arbitrary<OptimizationJobState> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({ wire: anyWireJob, watch: anyWatch, error: fc.option(anyError) })
      .map(({ wire, watch, error }) => buildJobState(wire, { ...watch, error })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ wire: fc.option(anyWireJob), watch: anyWatch, error: anyError })
      .map(({ wire, watch, error }) => buildJobState(wire, { ...watch, error, kind: 'unavailable' })),
  },
  fc
    .record({ kind: fc.constantFrom('idle', 'loading'), watch: anyWatch, error: fc.option(anyError) })
    .map(({ kind, watch, error }) => buildJobState(null, { ...watch, error, kind: kind as 'idle' })),
)
