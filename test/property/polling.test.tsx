import fc from 'fast-check'
import { test } from 'vitest'
import { SEED } from './arbitraries.js'
import { anyAction, anyTimeline, runModel } from './pollingModel.js'

const anyScenario = fc.tuple(
  fc.tuple(anyTimeline, anyTimeline),
  fc.array(anyAction, { minLength: 1, maxLength: 25 }),
)

test('useOptimizationJob keeps the polling invariants through lag, faults, offline and hidden phases, and always reaches the end', async () => {
  await fc.assert(
    fc.asyncProperty(anyScenario, ([timelines, actions]) => runModel(timelines, actions)),
    { seed: SEED, numRuns: 300 },
  )
}, 300_000)
