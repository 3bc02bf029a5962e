import type { WireDataSources, WireStartBody } from './wire.js'

/** One step that a simulated job goes through. */
export interface ScenarioStep {
  /** What the service calls the step. */
  name: string
  /** In milliseconds, before the simulator's speed. `Infinity` never ends. */
  durationMs: number
  /** Whether the step belongs to the test run: a job that was started without one leaves it out. @default false */
  isTest?: boolean | undefined
}

/** How a simulated job ends, if nobody cancels it before. */
export type ScenarioEnding =
  | { outcome: 'completed'; changesSummary: string | null }
  | { outcome: 'failed'; errorMessage: string | null }
  | { outcome: 'cancelled' }

/**
 * What happens to a simulated job over time, as data.
 *
 * @example
 * const scenario: Scenario = {
 *   steps: [{ name: 'Optimizing prompt', durationMs: 20_000 }],
 *   ending: { outcome: 'failed', errorMessage: 'The model gave no answer.' },
 * }
 */
export interface Scenario {
  /** How long the job waits before its first step, in milliseconds. @default 3_000 */
  pendingMs?: number | undefined
  /** The steps, in order. */
  steps: readonly ScenarioStep[]
  /** How the job ends. */
  ending: ScenarioEnding
  /** The step at the end of which the job ends, counted from 1. @default the last one */
  endsInStep?: number | undefined
  /** How long a cancelled job takes to stop, in milliseconds. @default 2_000 */
  cancellingMs?: number | undefined
  /** The status while the job is in its steps. @default 'running' */
  runningStatus?: string | undefined
  /** Whether the service tells which step the job is in. @default true */
  reportsProgress?: boolean | undefined
  /** Whether the job runs a test, if its start body does not decline one. @default true */
  runsTest?: boolean | undefined
  /** Told once the first step is over. @default 123 human labels, 45 pieces of customer feedback */
  dataSourcesUsed?: WireDataSources | null | undefined
}

/** The scenarios that come with the simulator. */
export type ScenarioName =
  | 'happy'
  | 'withoutTestRun'
  | 'failed'
  | 'cancelled'
  | 'slow'
  | 'unknownStatus'
  | 'noProgress'

/** A scenario, the name of one, or a function that picks one by what the job is asked to do. */
export type ScenarioChoice = ScenarioName | Scenario | ((body: WireStartBody) => ScenarioName | Scenario)
