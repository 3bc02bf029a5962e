export { JobStatusCard, type JobStatusCardProps } from './card/JobStatusCard.js'
export type { JobLinks, JobStatusRootProps, LinkBuilder } from './card/JobStatusRoot.js'
export { englishLabels, type JobLabels } from './card/labels.js'
export * as JobStatus from './card/parts.js'
export type { JobConnection, JobSituation, JobWatch, OptimizationJobState } from './hooks/jobState.js'
export {
  OptimizationProvider,
  type OptimizationProviderProps,
  useOptimizationClient,
} from './hooks/OptimizationProvider.js'
export { type UseOptimizationJobOptions, useOptimizationJob } from './hooks/useOptimizationJob.js'
export type { PhaseCallbacks } from './hooks/usePhaseCallbacks.js'
export type { PolledJob } from './query/jobQueryState.js'
export { type JobPollingOptions, optimizationJobOptions } from './query/optimizationJobOptions.js'
export { optimizationKeys } from './query/optimizationKeys.js'
export type {
  DataSourcesUsed,
  JobProgress,
  JobReference,
  OptimizationJob,
  OptimizationJobPage,
  OptimizationJobSummary,
  StartedOptimizationJob,
  StartOptimizationJobInput,
} from './service/job.js'
export type { JobStep } from './service/jobRecord.js'
export type { OptimizationError } from './service/OptimizationError.js'
export type { JobPhase, TerminalJobPhase } from './service/phase.js'
export type { PollInterval } from './service/pollInterval.js'
