import fc from 'fast-check'
import { test } from 'vitest'
import { SEED } from './arbitraries.js'
import { anyAction, anyCourse, runModel } from './pollingModel.js'

const anyStory = fc.tuple(
  fc.tuple(anyCourse, anyCourse),
  fc.array(anyAction, { minLength: 1, maxLength: 25 }),
)

// What `runModel` promises stands in it, word for word: a job that is over is asked for no more, none is asked for twice at
// once, and on the screen nothing is lost, goes back or is told twice, whatever happens to the service, the network and the page.
test('watching keeps its promises through lag, faults, absence and impatience, and always gets to the end', async () => {
  await fc.assert(
    fc.asyncProperty(anyStory, ([courses, actions]) => runModel(courses, actions)),
    { seed: SEED, numRuns: 300 },
  )
}, 300_000)
