import type { WireDataSources, WireStartBody } from './wire.js'

/** A step of a simulated job. */
export interface ScenarioStep {
  /** The step's name. */
  name: string
  /** In milliseconds, at speed 1. `Infinity` never ends. */
  durationMs: number
  /** Whether the step belongs to the test run; it is skipped if none is requested. @default false */
  isTest?: boolean | undefined
}

/** How a simulated job ends unless it is cancelled. */
export type ScenarioEnding =
  | { outcome: 'completed'; changesSummary: string | null }
  | { outcome: 'failed'; errorMessage: string | null }
  | { outcome: 'cancelled' }

/**
 * The timeline of a simulated job, as plain data.
 *
 * @example
 * const scenario: Scenario = {
 *   steps: [{ name: 'Optimizing prompt', durationMs: 20_000 }],
 *   ending: { outcome: 'failed', errorMessage: 'The model did not respond.' },
 * }
 */
export interface Scenario {
  /** The time in the queue, in milliseconds. @default 3_000 */
  pendingMs?: number | undefined
  /** The steps, in order. */
  steps: readonly ScenarioStep[]
  /** How the job ends. */
  ending: ScenarioEnding
  /** The step after which the job ends, counted from 1. @default the last step */
  endsInStep?: number | undefined
  /** The time from cancellation to the end, in milliseconds. @default 2_000 */
  cancellingMs?: number | undefined
  /** The raw status while the job is running. @default 'running' */
  runningStatus?: string | undefined
  /** Whether progress is reported. @default true */
  reportsProgress?: boolean | undefined
  /** Whether the job runs a test, unless its start body opts out. @default true */
  runsTest?: boolean | undefined
  /** What the job leaves behind when it has completed. @default a changed version, and a test run with figures */
  results?: ScenarioResults | undefined
  /** Reported once the first step is over. @default 123 human labels, 45 customer feedback items */
  dataSourcesUsed?: WireDataSources | null | undefined
}

/** What a simulated job leaves behind when it has completed. */
export interface ScenarioResults {
  /**
   * The new version: `changed`, `identical` (the job names the original again), or `gone` (a 404). @default 'changed'
   */
  version?: 'changed' | 'identical' | 'gone' | undefined
  /**
   * The test run: with `figures`, with no criteria (`empty`), `failed`, or with figures of `unknown` shapes.
   * @default 'figures'
   */
  testRun?: 'figures' | 'empty' | 'failed' | 'unknown' | undefined
  /** How long after the job's end the figures are there, in milliseconds. @default 0 */
  figuresDelayMs?: number | undefined
}

/** The name of a predefined scenario. */
export type ScenarioName =
  | 'happy'
  | 'withoutTestRun'
  | 'failed'
  | 'cancelled'
  | 'slow'
  | 'unknownStatus'
  | 'noProgress'
  | 'lateFigures'
  | 'noCriteria'
  | 'identicalVersion'
  | 'versionGone'
  | 'testRunFailed'
  | 'unknownShapes'

/** A scenario, the name of one, or a function that selects one by the start body. */
export type ScenarioChoice = ScenarioName | Scenario | ((body: WireStartBody) => ScenarioName | Scenario)
