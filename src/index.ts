/**
 * Hooks, components, and the TanStack Query options that they use. They need React.
 *
 * @packageDocumentation
 */

export type { JobStatusActionsProps } from './components/card/JobStatusActions.js'
export { JobStatusCard, type JobStatusCardProps } from './components/card/JobStatusCard.js'
export type { HeadingLevel, JobStatusPartProps } from './components/card/JobStatusContext.js'
export type { JobStatusDetailsProps } from './components/card/JobStatusDetails.js'
export type { JobStatusRootProps } from './components/card/JobStatusRoot.js'
/**
 * The parts of the card, to be composed inside a `JobStatus.Root`. Each takes `className`, `style`, `render`, `ref`
 * and the props of its element, has the state as `data-kind` and `data-connection`, and renders nothing if it has no content.
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
export * as JobStatus from './components/card/parts.js'
/**
 * The parts of the start form, to be composed inside a `StartJobFormParts.Root`. Each takes `className`, `style`, `render`,
 * `ref` and the props of its element.
 *
 * @example
 * const mutation = useStartOptimizationJob({ projectId })
 * return (
 *   <StartJobFormParts.Root mutation={mutation} defaultValues={{ promptTemplateVersionId }}>
 *     <StartJobFormParts.IdField name="datasetId" />
 *     <StartJobFormParts.Submit />
 *     <StartJobFormParts.Error />
 *   </StartJobFormParts.Root>
 * )
 */
export * as StartJobFormParts from './components/list/formParts.js'
export { JobList, type JobListProps } from './components/list/JobList.js'
export type {
  JobListPartProps,
  JobListRowOptions,
  JobListRowPartProps,
  JobListRowState,
} from './components/list/JobListContext.js'
export type { JobListPlaceholderProps } from './components/list/JobListPlaceholder.js'
export type { JobListRootProps } from './components/list/JobListRoot.js'
export type { JobListRowProps } from './components/list/JobListRow.js'
export type { JobListRowCardProps } from './components/list/JobListRowCard.js'
export type { JobListRowsProps } from './components/list/JobListRows.js'
export type { JobListRowTriggerProps } from './components/list/JobListRowTrigger.js'
/**
 * The parts of the list, to be composed inside a `JobListParts.Root`. Each takes `className`, `style`, `render`, `ref` and
 * the props of its element, and renders nothing if it has no content.
 *
 * @example
 * const state = useOptimizationJobList({ projectId })
 * return (
 *   <JobListParts.Root state={state} projectId={projectId}>
 *     <JobListParts.Rows />
 *     <JobListParts.LoadMore />
 *   </JobListParts.Root>
 * )
 */
export * as JobListParts from './components/list/listParts.js'
export { StartJobForm, type StartJobFormProps } from './components/list/StartJobForm.js'
export type { StartJobFormPartProps, StartJobFormState } from './components/list/StartJobFormContext.js'
export type { StartJobFormIdFieldProps } from './components/list/StartJobFormFields.js'
export type {
  StartJobFormOptionProps,
  StartJobFormOptionsProps,
} from './components/list/StartJobFormOptions.js'
export type { StartJobFormRootProps } from './components/list/StartJobFormRoot.js'
export type { JobListExpansion } from './components/list/useExpandedJobIds.js'
export type { ElementProps } from './components/shared/mergeProps.js'
export type { PartProps, RenderProps } from './components/shared/renderElement.js'
export { TickingText, type TickingTextProps } from './components/shared/TickingText.js'
export { type JobLabelFormats, useJobLabels } from './components/shared/useJobLabels.js'
export { JobStatusBadge, type JobStatusBadgeProps } from './components/status/JobStatusBadge.js'
export type {
  DataSourcesUsed,
  JobListFilter,
  JobProgress,
  JobReference,
  OptimizationJob,
  OptimizationJobInput,
  OptimizationJobPage,
  OptimizationJobSummary,
  StartedOptimizationJob,
  StartOptimizationJobInput,
} from './core/job.js'
export type { JobRecord, JobStep } from './core/jobRecord.js'
export { OptimizationError, type OptimizationErrorKind } from './core/OptimizationError.js'
export type { JobPhase } from './core/phase.js'
export type { PollInterval } from './core/pollInterval.js'
export type {
  JobConnection,
  JobPollingInfo,
  JobStateVariant,
  OptimizationJobState,
} from './hooks/deriveJobState.js'
export type { JobComponents, JobLinks, LinkBuilder } from './hooks/JobComponents.js'
export type { FinishNotificationPermission } from './hooks/notificationPermission.js'
export { type OptimizationDefaults, useOptimizationClient } from './hooks/OptimizationContext.js'
export { OptimizationProvider, type OptimizationProviderProps } from './hooks/OptimizationProvider.js'
export { useActiveJobCount } from './hooks/useActiveJobCount.js'
export {
  type UseCancelOptimizationJobOptions,
  useCancelOptimizationJob,
} from './hooks/useCancelOptimizationJob.js'
export { useFinishedInTitle } from './hooks/useFinishedInTitle.js'
export {
  type FinishNotification,
  type UseFinishNotificationOptions,
  useFinishNotification,
} from './hooks/useFinishNotification.js'
export { type JobEvents, useJobEvents } from './hooks/useJobEvents.js'
export type { LocalizationProps } from './hooks/useLabels.js'
export { type UseOptimizationJobOptions, useOptimizationJob } from './hooks/useOptimizationJob.js'
export {
  type OptimizationJobListState,
  type UseOptimizationJobListOptions,
  useOptimizationJobList,
} from './hooks/useOptimizationJobList.js'
export {
  type OptimizationJobQueryResult,
  useOptimizationJobStates,
} from './hooks/useOptimizationJobStates.js'
export type { PhaseCallbacks } from './hooks/usePhaseCallbacks.js'
export {
  type StartOptimizationJobResult,
  type UseStartOptimizationJobOptions,
  useStartOptimizationJob,
} from './hooks/useStartOptimizationJob.js'
export type { StatusKey } from './labels/CardLabels.js'
export { type ErrorKey, getErrorKey } from './labels/getErrorKey.js'
export type { CardAndListLabels, JobLabels } from './labels/JobLabels.js'
export {
  type JobListPollingOptions,
  type OptimizationJobListQueryOptions,
  optimizationJobListOptions,
} from './query/optimizationJobListOptions.js'
export {
  type JobPollingOptions,
  type OptimizationJobQueryOptions,
  optimizationJobOptions,
} from './query/optimizationJobOptions.js'
export { optimizationKeys } from './query/optimizationKeys.js'
