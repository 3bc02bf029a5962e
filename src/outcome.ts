/**
 * What comes after a job: what changed in the prompt, and its test results. It needs React.
 *
 * @packageDocumentation
 */

export {
  getPromptVersion,
  getTestRun,
  type ListTestRunsInput,
  listTestRuns,
} from './core/outcomeReads.js'
export type {
  PromptMessage,
  PromptPart,
  PromptVersion,
  PromptVersionReference,
} from './core/promptVersion.js'
export type {
  TestCriterion,
  TestEvaluation,
  TestRun,
  TestRunPage,
  TestRunReference,
  TestRunSummary,
} from './core/testRun.js'
export {
  type OptimizationOutcome,
  type OutcomeHalf,
  type PromptChanges,
  type TestRuns,
  type UseOptimizationOutcomeOptions,
  useOptimizationOutcome,
} from './hooks/useOptimizationOutcome.js'
export { outcomeKeys } from './query/outcomeKeys.js'
export {
  type PromptVersionQueryOptions,
  promptVersionOptions,
  type TestRunOptions,
  type TestRunQueryOptions,
  testRunOptions,
} from './query/outcomeOptions.js'
