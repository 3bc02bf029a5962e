import type { JobPhase } from '../core/phase.js'
import type { ErrorKey } from './getErrorKey.js'

/** The key of a status label: the kind of the state, or `cancelling` for an active job that is being cancelled. */
export type StatusKey = JobPhase | 'idle' | 'loading' | 'error' | 'cancelling'

/** A unit of durations. */
export type DurationUnit = 'day' | 'hour' | 'minute' | 'second'

/**
 * Every string that the components show or announce, and the language they are in. Numbers are passed in formatted for the
 * locale, and durations in the words of `durationPart`; where a plural depends on a number, the number is passed too.
 */
export interface JobLabels extends CardAndListLabels, OutcomeLabels, PromptLabels, TitleLabels {}

/** The labels of the list and the form, which show cards and words of cards, too. */
export interface CardAndListLabels extends CardLabels, ListLabels {}

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
  /** A part of a duration: a formatted number with its unit, abbreviated. */
  durationPart: (count: string, unit: DurationUnit) => string
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
  /** After that label, in parentheses. */
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

/** The labels of what comes after a job, in addition to those of the card. */
export interface OutcomeLabels {
  /** The heading of the comparison of two prompt versions. */
  promptChanges: string
  /** Both versions are the same. */
  promptUnchanged: string
  /** Lines that are new and gone. Beside `+4 −2`, it is for screen readers. */
  lineCounts: (added: string, removed: string) => string
  /** What happened to a message. */
  messageChange: (change: 'unchanged' | 'changed' | 'added' | 'removed' | 'moved') => string
  /** The role of a message; `history` is the place of the conversation so far. Other roles are shown as reported. */
  messageRole: (role: string) => string
  /** For screen readers, before a line or a word. */
  lineChange: (change: 'added' | 'removed') => string
  /** The button that shows collapsed lines. */
  showUnchanged: (count: number, formatted: string) => string
  /** The button that collapses them again. */
  hideUnchanged: (count: number, formatted: string) => string
  /** A part of a message that is no text, such as an image. */
  media: (name: string) => string
  /** A setting of the model, by its name in the API, such as `temperature`. Others are shown as reported. */
  setting: (name: string) => string
  /** A setting that a version does not have. */
  settingMissing: string
  /** Variables that only the new version has. */
  variablesAdded: string
  /** Variables that only the original has: a caller that sets them is not broken, but what they said is lost. */
  variablesRemoved: string
  /** The comparison was given up because the texts are too large, so lines are not compared. */
  tooLargeToCompare: string
  /** The view with both versions in one column. */
  unifiedView: string
  /** The view with a column for each version. */
  splitView: string
  /** The name of the choice between them. */
  view: string
  /** The button that copies the new prompt. */
  copyPrompt: string

  /** Instead of `copyPrompt` where the clipboard can't be used; also announced. */
  copyFailed: string

  /** While the outcome is loading. */
  loadingOutcome: string
  /** The service does not have a version of the prompt. */
  versionNotFound: string
  /** The service does not have the test run. */
  testRunNotFound: string
  /** The service denies access to the versions or the test run. */
  outcomeForbidden: string

  // Test results.
  /** The heading of the test results. */
  testResults: string
  /** The number of examples of a test run. */
  examples: (count: number, formatted: string) => string
  /** The version that a test run says it tested. */
  testedVersion: (version: string) => string
  /** The column of criteria. */
  criterion: string
  /** The column of the earlier figures, where the version is not known. */
  beforeChange: string
  /** The column of the later figures, where the version is not known. */
  afterChange: string
  /** The column of the change. */
  change: string
  /** Who or what evaluates a criterion. */
  evaluation: (evaluation: 'human' | 'auto' | 'client') => string
  /** How many examples passed. */
  passedOf: (passed: string, total: string) => string
  /** The average score, whose scale is not known. */
  averageScore: (score: string) => string
  /** Figures that the service has in another form, or not at all. */
  noFigures: string
  /** The word for a change; for a score, whether more is better is not known. */
  changeWord: (change: 'better' | 'worse' | 'same' | 'higher' | 'lower') => string
  /** A change in percentage points, with its sign. */
  points: (points: string) => string
  /** The sum of the changes. */
  resultsSummary: (better: number, worse: number, total: number) => string
  /** A complete test run without evaluation criteria. */
  noCriteria: string
  /** A test run without figures, of which it is not known whether it is complete. */
  noTestFigures: string
  /** Why there is nothing to compare the figures with. */
  otherTestRunUnknown: string
  /** A test run that has not finished. */
  testInProgress: string
  /** A test run that has failed. */
  testFailed: string
}

/** The labels of the fields that choose a prompt, a version and a dataset by name. */
export interface PromptLabels {
  /** The field for the prompt. */
  prompt: string
  /** The field for the version. */
  version: string
  /** The field for the dataset. */
  dataset: string
  /** The empty option of a field. */
  choose: string
  /** The newest version of a prompt. */
  latestVersion: (name: string) => string
  /** The option of a field while its options are loading. */
  loadingOptions: string
  /** A project without prompts. */
  noPrompts: string
  /** A prompt without versions. */
  noVersions: string
  /** A project without datasets. */
  noDatasets: string
  /** The prompts or versions can't be fetched, and the field is one for an ID. */
  promptsFailed: string
  /** The datasets can't be fetched, and the field is one for an ID. */
  datasetsFailed: string
  /** Only some of the options could be fetched. */
  optionsIncomplete: string
  /** The field that filters the options of another one. */
  search: (field: string) => string
  /** No option matches the search. */
  noMatches: string
  /** The button that shows the messages of the chosen version. */
  showPrompt: string
  /** Before the names of the inputs of a dataset. */
  inputs: string
  /** Variables of the prompt that the dataset does not fill. */
  missingInputs: (names: string) => string
  /** Inputs of the dataset that the prompt does not use. */
  unusedInputs: (names: string) => string

  /** A job that was started without instructions. */
  noInstructions: string
  /** Before the options that a job was started without. */
  optionsOff: string
  /** The button that opens a form to start a job that is over again. */
  runAgain: string
  /** What is not known of a job that was started elsewhere. */
  inputUnknown: string

  /** The button that deploys the new version, after a confirmation. */
  deploy: string
  /** The same while the request is in flight. */
  deploying: string
  /** The question of the confirmation. `version` is the name of the prompt and the version; `environment` is empty before one is chosen. */
  deployQuestion: (version: string, environment: string) => string
  /** The field for the environment. */
  environment: string
  /** An account without environments. */
  noEnvironments: string
  /** The environments can't be fetched, and the field is one for a name. */
  environmentsFailed: string
  /** The button that confirms. `environment` is empty before one is chosen. */
  deployConfirm: (environment: string) => string
  /** The button that closes the confirmation. */
  deployDismiss: string
  /** After a deployment; also announced. */
  deployed: (version: string, environment: string) => string
  /** The deployment was rejected. */
  deployFailed: string
  /** It is not known whether the version was deployed. */
  mayHaveDeployed: string
}

/** The labels of `useFinishedInTitle`. */
export interface TitleLabels {
  /** The number of jobs that completed while the document was not focused, in its title. */
  completedInTitle: (count: number, formatted: string) => string
  /** The number of jobs that failed. */
  failedInTitle: (count: number, formatted: string) => string
}
