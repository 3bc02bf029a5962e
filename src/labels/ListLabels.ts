import type { ErrorKey } from './getErrorKey.js'

/** The labels of the job list and of the start form, in addition to those of the card. */
export interface ListLabels {
  // Job list.
  /** The list's accessible name. */
  jobs: string
  /** Until the first response. */
  loadingJobs: string
  /** The empty list. */
  noJobs: string
  /** The button that loads the next page. */
  loadMore: string
  /** The same, while it loads. */
  loadingMore: string

  // Start form.
  /** The submit button. */
  startJob: string
  /** The same, while the request is in flight. */
  starting: string
  /** The service has accepted the job. */
  jobStarted: string
  /** The link to the job that was started. */
  openJob: string
  /** The question before a job is started with the same input as another one. */
  repeatConfirmTitle: string
  /** The button that starts it. */
  repeatConfirm: string
  /** The button that closes the question. */
  repeatDismiss: string
  /** The field for the version to improve. */
  promptVersionId: string
  /** The field for the dataset. */
  datasetId: string
  /** The field for the instructions. */
  instructions: string
  /** After that label and a space, with its parentheses. */
  optional: string
  /** The legend of the checkboxes. */
  options: string
  /** The checkbox for `useBestPractices`. */
  useBestPractices: string
  /** The checkbox for `useLabels`. */
  useLabels: string
  /** The checkbox for `useCustomerFeedback`. */
  useCustomerFeedback: string
  /** The checkbox for `runTestAfterOptimization`. */
  runTest: string
  /** An empty field. */
  required: string
  /** A field whose value is not a valid ID. */
  invalidId: string
  /** The job was not started. The reason follows. */
  startFailed: string
  /** The response was lost, so the job may have started. Starting costs money: the person should check first. */
  mayHaveStarted: string

  // Errors.
  /** `error`, for requests about a project instead of a job. */
  projectError: (key: ErrorKey) => string
}
