import type { Scenario, ScenarioName, ScenarioStep } from './Scenario.js'

const CHANGES_SUMMARY = `The labels show two weak spots: answers that promise refunds too early, and a tone that turns stiff once a customer is upset.

- **Refund policy made explicit.** The 30-day rule and its two exceptions now stand before the examples, so that the model no longer infers them.
- **Tone.** "Be professional" became three concrete rules: name the customer's concern first, keep sentences under 20 words, and never answer a complaint with a list.
- **Output format.** The model now returns \`answer\` and \`needs_human\` as JSON, and an example shows both.
- **Removed** two examples that contradicted the policy.

### Worth checking

1. Orders from before 2024 are not covered by any label.
2. The prompt grew from 412 to 538 tokens.`

const analyzing: ScenarioStep = { name: 'Analyzing examples', durationMs: 45_000 }
const optimizing: ScenarioStep = { name: 'Optimizing prompt', durationMs: 75_000 }
const baselineTest: ScenarioStep = { name: 'Running baseline test', durationMs: 100_000, isTest: true }
const optimizedTest: ScenarioStep = { name: 'Running optimized test', durationMs: 100_000, isTest: true }

const happy: Scenario = {
  steps: [analyzing, optimizing, baselineTest, optimizedTest],
  ending: { outcome: 'completed', changesSummary: CHANGES_SUMMARY },
}

/**
 * The predefined scenarios by name:
 *
 * - `happy` is queued for 3 s, takes 320 s for four steps, and completes with a new version, a test run and a comparison.
 * - `withoutTestRun` has one step, and completes without a test run.
 * - `failed` fails in the third of four steps.
 * - `cancelled` is cancelled in the second step.
 * - `slow` stays in the second step for 20 minutes, long enough to count as stalled.
 * - `unknownStatus` has an unknown status while it is running.
 * - `noProgress` never reports progress.
 * - `lateFigures`, `noCriteria`, `testRunFailed` and `unknownShapes` complete with a test run whose figures come 12 s later, that
 *   has no evaluation criteria, that has failed, or whose figures have other shapes.
 * - `identicalVersion` completes with the original version, and `versionGone` with a version that does not exist any more.
 */
export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  happy,
  withoutTestRun: { ...happy, runsTest: false, steps: [{ ...optimizing, durationMs: 120_000 }] },
  failed: {
    steps: [analyzing, optimizing, { ...baselineTest, durationMs: 40_000 }, optimizedTest],
    endsInStep: 3,
    ending: {
      outcome: 'failed',
      errorMessage: 'Dataset 8f2c1d4e-6a0b-4c57-9e21-3b7d50a9c684 has no example with a label of "tone".',
    },
  },
  cancelled: {
    steps: [analyzing, { ...optimizing, durationMs: 30_000 }, baselineTest, optimizedTest],
    endsInStep: 2,
    ending: { outcome: 'cancelled' },
  },
  slow: {
    ...happy,
    steps: [analyzing, { ...optimizing, durationMs: 1_200_000 }, baselineTest, optimizedTest],
  },
  unknownStatus: { ...happy, runningStatus: 'warming_up' },
  noProgress: { ...happy, reportsProgress: false },
  lateFigures: { ...happy, results: { figuresDelayMs: 12_000 } },
  noCriteria: { ...happy, results: { testRun: 'empty' } },
  identicalVersion: { ...happy, results: { version: 'identical' } },
  versionGone: { ...happy, results: { version: 'gone' } },
  testRunFailed: { ...happy, results: { testRun: 'failed' } },
  unknownShapes: { ...happy, results: { testRun: 'unknown' } },
}

/** The names of {@link scenarios}. */
export const scenarioNames = Object.keys(scenarios) as readonly ScenarioName[]
