import type { Decorator } from '@storybook/react-vite'
import { useState } from 'react'
import { createJobSimulator, type JobSimulator } from 'react-prompt-optimization/testing'
import { createTestApp } from 'react-prompt-optimization/testing/react'

export const PROJECT_ID = '0b6e7c1e-6a39-4a1b-9d2c-7f8e9d0c1b2a'

const MINUTE = 60_000

/** Puts a story on a simulator of its own, whose ids are the same at every visit. */
export function onSimulator(prepare: (simulator: JobSimulator) => void): Decorator {
  return function OnSimulator(Story) {
    const [{ wrapper: App }] = useState(() => {
      let count = 0
      const createId = () => `${String(++count).padStart(8, '5')}-7e1f-4c53-8f7e-4a9d3b6c5e22`
      const simulator = createJobSimulator({ createId, pageSize: 6 })
      prepare(simulator)
      return createTestApp({ fetch: simulator })
    })
    return (
      <App>
        <Story />
      </App>
    )
  }
}

/** Jobs in several states, one page and one job more. */
export function addJobs(simulator: JobSimulator): void {
  const projectId = PROJECT_ID
  simulator.addJob({ projectId })
  simulator.addJob({ projectId, ageMs: MINUTE })
  simulator.addJob({ projectId, scenario: 'noProgress', ageMs: 2 * MINUTE })
  simulator.addJob({ projectId, ageMs: 90 * MINUTE })
  simulator.addJob({ projectId, scenario: 'failed', ageMs: 180 * MINUTE })
  simulator.addJob({ projectId, scenario: 'cancelled', ageMs: 26 * 60 * MINUTE })
  simulator.addJob({ projectId, scenario: 'withoutTestRun', ageMs: 50 * 60 * MINUTE })
}
