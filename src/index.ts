/**
 * The hooks and components, and the TanStack Query options below them. They need React, and stand below an
 * `OptimizationProvider`.
 *
 * @packageDocumentation
 */

export type { JobComponents, JobLinks, LinkBuilder } from './card/JobComponents.js'
export type { JobStatusActionsProps } from './card/JobStatusActions.js'
export { JobStatusCard, type JobStatusCardProps } from './card/JobStatusCard.js'
export type { JobStatusRootProps } from './card/JobStatusRoot.js'
/**
 * The parts of the card, to be arranged as you like below a `JobStatus.Root`. Each takes `className`, `style`, `ref` and
 * the props of its element, shows the state as `data-kind` and `data-connection`, and is left out where it has
 * nothing to show.
 *
 * @example
 * return (
 *   <JobStatus.Root state={state}>
 *     <JobStatus.Header />
 *     <JobStatus.Progress />
 *     <JobStatus.Links />
 *   </JobStatus.Root>
 * )
 */
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
export { optimizationKeys } from './query/optimizationKeys.js'
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
export type { JobStep } from './service/jobRecord.js'
export type { OptimizationError, OptimizationErrorKind } from './service/OptimizationError.js'
export type { JobPhase, TerminalJobPhase } from './service/phase.js'
export type { PollInterval } from './service/pollInterval.js'
