import type { JobPhase } from './phase.js'

/** What names one job: the project it belongs to and its own id. */
export interface JobReference {
  projectId: string
  jobId: string
}

/** What a list tells of a job. */
export interface OptimizationJobSummary {
  jobId: string
  /** The status in the service's own words. No list of them is published: switch on {@link phase}. */
  status: string
  /** The status folded to one of five phases. */
  phase: JobPhase
  promptTemplateId: string
  /** The prompt version that the job set out to improve. */
  originalVersionId: string
  /** The prompt version that the job made; set when it is complete. */
  optimizedVersionId: string | null
  /** UTC, ISO 8601. */
  createdAt: string
  /** UTC, ISO 8601; set when the job is over. */
  completedAt: string | null
}

/** The step a job is in. */
export interface JobProgress {
  /** Counts from 1. Nothing keeps it within {@link totalSteps}: it is the service's word. */
  step: number
  totalSteps: number
  /** Untrusted text. */
  stepName: string
}

/** How much material the optimizer worked with. */
export interface DataSourcesUsed {
  humanLabelsCount: number
  customerFeedbackCount: number
}

/** One prompt optimization job: the wire's fields in camel case, absent ones as null, and its phase. */
export interface OptimizationJob extends OptimizationJobSummary {
  runTestAfterOptimization: boolean
  /** Set when the job is complete, if it was asked to run a test. */
  testRunId: string | null
  /** Set when the job is complete, if it was asked to run a test. */
  comparisonId: string | null
  /** What the optimizer changed. Written by a language model, often as Markdown: untrusted text. */
  changesSummary: string | null
  /** Why the job failed. Untrusted text. */
  errorMessage: string | null
  /** Null is unknown, which is not zero. */
  dataSourcesUsed: DataSourcesUsed | null
  progress: JobProgress | null
}

/** One page of a project's jobs, newest first. */
export interface OptimizationJobPage {
  jobs: OptimizationJobSummary[]
  /** Counts from 1. */
  page: number
  pageSize: number
  hasNext: boolean
}

/** The service's answer to a start. */
export type StartedOptimizationJob = Pick<OptimizationJobSummary, 'jobId' | 'status' | 'phase' | 'createdAt'>

/** What a job is asked to do. */
export interface StartOptimizationJobInput {
  /** The prompt version to improve (a UUID). */
  promptTemplateVersionId: string
  /** The dataset to improve it on (a UUID). */
  datasetId: string
  /** Wishes in words, for the optimizer. */
  userInstructions?: string | null | undefined
  /** @default true */
  useBestPractices?: boolean | undefined
  /** @default true */
  useLabels?: boolean | undefined
  /** @default true */
  useCustomerFeedback?: boolean | undefined
  /** Whether to test the new version and compare it with the old one. @default true */
  runTestAfterOptimization?: boolean | undefined
}
