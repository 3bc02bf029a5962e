import type { TestCriterion, TestRun } from 'react-prompt-optimization/outcome'

/** A test run with these criteria. */
export function buildTestRun(criteria: readonly TestCriterion[], rest: Partial<TestRun> = {}): TestRun {
  return {
    testRunId: '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d',
    name: null,
    description: null,
    createdAt: null,
    promptName: 'Support reply',
    promptVersion: 'v13',
    modelName: 'gpt-4o',
    sessionsCount: 24,
    criteria,
    ...rest,
  }
}

/** A criterion without figures, but those given. */
export function buildCriterion(name: string, rest: Partial<TestCriterion> = {}): TestCriterion {
  return { name, evaluation: 'auto', passed: null, failed: null, averageScore: null, ...rest }
}

/** The test runs of both versions, as in the simulator. */
export const bothRuns = {
  testRun: buildTestRun([
    buildCriterion('Tone', { evaluation: 'human', passed: 21, failed: 3, averageScore: 4.2 }),
    buildCriterion('Accuracy', { passed: 22, failed: 2, averageScore: 0.92 }),
    buildCriterion('Brevity', { passed: 19, failed: 5, averageScore: 3.9 }),
    buildCriterion('Valid JSON', { evaluation: 'client', passed: 24, failed: 0 }),
  ]),
  baseline: buildTestRun(
    [
      buildCriterion('Tone', { evaluation: 'human', passed: 21, failed: 3, averageScore: 4.2 }),
      buildCriterion('Accuracy', { passed: 18, failed: 6, averageScore: 0.75 }),
      buildCriterion('Brevity', { passed: 20, failed: 4, averageScore: 4.2 }),
      buildCriterion('Valid JSON', { evaluation: 'client', passed: 0, failed: 24 }),
    ],
    { promptVersion: 'v12' },
  ),
}
