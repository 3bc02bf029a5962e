import type { TestCriterion, TestRun } from '../../../src/outcome.js'

/** A test run with these criteria, and null where the fields say nothing. */
export const buildTestRun = (criteria: readonly TestCriterion[], fields: Partial<TestRun> = {}): TestRun => ({
  testRunId: 'run-1',
  name: null,
  description: null,
  createdAt: null,
  promptName: null,
  promptVersion: null,
  modelName: null,
  sessionsCount: null,
  criteria,
  ...fields,
})
