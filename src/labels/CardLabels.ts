import type { JobPhase } from '../core/phase.js'
import type { ErrorKey } from './getErrorKey.js'

/** The key of a status label: the kind of the state, or `cancelling` for an active job that is being cancelled. */
export type StatusKey = JobPhase | 'idle' | 'loading' | 'error' | 'cancelling'

/** A unit of durations. */
export type DurationUnit = 'day' | 'hour' | 'minute' | 'second'

/** The labels of the card and its parts. */
export interface CardLabels {
  /** A BCP 47 tag: the language of the labels, which also formats numbers and dates. */
  locale: string
  /** The direction of the language, the `dir` of the components. @default that of the page */
  direction?: 'ltr' | 'rtl' | undefined

  /** The card's title before there is a job, where the app sets none. */
  title: string
  /** The title of a card or row where the app sets none. `jobId` is cut to eight characters. */
  defaultJobTitle: (jobId: string) => string
  /** The badge; also the progress bar's value text without a step, and part of announcements. */
  status: (key: StatusKey) => string

  // Time.
  /** A part of a duration: a formatted number with its unit (`day`, `hour`, `minute` or `second`), abbreviated. */
  durationPart: (count: string, unit: DurationUnit) => string
  /** Between the parts of a duration: empty in languages that have no spaces. @default a space */
  durationSeparator?: string | undefined
  /** A relative time. A duration may end in a period of its own ("8 Sek."). */
  ago: (duration: string) => string
  /** A relative time of less than a second. */
  justNow: string

  // The second line of the header. A relative time is a date where it can't be known, and after 30 days.
  /** While the state is `idle`. */
  noJob: string
  /** While the state is `loading`. */
  loadingJob: string
  /** When a queued job was created. The badge says that it is queued. */
  createdAgo: (ago: string) => string
  /** How long ago a running job was created, as a clock. */
  runningFor: (duration: string) => string
  /** When a running job was created, where its clock is not known; also one that is over at an unknown time. */
  startedAgo: (ago: string) => string
  /** How long a completed job took, and when it finished. */
  completedAfter: (duration: string, ago: string) => string
  /** How long a failed or cancelled job ran, and when it ended. `status` is the status label. */
  endedAfter: (status: string, duration: string, ago: string) => string

  // Progress.
  /** The accessible name of the progress bar. */
  progress: string
  /** While the job is queued and the service reports no step. */
  waitingToStart: string
  /** While the job is running and the service reports no step. */
  working: string
  /** The current step and the number of steps. */
  stepOf: (step: string, totalSteps: string) => string
  /** The same for narrow cards. */
  stepOfShort: (step: string, totalSteps: string) => string
  /** The current step, where the reported number of steps is invalid. */
  stepNumber: (step: string) => string
  /** The last step of a failed or cancelled job. `status` is the status label. */
  endedIn: (status: string, stepName: string) => string
  /** How long the job has been stalled; also announced. */
  stalledFor: (duration: string) => string

  // Details: steps, times and IDs.
  /** The trigger of the details. */
  details: string
  /** The accessible name of the list of steps. */
  steps: string
  /** For screen readers, between the name of a step that is over and its duration. */
  stepState: (state: 'done' | 'failed' | 'stopped') => string
  /** The duration of a step whose start was not observed. */
  atLeast: (duration: string) => string
  /** The number of steps that follow. */
  moreSteps: (count: number, formatted: string) => string
  /** The term for the time when the job was created. */
  createdAt: string
  /** The term for the time when it finished. */
  completedAt: string
  /** The term for the job's ID. */
  jobId: string
  /** The term for the ID of the version to improve. */
  originalVersionId: string
  /** The term for the ID of the version that the job created. */
  optimizedVersionId: string
  /** The term for the ID of the prompt template. */
  promptTemplateId: string
  /** The accessible name of a copy button. `name` is the term for the ID. */
  copy: (name: string) => string
  /** The same after copying; also announced. */
  copied: string

  // Data sources: the text after each count.
  /** The accessible name of the counts. */
  dataSources: string
  /** After the number of human labels. */
  humanLabels: (count: number) => string
  /** After the number of feedback items. */
  customerFeedback: (count: number) => string

  // Outcome.
  /** The heading of the changes summary. */
  summary: string
  /** Expands a long text. */
  showMore: string
  /** Collapses it again. */
  showLess: string
  /** The accessible name of the links. */
  results: string
  /** The link to the test run. */
  testRun: string
  /** The link to the comparison. */
  comparison: string
  /** The link to the version that the job created. */
  optimizedVersion: string
  /** A completed job that requested a test run and has none. */
  testRunMissing: string
  /** A failed job without an error message. */
  failedWithoutReason: string

  // Errors and connection.
  /** Why the latest request failed, and what to do: one or two sentences. */
  error: (key: ErrorKey) => string
  /** While the connection is `offline`, and updates resume. */
  offline: string
  /** While the connection is `offline` after a non-retryable error. */
  offlineRetry: string
  /** While the connection is `paused`: in a hidden page, or with `enabled: false`. */
  paused: string
  /** When the latest successful response arrived. */
  updatedAgo: (ago: string) => string
  /** The time until the next poll, while the connection is `retrying`. */
  retryingIn: (duration: string) => string
  /** While a retry is in flight; also on the retry buttons. */
  retrying: string
  /** The button that polls before the next scheduled poll. */
  retryNow: string
  /** The button that polls again after a non-retryable error. */
  retry: string

  // Canceling.
  /** The button that opens the confirmation. */
  cancel: string
  /** The confirmation. */
  cancelConfirmTitle: string
  /** The button that confirms. */
  cancelConfirm: string
  /** The button that dismisses the confirmation. */
  cancelDismiss: string
  /** In place of `cancel`, while the job is being cancelled. */
  cancelling: string
  /** The request failed. The reason follows, if known. */
  cancelFailed: string

  // Live region only. `title` is the card's or row's.
  /** After an interruption of updates, which is announced by `error` or `offline`. */
  reconnected: string
  /** A running job reached another step. */
  announceStep: (title: string, position: string, stepName: string) => string
  /** A job runs, is over, has stalled or became `error`. `status` is the label that is shown. */
  announceStatus: (title: string, status: string) => string
}
