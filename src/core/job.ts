import type { JobPhase } from './phase.js'

/** Identifies a job. */
export interface JobReference {
  /** The project's ID (a UUID). */
  projectId: string
  /** The job's ID (a UUID). */
  jobId: string
}

/** A job in a list. */
export interface OptimizationJobSummary {
  /** The job's ID (a UUID). */
  jobId: string
  /** The raw status. The service publishes no list of values: switch on {@link phase}. */
  status: string
  /** The phase derived from the status. */
  phase: JobPhase
  /** Whether the job is active and being cancelled: by its status, or because a request to cancel it is in flight. */
  isCancelling: boolean
  /** The ID of the prompt template of both versions. */
  promptTemplateId: string
  /** The ID of the prompt version to improve. */
  originalVersionId: string
  /** The ID of the prompt version that the job created; null until it has completed. */
  optimizedVersionId: string | null
  /** UTC, ISO 8601. */
  createdAt: string
  /** UTC, ISO 8601; null until the job is over. */
  completedAt: string | null
}

/** The progress of a job. */
export interface JobProgress {
  /** The current step, counted from 1. As reported: it may exceed {@link totalSteps}. */
  step: number
  /** The number of steps, as reported. */
  totalSteps: number
  /** Untrusted text. */
  stepName: string
}

/** The numbers of data items that the optimizer used. */
export interface DataSourcesUsed {
  /** The number of human labels. */
  humanLabelsCount: number
  /** The number of customer feedback items. */
  customerFeedbackCount: number
}

/** A prompt optimization job: the API's fields in camel case, with absent ones as null, and the phase. */
export interface OptimizationJob extends OptimizationJobSummary {
  /** Whether the job tests the new version and compares it with the original. */
  runTestAfterOptimization: boolean
  /** The test run's ID; null until the job has completed, or without a test run. */
  testRunId: string | null
  /** The comparison's ID; null until the job has completed, or without a test run. */
  comparisonId: string | null
  /** What the optimizer changed. Untrusted text by a language model, often Markdown. */
  changesSummary: string | null
  /** Why the job failed. Untrusted text. */
  errorMessage: string | null
  /** The numbers of data items that were used. Null means unknown, not zero. */
  dataSourcesUsed: DataSourcesUsed | null
  /** The current or last step. Null if the service reports none. */
  progress: JobProgress | null
}

/** One page of a project's jobs, newest first. */
export interface OptimizationJobPage {
  /** The jobs of the page, newest first. */
  jobs: OptimizationJobSummary[]
  /** Counts from 1. */
  page: number
  /** The maximum number of jobs per page. */
  pageSize: number
  /** Whether there is another page. */
  hasNext: boolean
}

/** The response of `startJob`. */
export type StartedOptimizationJob = Pick<OptimizationJobSummary, 'jobId' | 'status' | 'phase' | 'createdAt'>

/** The input of a job. */
export interface StartOptimizationJobInput {
  /** The ID of the prompt version to improve (a UUID). */
  promptTemplateVersionId: string
  /** The ID of the dataset to optimize on (a UUID). */
  datasetId: string
  /** Instructions for the optimizer. @default none */
  userInstructions?: string | null | undefined
  /** Whether the optimizer follows best practices. @default true */
  useBestPractices?: boolean | undefined
  /** Whether the optimizer uses human labels. @default true */
  useLabels?: boolean | undefined
  /** Whether the optimizer uses customer feedback. @default true */
  useCustomerFeedback?: boolean | undefined
  /** Whether to test the new version and compare it with the original. @default true */
  runTestAfterOptimization?: boolean | undefined
}

/** What a job was started with: the input with its defaults. */
export interface OptimizationJobInput {
  /** The ID of the prompt version to improve. */
  promptTemplateVersionId: string
  /** The ID of the dataset to optimize on. */
  datasetId: string
  /** Instructions for the optimizer. */
  userInstructions: string | null
  /** Whether the optimizer follows best practices. */
  useBestPractices: boolean
  /** Whether the optimizer uses human labels. */
  useLabels: boolean
  /** Whether the optimizer uses customer feedback. */
  useCustomerFeedback: boolean
  /** Whether the new version is tested and compared with the original. */
  runTestAfterOptimization: boolean
}

/** Selects the jobs of a list. */
export interface JobListFilter {
  /** The project's ID. */
  projectId: string
  /** Only jobs with this raw status. @default jobs with any status */
  status?: string | undefined
  /** The number of jobs per page. @default the service's default, 30 */
  pageSize?: number | undefined
}
