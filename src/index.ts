export type { JobStatusActionsProps } from './card/JobStatusActions.js'
export { JobStatusCard, type JobStatusCardProps } from './card/JobStatusCard.js'
export type { JobComponents, JobLinks, JobStatusRootProps, LinkBuilder } from './card/JobStatusRoot.js'
export * as JobStatus from './card/parts.js'
export type { JobConnection, JobSituation, JobWatch, OptimizationJobState } from './hooks/jobState.js'
export {
  OptimizationProvider,
  type OptimizationProviderProps,
  useOptimizationClient,
} from './hooks/OptimizationProvider.js'
export {
  type UseCancelOptimizationJobOptions,
  useCancelOptimizationJob,
} from './hooks/useCancelOptimizationJob.js'
export { type UseOptimizationJobOptions, useOptimizationJob } from './hooks/useOptimizationJob.js'
export {
  type OptimizationJobsState,
  type UseOptimizationJobsOptions,
  useOptimizationJobs,
} from './hooks/useOptimizationJobs.js'
export type { PhaseCallbacks } from './hooks/usePhaseCallbacks.js'
export {
  type UseStartOptimizationJobOptions,
  useStartOptimizationJob,
} from './hooks/useStartOptimizationJob.js'
export { englishLabels } from './labels/englishLabels.js'
export type { JobLabels, StatusWord } from './labels/JobLabels.js'
export { type ProblemWord, problemWord } from './labels/problemWord.js'
export { JobList, type JobListProps } from './list/JobList.js'
export type { JobListRowOptions } from './list/JobListRow.js'
export { StartJobForm, type StartJobFormProps } from './list/StartJobForm.js'
export type { PolledJob } from './query/jobQueryState.js'
export {
  type JobPollingOptions,
  type OptimizationJobQueryOptions,
  optimizationJobOptions,
} from './query/optimizationJobOptions.js'
export {
  type JobListPollingOptions,
  type OptimizationJobsQueryOptions,
  optimizationJobsOptions,
  type PolledPage,
} from './query/optimizationJobsOptions.js'
export { type JobListFilter, optimizationKeys } from './query/optimizationKeys.js'
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
