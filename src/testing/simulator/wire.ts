/** The step that a job on the wire is in. */
export interface WireProgress {
  /** Counts from 1. */
  step: number
  /** How many steps there are. */
  total_steps: number
  /** What the step is called. */
  step_name: string
}

/** How much material the optimizer worked with. */
export interface WireDataSources {
  /** How many labels that people gave. */
  human_labels_count: number
  /** How many pieces of feedback from customers. */
  customer_feedback_count: number
}

/** One row of a list of jobs. */
export interface WireJobSummary {
  /** A UUID. */
  job_id: string
  /** In the service's own words. */
  status: string
  /** A UUID. */
  prompt_template_id: string
  /** The version to improve: a UUID. */
  original_version_id: string
  /** The version that the job made: a UUID, set when it is complete. */
  optimized_version_id?: string | null | undefined
  /** ISO 8601. */
  created_at: string
  /** ISO 8601; set when the job is over. */
  completed_at?: string | null | undefined
}

/** A job as the service's status call answers it. An optional field may be null, or absent. */
export interface WireJob extends WireJobSummary {
  /** Whether the job was asked to run a test. */
  run_test_after_optimization: boolean
  /** A UUID, set when the job is complete, if it was asked to run a test. */
  test_run_id?: string | null | undefined
  /** A UUID, set when the job is complete, if it was asked to run a test. */
  comparison_id?: string | null | undefined
  /** What the optimizer changed. */
  changes_summary?: string | null | undefined
  /** Why the job failed. */
  error_message?: string | null | undefined
  /** How much material the optimizer worked with. */
  data_sources_used?: WireDataSources | null | undefined
  /** The step that the job is in. */
  progress?: WireProgress | null | undefined
}

/** One page of a project's jobs, newest first. */
export interface WireJobPage {
  /** The rows. */
  data: WireJobSummary[]
  /** Which page it is, counted from 1, how many rows it may hold, and whether another follows. */
  pagination: { page: number; page_size: number; has_next: boolean }
}

/** The answer to a start. */
export type WireStartedJob = Pick<WireJobSummary, 'job_id' | 'status' | 'created_at'>

/** The body of a start, with the service's defaults filled in. */
export interface WireStartBody {
  /** The version to improve: a UUID. */
  prompt_template_version_id: string
  /** A UUID. */
  dataset_id: string
  /** Wishes in words. */
  user_instructions: string | null
  /** Whether the optimizer follows best practices. */
  use_best_practices: boolean
  /** Whether the optimizer learns from labels that people gave. */
  use_labels: boolean
  /** Whether the optimizer learns from feedback of customers. */
  use_customer_feedback: boolean
  /** Whether to test the new version and compare it with the old one. */
  run_test_after_optimization: boolean
}
