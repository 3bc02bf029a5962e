import type { JobPhase } from './phase.js'

/** What names one job: the project it belongs to and its own id. */
export interface JobReference {
  /** The project, by its id (a UUID). */
  projectId: string
  /** The job, by its id (a UUID). */
  jobId: string
}

/** What a list tells of a job. */
export interface OptimizationJobSummary {
  /** The job's id (a UUID). */
  jobId: string
  /** The status in the service's own words. No list of them is published: switch on {@link phase}. */
  status: string
  /** The status folded to one of five phases. */
  phase: JobPhase
  /** The prompt template that the versions belong to. */
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
  /** How many steps there are, in the service's word. */
  totalSteps: number
  /** Untrusted text. */
  stepName: string
}

/** How much material the optimizer worked with. */
export interface DataSourcesUsed {
  /** How many labels that people gave. */
  humanLabelsCount: number
  /** How many pieces of feedback from customers. */
  customerFeedbackCount: number
}

/** One prompt optimization job: the wire's fields in camel case, absent ones as null, and its phase. */
export interface OptimizationJob extends OptimizationJobSummary {
  /** Whether the job was asked to test the new version and compare it with the old one. */
  runTestAfterOptimization: boolean
  /** Set when the job is complete, if it was asked to run a test. */
  testRunId: string | null
  /** Set when the job is complete, if it was asked to run a test. */
  comparisonId: string | null
  /** What the optimizer changed. Written by a language model, often as Markdown: untrusted text. */
  changesSummary: string | null
  /** Why the job failed. Untrusted text. */
  errorMessage: string | null
  /** How much material the optimizer worked with. Null is unknown, which is not zero. */
  dataSourcesUsed: DataSourcesUsed | null
  /** The step that the job is in, or was last in. Null while the service names none. */
  progress: JobProgress | null
}

/** One page of a project's jobs, newest first. */
export interface OptimizationJobPage {
  /** The jobs of the page, newest first. */
  jobs: OptimizationJobSummary[]
  /** Counts from 1. */
  page: number
  /** How many jobs a page holds at most. */
  pageSize: number
  /** Whether there is another page. */
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
  /** Wishes in words, for the optimizer. @default none */
  userInstructions?: string | null | undefined
  /** Whether the optimizer follows best practices. @default true */
  useBestPractices?: boolean | undefined
  /** Whether the optimizer learns from labels that people gave. @default true */
  useLabels?: boolean | undefined
  /** Whether the optimizer learns from feedback of customers. @default true */
  useCustomerFeedback?: boolean | undefined
  /** Whether to test the new version and compare it with the old one. @default true */
  runTestAfterOptimization?: boolean | undefined
}

/** Which of a project's jobs a list holds. */
export interface JobListFilter {
  /** The project, by its id. */
  projectId: string
  /** Only jobs with this status, in the service's words. @default jobs of any status */
  status?: string | undefined
  /** How many jobs a page holds. @default what the service chooses, which is 30 */
  pageSize?: number | undefined
}
