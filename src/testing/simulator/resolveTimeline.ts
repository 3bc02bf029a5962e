import type { Scenario, ScenarioEnding, ScenarioResults, ScenarioStep } from './Scenario.js'
import type { WireDataSources } from './wire.js'

/** A scenario with defaults applied and durations divided by the speed. */
export interface JobTimeline {
  pendingMs: number
  steps: readonly ScenarioStep[]
  /** Counted from 1; clamped to the steps. */
  endsInStep: number
  ending: ScenarioEnding
  cancellingMs: number
  runningStatus: string
  reportsProgress: boolean
  runsTest: boolean
  dataSourcesUsed: WireDataSources | null
  results: { [Name in keyof ScenarioResults]-?: NonNullable<ScenarioResults[Name]> }
}

/** Resolves the timeline of a job. At `speed` 20, it is twenty times faster. */
export function resolveTimeline(
  scenario: Scenario,
  options: { isTestRequested: boolean; speed: number },
): JobTimeline {
  const { isTestRequested, speed } = options
  const runsTest = (scenario.runsTest ?? true) && isTestRequested
  const effective = isTestRequested || scenario.runsTest === false ? scenario : toSingleStep(scenario)
  const { dataSourcesUsed = { human_labels_count: 123, customer_feedback_count: 45 } } = scenario
  return {
    pendingMs: (effective.pendingMs ?? 3_000) / speed,
    steps: effective.steps.map((step) => ({ ...step, durationMs: step.durationMs / speed })),
    endsInStep: getEndingStep(effective),
    ending: effective.ending,
    cancellingMs: (effective.cancellingMs ?? 2_000) / speed,
    runningStatus: effective.runningStatus ?? 'running',
    reportsProgress: effective.reportsProgress ?? true,
    runsTest,
    dataSourcesUsed,
    results: {
      version: scenario.results?.version ?? 'changed',
      testRun: scenario.results?.testRun ?? 'figures',
      figuresDelayMs: (scenario.results?.figuresDelayMs ?? 0) / speed,
    },
  }
}

/** Without a test run, the service reports a single step: merges the remaining steps into one of the same duration. */
function toSingleStep(scenario: Scenario): Scenario {
  const isOptimization = (step: ScenarioStep) => !step.isTest
  const reached = scenario.steps.slice(0, getEndingStep(scenario)).filter(isOptimization)
  const durationMs = reached.reduce((sum, step) => sum + step.durationMs, 0)
  const name = scenario.steps.filter(isOptimization).at(-1)?.name ?? 'Optimizing prompt'
  return { ...scenario, steps: [{ name, durationMs }], endsInStep: 1 }
}

function getEndingStep({ steps, endsInStep = steps.length }: Scenario): number {
  return Math.max(0, Math.min(endsInStep, steps.length))
}
