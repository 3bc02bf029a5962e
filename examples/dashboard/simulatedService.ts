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
const FINISHED_SCENARIOS: readonly ScenarioName[] = [
  'happy',
  'withoutTestRun',
  'happy',
  'failed',
  'happy',
  'cancelled',
]

/**
 * Creates a simulator with some jobs. `SIMULATOR_SPEED` is the speed of new jobs (default 20), `SIMULATOR_JOBS` the initial
 * number of jobs (default 8), of which up to 20 are active.
 */
export function createSimulatedService(token: string): JobSimulator {
  const speed = Number(process.env.SIMULATOR_SPEED || 20)
  if (!(speed > 0 && Number.isFinite(speed))) {
    throw new Error('SIMULATOR_SPEED must be a number above 0. At 20, a job of 320 s takes 16 s.')
  }
  const simulator = createJobSimulator({
    token,
    speed,
    projectIds: [demo.projectId],
    scenario: resolveScenario,
  })
  const startBody = { prompt_template_version_id: demo.startValues.promptTemplateVersionId }
  const add = (ageMs: number, scenario: Scenario) =>
    simulator.addJob({
      projectId: demo.projectId,
      ageMs,
      scenario: compensateForSpeed(scenario, speed),
      startBody,
    })

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
    else add(count * HOUR_MS, scenarios[FINISHED_SCENARIOS[count % FINISHED_SCENARIOS.length] ?? 'happy'])
  }
  return simulator
}

/** Lets users of the demo select how a job ends. */
function resolveScenario({ user_instructions }: WireStartBody): ScenarioName {
  if (/fail/i.test(user_instructions ?? '')) return 'failed'
  return /cancel/i.test(user_instructions ?? '') ? 'cancelled' : 'happy'
}

/** Slows down the initial jobs to real time, so that they stay active for a while. */
function compensateForSpeed(scenario: Scenario, speed: number): Scenario {
  const { pendingMs = 3 * SECOND_MS, cancellingMs = 2 * SECOND_MS, steps } = scenario
  return {
    ...scenario,
    pendingMs: pendingMs * speed,
    cancellingMs: cancellingMs * speed,
    steps: steps.map((step) => ({ ...step, durationMs: step.durationMs * speed })),
  }
}
