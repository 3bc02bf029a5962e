/** The step that a job on the wire is in. */
export interface WireProgress {
  /** Counts from 1. */
  step: number
  total_steps: number
  step_name: string
}

/** How much material the optimizer worked with. */
export interface WireDataSources {
  human_labels_count: number
  customer_feedback_count: number
}

/** One row of a list of jobs. */
export interface WireJobSummary {
  job_id: string
  status: string
  prompt_template_id: string
  original_version_id: string
  optimized_version_id?: string | null | undefined
  /** ISO 8601. */
  created_at: string
  /** ISO 8601. */
  completed_at?: string | null | undefined
}

/** A job as the service's status call answers it. An optional field may be null, or absent. */
export interface WireJob extends WireJobSummary {
  run_test_after_optimization: boolean
  test_run_id?: string | null | undefined
  comparison_id?: string | null | undefined
  changes_summary?: string | null | undefined
  error_message?: string | null | undefined
  data_sources_used?: WireDataSources | null | undefined
  progress?: WireProgress | null | undefined
}

/** One page of a project's jobs, newest first. */
export interface WireJobPage {
  data: WireJobSummary[]
  pagination: { page: number; page_size: number; has_next: boolean }
}

/** The answer to a start. */
export type WireStartedJob = Pick<WireJobSummary, 'job_id' | 'status' | 'created_at'>

/** The body of a start, with the service's defaults filled in. */
export interface WireStartBody {
  prompt_template_version_id: string
  dataset_id: string
  user_instructions: string | null
  use_best_practices: boolean
  use_labels: boolean
  use_customer_feedback: boolean
  run_test_after_optimization: boolean
}
