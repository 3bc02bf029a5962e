/**
 * The client of the service, and what it speaks of: jobs, phases and errors. It runs without React, in browsers and on
 * servers.
 *
 * @packageDocumentation
 */

export {
  type CallOptions,
  createOptimizationClient,
  type ListOptimizationJobsInput,
  type OptimizationClient,
  type OptimizationClientOptions,
} from './service/createOptimizationClient.js'
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
} from './service/job.js'
export type { JobRecord, JobStep } from './service/jobRecord.js'
export {
  OptimizationError,
  type OptimizationErrorDetails,
  type OptimizationErrorKind,
} from './service/OptimizationError.js'
export { isTerminalPhase, type JobPhase, type TerminalJobPhase } from './service/phase.js'
export type { PollInterval } from './service/pollInterval.js'
export {
  optimizationJobPageSchema,
  optimizationJobSchema,
  startedOptimizationJobSchema,
} from './service/schema.js'
export {
  type ShareAcrossTabsOptions,
  type SharedOptimizationClient,
  shareAcrossTabs,
} from './service/shareAcrossTabs.js'
export {
  type WaitForOptimizationJobOptions,
  waitForOptimizationJob,
} from './service/waitForOptimizationJob.js'
