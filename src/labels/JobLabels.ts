import type { JobPhase } from '../service/phase.js'
import type { ProblemWord } from './problemWord.js'

/** What the word for a status is chosen by: the kind of the state, or that a running job is being cancelled. */
export type StatusWord = JobPhase | 'idle' | 'loading' | 'unavailable' | 'cancelling'

/**
 * Every word that the components show or say. Numbers and durations arrive formatted for the locale; where a plural
 * depends on a number, the number comes too.
 */
export interface JobLabels {
  /** The card's title, and its name for assistive technology. */
  title: string
  status: (word: StatusWord) => string

  // Time. A moment within the last second is `justNow`; durations may end in a full stop of their own ("8 Sek.").
  ago: (duration: string) => string
  justNow: string

  // The second line of the header.
  noJob: string
  loadingJob: string
  queuedSince: (ago: string) => string
  startedSince: (ago: string) => string
  completedAfter: (duration: string, ago: string) => string
  endedAfter: (duration: string, ago: string) => string

  // Progress.
  progress: string
  waitingToStart: string
  /** While the job runs and the service names no step. */
  working: string
  stepOf: (step: string, totalSteps: string) => string
  /** The same where there is little room. */
  stepOfShort: (step: string, totalSteps: string) => string
  /** Where the count of steps cannot be right. */
  stepNumber: (step: string) => string
  /** While nothing has moved for long. */
  stalledFor: (duration: string) => string

  // Details: the steps and the ids.
  details: string
  steps: string
  /** How long a step took that was under way already when it was first seen. */
  atLeast: (duration: string) => string
  moreSteps: (count: number, formatted: string) => string
  jobId: string
  originalVersionId: string
  optimizedVersionId: string
  promptTemplateId: string
  copy: (name: string) => string
  copied: string

  // What the optimizer worked with: what stands after the figure.
  dataSources: string
  humanLabels: (count: number) => string
  customerFeedback: (count: number) => string

  // The outcome.
  summary: string
  showMore: string
  showLess: string
  results: string
  testRun: string
  comparison: string
  optimizedVersion: string
  testRunMissing: string
  failedWithoutReason: string

  // Trouble.
  /** Why nothing can be shown, or why the latest check failed, and what to do: one or two sentences. */
  problem: (word: ProblemWord, about?: 'job' | 'project') => string
  offline: string
  paused: string
  checkedAgo: (ago: string) => string
  nextCheckIn: (duration: string) => string
  checking: string
  tryNow: string
  tryAgain: string

  // Cancelling.
  cancel: string
  cancelQuestion: string
  cancelConfirm: string
  cancelKeep: string
  cancelling: string
  cancelFailed: string

  // The list of jobs.
  jobs: string
  loadingJobs: string
  noJobs: string
  /** What a row is called where the app has no name for it. */
  jobOfTemplate: (templateId: string) => string
  started: (ago: string) => string
  took: (duration: string) => string
  loadMore: string
  loadingMore: string

  // The form that starts a job.
  startJob: string
  starting: string
  jobStarted: string
  promptVersionId: string
  datasetId: string
  instructions: string
  optional: string
  options: string
  useBestPractices: string
  useLabels: string
  useCustomerFeedback: string
  runTest: string
  idInvalid: string
  startFailed: string
  /** After a start whose answer was lost: it costs money, so the person should look before trying again. */
  mayHaveStarted: string

  // Said by the live region, and not shown.
  announceStep: (title: string, position: string, stepName: string) => string
  announceStatus: (title: string, status: string) => string
}
