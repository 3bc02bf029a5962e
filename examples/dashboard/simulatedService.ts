import {
  createJobSimulator,
  type JobSimulator,
  type Scenario,
  type ScenarioName,
  scenarios,
  type WireStartBody,
} from '../../src/testing.js'
import { demo } from './src/demo.js'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const ENDED: readonly ScenarioName[] = ['happy', 'withoutTestRun', 'happy', 'failed', 'happy', 'cancelled']

/**
 * The simulator with a few jobs in it. `SIMULATOR_SPEED` sets how much faster than real ones new jobs run (20), and
 * `SIMULATOR_JOBS` how many there are at first (8); of many, 20 run.
 */
export function createSimulatedService(token: string): JobSimulator {
  const speed = Number(process.env.SIMULATOR_SPEED || 20)
  if (!(speed > 0 && Number.isFinite(speed))) {
    throw new Error('SIMULATOR_SPEED has to be a number above 0: 20 makes a job of 320 s end after 16 s.')
  }
  const simulator = createJobSimulator({
    token,
    speed,
    projectIds: [demo.projectId],
    scenario: chooseScenario,
  })
  const add = (ageMs: number, scenario: Scenario) =>
    simulator.addJob({ projectId: demo.projectId, ageMs, scenario: compensateForSpeed(scenario, speed) })

  add(4 * SECOND_MS, { ...scenarios.happy, pendingMs: 10 * MINUTE_MS })
  add(75 * SECOND_MS, scenarios.happy)
  add(100 * SECOND_MS, { ...scenarios.noProgress, dataSourcesUsed: null })
  add(150 * SECOND_MS, scenarios.unknownStatus)
  add(2 * HOUR_MS, scenarios.happy)
  add(5 * HOUR_MS, scenarios.withoutTestRun)
  add(26 * HOUR_MS, scenarios.failed)
  add(75 * HOUR_MS, scenarios.cancelled)
  for (let count = 8; count < Number(process.env.SIMULATOR_JOBS); count++) {
    if (count < 24) add((3 + count / 4) * MINUTE_MS, scenarios.slow)
    else add(count * HOUR_MS, scenarios[ENDED[count % ENDED.length] ?? 'happy'])
  }
  return simulator
}

/** Lets whoever tries the dashboard choose how a job ends. */
function chooseScenario({ user_instructions }: WireStartBody): ScenarioName {
  if (/fail/i.test(user_instructions ?? '')) return 'failed'
  return /cancel/i.test(user_instructions ?? '') ? 'cancelled' : 'happy'
}

/** The jobs that are there from the start take as long as real ones, so that there is something to see for a while. */
function compensateForSpeed(scenario: Scenario, speed: number): Scenario {
  const { pendingMs = 3 * SECOND_MS, cancellingMs = 2 * SECOND_MS, steps } = scenario
  return {
    ...scenario,
    pendingMs: pendingMs * speed,
    cancellingMs: cancellingMs * speed,
    steps: steps.map((step) => ({ ...step, durationMs: step.durationMs * speed })),
  }
}
