/**
 * The client of the service, with its types, errors and schemas. It runs without React, in browsers and on servers.
 *
 * @packageDocumentation
 */

export {
  type CallOptions,
  createOptimizationClient,
  type ListOptimizationJobsInput,
  type OptimizationClient,
  type OptimizationClientOptions,
  type ReadInput,
  type SendInput,
} from './core/createOptimizationClient.js'
export type {
  DataSourcesUsed,
  JobListFilter,
  JobProgress,
  JobReference,
  OptimizationJob,
  OptimizationJobPage,
  OptimizationJobSummary,
  StartedOptimizationJob,
  StartOptimizationJobInput,
} from './core/job.js'
export {
  OptimizationError,
  type OptimizationErrorDetails,
  type OptimizationErrorKind,
} from './core/OptimizationError.js'
export { isTerminalPhase, type JobPhase, type TerminalJobPhase } from './core/phase.js'
export type { PollInterval } from './core/pollInterval.js'
export {
  optimizationJobPageSchema,
  optimizationJobSchema,
  startedOptimizationJobSchema,
} from './core/publicSchemas.js'
export type { StandardIssue, StandardResult, StandardSchemaV1 } from './core/StandardSchemaV1.js'
export {
  type ShareAcrossTabsOptions,
  type SharedOptimizationClient,
  shareAcrossTabs,
} from './core/shareAcrossTabs.js'
export {
  type WaitForOptimizationJobOptions,
  waitForOptimizationJob,
} from './core/waitForOptimizationJob.js'
