/**
 * What comes after a job: what changed in the prompt, and its test results. It needs React.
 *
 * @packageDocumentation
 */

export type { CriterionComparison } from './components/outcome/compareTestRuns.js'
export { TestResults, type TestResultsProps } from './components/outcome/TestResults.js'
export type { ListInput } from './core/catalog.js'
export { getPromptVersion, getTestRun, listTestRuns } from './core/outcomeReads.js'
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
export type {
  OptimizationOutcome,
  OutcomeHalf,
  PromptChanges,
  TestRuns,
} from './hooks/OptimizationOutcome.js'
export { type UseOptimizationOutcomeOptions, useOptimizationOutcome } from './hooks/useOptimizationOutcome.js'
export { outcomeKeys } from './query/outcomeKeys.js'
export {
  type OutcomeQueryOptions,
  promptVersionOptions,
  type TestRunOptions,
  testRunOptions,
  testRunPageOptions,
} from './query/outcomeOptions.js'
