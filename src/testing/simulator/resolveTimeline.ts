import type { Scenario, ScenarioEnding, ScenarioStep } from './Scenario.js'
import type { WireDataSources } from './wire.js'

/** A scenario made ready for one job: defaults filled in, durations divided by the speed. */
export interface JobPlan {
  pendingMs: number
  steps: readonly ScenarioStep[]
  /** Counts from 1; within the steps. */
  endsInStep: number
  ending: ScenarioEnding
  cancellingMs: number
  runningStatus: string
  reportsProgress: boolean
  runsTest: boolean
  dataSourcesUsed: WireDataSources | null
}

/** Turns a scenario into the plan of one job. `speed` 20 makes it twenty times faster. */
export function planJob(scenario: Scenario, options: { isTestWanted: boolean; speed: number }): JobPlan {
  const { isTestWanted, speed } = options
  const runsTest = (scenario.runsTest ?? true) && isTestWanted
  const told = isTestWanted || scenario.runsTest === false ? scenario : asSingleStep(scenario)
  const { dataSourcesUsed = { human_labels_count: 123, customer_feedback_count: 45 } } = scenario
  return {
    pendingMs: (told.pendingMs ?? 3_000) / speed,
    steps: told.steps.map((step) => ({ ...step, durationMs: step.durationMs / speed })),
    endsInStep: endingStepOf(told),
    ending: told.ending,
    cancellingMs: (told.cancellingMs ?? 2_000) / speed,
    runningStatus: told.runningStatus ?? 'running',
    reportsProgress: told.reportsProgress ?? true,
    runsTest,
    dataSourcesUsed,
  }
}

/** The service counts a single step when there is no test run: what is left is told as one, which takes as long. */
function asSingleStep(scenario: Scenario): Scenario {
  const isLeft = (step: ScenarioStep) => !step.isTest
  const reached = scenario.steps.slice(0, endingStepOf(scenario)).filter(isLeft)
  const durationMs = reached.reduce((sum, step) => sum + step.durationMs, 0)
  const name = scenario.steps.filter(isLeft).at(-1)?.name ?? 'Optimizing prompt'
  return { ...scenario, steps: [{ name, durationMs }], endsInStep: 1 }
}

function endingStepOf({ steps, endsInStep = steps.length }: Scenario): number {
  return Math.max(0, Math.min(endsInStep, steps.length))
}
