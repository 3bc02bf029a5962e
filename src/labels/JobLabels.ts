import type { JobPhase } from '../core/phase.js'
import type { ErrorKey } from './getErrorKey.js'

/** What the word for a status is chosen by: the kind of the state, or that a running job is being cancelled. */
export type StatusKey = JobPhase | 'idle' | 'loading' | 'unavailable' | 'cancelling'

/**
 * Every word that the components show or say. Numbers and durations arrive formatted for the locale; where a plural
 * depends on a number, the number comes too.
 */
export interface JobLabels extends CardLabels, ListLabels {}

/** The words of the card and its parts. */
export interface CardLabels {
  /** The card's title, and its name for assistive technology. */
  title: string
  /** The word in the pill, spoken by the bar and by announcements too. */
  status: (word: StatusKey) => string

  // Time.
  /** How long ago a moment was. A duration may end in a full stop of its own ("8 Sek."). */
  ago: (duration: string) => string
  /** The same of a moment within the last second. */
  justNow: string

  // The second line of the header.
  /** While the state is `idle`. */
  noJob: string
  /** While the state is `loading`. */
  loadingJob: string
  /** When a job that waits was made. */
  queuedAgo: (ago: string) => string
  /** When a job that runs was made, or one that is over at a time that is unknown. */
  startedAgo: (ago: string) => string
  /** How long a completed job took, and when it was completed. */
  completedAfter: (duration: string, ago: string) => string
  /** How long a failed or cancelled job went on, and when it ended. */
  endedAfter: (duration: string, ago: string) => string

  // Progress.
  /** The bar's name for assistive technology. */
  progress: string
  /** While the job is queued and the service names no step. */
  waitingToStart: string
  /** While the job runs and the service names no step. */
  working: string
  /** The step that the job is in, and how many there are. */
  stepOf: (step: string, totalSteps: string) => string
  /** The same where there is little room. */
  stepOfShort: (step: string, totalSteps: string) => string
  /** Where the count of steps cannot be right. */
  stepNumber: (step: string) => string
  /** While nothing has moved for long. */
  stalledFor: (duration: string) => string

  // Details: the steps and the ids.
  /** On the fold. */
  details: string
  /** The name of the list of steps for assistive technology. */
  steps: string
  /** How long a step took that was under way already when it was first seen. */
  atLeast: (duration: string) => string
  /** How many steps are still to come. */
  moreSteps: (count: number, formatted: string) => string
  /** What the job's id is called. */
  jobId: string
  /** What the id of the version to improve is called. */
  originalVersionId: string
  /** What the id of the version that the job made is called. */
  optimizedVersionId: string
  /** What the id of the prompt template is called. */
  promptTemplateId: string
  /** The name of the button that copies an id, for assistive technology. */
  copy: (name: string) => string
  /** The same once the id is copied; announced, too. */
  copied: string

  // What the optimizer worked with: what stands after the figure.
  /** The name of the figures for assistive technology. */
  dataSources: string
  /** After the number of labels. */
  humanLabels: (count: number) => string
  /** After the number of pieces of feedback. */
  customerFeedback: (count: number) => string

  // The outcome.
  /** Above the summary of what changed. */
  summary: string
  /** On the button that unfolds a long text. */
  showMore: string
  /** On the button that folds it again. */
  showLess: string
  /** The name of the links for assistive technology. */
  results: string
  /** On the link to the test run. */
  testRun: string
  /** On the link to the comparison. */
  comparison: string
  /** On the link to the version that the job made. */
  optimizedVersion: string
  /** Where a completed job was asked for a test run, and names none. */
  testRunMissing: string
  /** In place of the reason, where a failed job has none. */
  failedWithoutReason: string

  // Trouble.
  /** Why nothing can be shown, or why the latest check failed, and what to do: one or two sentences. */
  error: (word: ErrorKey) => string
  /** While the connection is `offline`. */
  offline: string
  /** While the connection is `paused`. */
  paused: string
  /** When the service last answered. */
  updatedAgo: (ago: string) => string
  /** In how long the next check is, while the connection is `retrying`. */
  retryingIn: (duration: string) => string
  /** Once that time is over, and on the buttons while they check. */
  retrying: string
  /** On the button that checks before that. */
  retryNow: string
  /** On the button that checks where the state is `unavailable`, and above a list that could not be read. */
  retry: string

  // Cancelling.
  /** On the button that opens the question. */
  cancel: string
  /** The question. */
  cancelConfirmTitle: string
  /** On the button that says yes. */
  cancelConfirm: string
  /** On the button that says no. */
  cancelDismiss: string
  /** In place of `cancel`, while the job is being cancelled. */
  cancelling: string
  /** Before the reason, if that is known, where it could not be. */
  cancelFailed: string

  // Said by the live region, and not shown.
  /** When a running job comes to another step. */
  announceStep: (title: string, position: string, stepName: string) => string
  /** When a job is over, or becomes `unavailable`. */
  announceStatus: (title: string, status: string) => string
}

/** The words of the list of jobs and of the form that starts one, beside those of the card. */
export interface ListLabels {
  // The list of jobs.
  /** The list's name for assistive technology. */
  jobs: string
  /** Until the first answer. */
  loadingJobs: string
  /** In place of the rows, where there are none. */
  noJobs: string
  /** What a row is called where the app has no name for it. `templateId` is the first eight characters. */
  defaultJobTitle: (templateId: string) => string
  /** When the job of a row was made. */
  started: (ago: string) => string
  /** How long the job of a row took. */
  took: (duration: string) => string
  /** On the button that reads the next page. */
  loadMore: string
  /** The same, while it is read. */
  loadingMore: string

  // The form that starts a job.
  /** On the button. */
  startJob: string
  /** The same, while the start is under way. */
  starting: string
  /** Announced when the service has accepted the job. */
  jobStarted: string
  /** Above the field for the version to improve. */
  promptVersionId: string
  /** Above the field for the dataset. */
  datasetId: string
  /** Above the field for wishes in words. */
  instructions: string
  /** After that, in brackets. */
  optional: string
  /** Above the four boxes to tick. */
  options: string
  /** Beside the box for `useBestPractices`. */
  useBestPractices: string
  /** Beside the box for `useLabels`. */
  useLabels: string
  /** Beside the box for `useCustomerFeedback`. */
  useCustomerFeedback: string
  /** Beside the box for `runTestAfterOptimization`. */
  runTest: string
  /** Below a field that holds no id. */
  invalidId: string
  /** Before the reason, where the job was not started. */
  startFailed: string
  /** After a start whose answer was lost: it costs money, so the person should look before trying again. */
  mayHaveStarted: string

  // Trouble.
  /** `problem`, where no single job is meant. */
  projectError: (word: ErrorKey) => string
}
