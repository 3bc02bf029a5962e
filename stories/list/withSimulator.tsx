import type { Decorator } from '@storybook/react-vite'
import { useState } from 'react'
import { createJobSimulator, type JobSimulator } from 'react-prompt-optimization/testing'
import { createTestApp } from 'react-prompt-optimization/testing/react'

export const PROJECT_ID = '0b6e7c1e-6a39-4a1b-9d2c-7f8e9d0c1b2a'

const MINUTE_MS = 60_000

/** Renders a story with its own simulator, whose IDs are deterministic. */
export function withSimulator(setUp: (simulator: JobSimulator) => void): Decorator {
  return function WithSimulator(Story) {
    const [{ wrapper: App }] = useState(() => {
      let count = 0
      const createId = () => `${String(++count).padStart(8, '5')}-7e1f-4c53-8f7e-4a9d3b6c5e22`
      const simulator = createJobSimulator({ createId, pageSize: 6 })
      setUp(simulator)
      return createTestApp({ fetch: simulator })
    })
    return (
      <App>
        <Story />
      </App>
    )
  }
}

/** Adds jobs in several states: one more than fits on a page. */
export function addJobs(simulator: JobSimulator): void {
  const projectId = PROJECT_ID
  simulator.addJob({ projectId })
  simulator.addJob({ projectId, ageMs: MINUTE_MS })
  simulator.addJob({ projectId, scenario: 'noProgress', ageMs: 2 * MINUTE_MS })
  simulator.addJob({ projectId, ageMs: 90 * MINUTE_MS })
  simulator.addJob({ projectId, scenario: 'failed', ageMs: 180 * MINUTE_MS })
  simulator.addJob({ projectId, scenario: 'cancelled', ageMs: 26 * 60 * MINUTE_MS })
  simulator.addJob({ projectId, scenario: 'withoutTestRun', ageMs: 50 * 60 * MINUTE_MS })
}
