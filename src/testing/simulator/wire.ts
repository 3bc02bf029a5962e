/** The progress of a job, as JSON. */
export interface WireProgress {
  /** The current step, counted from 1. */
  step: number
  /** The number of steps. */
  total_steps: number
  /** The step's name. */
  step_name: string
}

/** The numbers of data items that the optimizer used, as JSON. */
export interface WireDataSources {
  /** The number of human labels. */
  human_labels_count: number
  /** The number of customer feedback items. */
  customer_feedback_count: number
}

/** A job in a list, as JSON. */
export interface WireJobSummary {
  /** A UUID. */
  job_id: string
  /** The raw status. */
  status: string
  /** A UUID. */
  prompt_template_id: string
  /** The ID of the version to improve: a UUID. */
  original_version_id: string
  /** The ID of the version that the job created: a UUID, set when it has completed. */
  optimized_version_id?: string | null | undefined
  /** ISO 8601. */
  created_at: string
  /** ISO 8601; set when the job is over. */
  completed_at?: string | null | undefined
}

/** A job, as JSON. Optional fields may be null or absent. */
export interface WireJob extends WireJobSummary {
  /** Whether the job runs a test. */
  run_test_after_optimization: boolean
  /** A UUID, set when the job has completed, if it runs a test. */
  test_run_id?: string | null | undefined
  /** A UUID, set when the job has completed, if it runs a test. */
  comparison_id?: string | null | undefined
  /** What the optimizer changed. */
  changes_summary?: string | null | undefined
  /** Why the job failed. */
  error_message?: string | null | undefined
  /** The numbers of data items that the optimizer used. */
  data_sources_used?: WireDataSources | null | undefined
  /** The current step. */
  progress?: WireProgress | null | undefined
}

/** The response of `startJob`, as JSON. */
export type WireStartedJob = Pick<WireJobSummary, 'job_id' | 'status' | 'created_at'>

/** The body of `startJob` with the service's defaults. */
export interface WireStartBody {
  /** The ID of the version to improve: a UUID. */
  prompt_template_version_id: string
  /** A UUID. */
  dataset_id: string
  /** Instructions for the optimizer. */
  user_instructions: string | null
  /** Whether the optimizer follows best practices. */
  use_best_practices: boolean
  /** Whether the optimizer uses human labels. */
  use_labels: boolean
  /** Whether the optimizer uses customer feedback. */
  use_customer_feedback: boolean
  /** Whether to test the new version and compare it with the original. */
  run_test_after_optimization: boolean
}

/** A message of a prompt, or the place of the conversation so far, as JSON. */
export type WirePromptMessage = { role: string; content: unknown } | { kind: string }

/** A version of a prompt, as JSON. */
export interface WirePromptVersion {
  /** A UUID. */
  prompt_template_id: string
  /** A UUID. */
  prompt_template_version_id: string
  /** The name of the prompt. */
  prompt_template_name: string
  /** The name of the version. */
  version_name: string | null
  /** The description of the version. */
  version_description: string | null
  /** The model and its parameters. */
  metadata: { provider: string; flavor: string; model: string; params: Record<string, unknown> }
  /** The version of this format. */
  format_version: string
  /** The project's ID: a UUID. */
  project_id: string
  /** The messages. */
  content: readonly WirePromptMessage[]
  /** The schema of the tools. */
  tool_schema: readonly unknown[] | null
  /** The schema of the output. */
  output_schema: Record<string, unknown> | null
}

/** A test run in a list, as JSON. */
export interface WireTestRunSummary {
  /** A UUID. */
  id: string
  /** The name. */
  name: string
  /** The description. */
  description: string
  /** In seconds since the epoch. */
  created_at: number
  /** The name of the prompt. */
  prompt_name: string
  /** The name of the version that was tested. */
  prompt_version: string
  /** The number of examples. */
  sessions_count: number
  /** `complete`, `in-progress` or `failed`; not in the response of `getTestRun`. */
  status?: string | undefined
}

/** A test run, as JSON. */
export interface WireTestRun extends WireTestRunSummary {
  /** The model. */
  model_name: string
  /** The figures of each criterion, by its name. */
  summary_statistics: Record<'human_evaluation' | 'auto_evaluation' | 'client_evaluation', unknown> | null
}

/** A page of a list, as JSON. */
export interface WirePage<Row> {
  /** The rows. */
  data: readonly Row[]
  /** The page, counted from 1, its maximum number of rows, and whether another page follows. */
  pagination: { page: number; page_size: number; has_next: boolean }
}

/** A page of a project's test runs, as JSON. */
export interface WireTestRunPage extends Pick<WirePage<never>, 'pagination'> {
  /** The rows, newest first. */
  test_runs: WireTestRunSummary[]
}

/** A prompt, as JSON. */
export interface WirePromptTemplate {
  /** A UUID. */
  id: string
  /** The name. */
  name: string
  /** The ID of its latest version: a UUID. */
  latest_template_version_id: string | null
}

/** A dataset, as JSON. */
export interface WireDataset {
  /** A UUID. */
  id: string
  /** The name. */
  name: string
  /** The description. */
  description: string | null
  /** The names of the inputs of each example. */
  input_names: readonly string[]
  /** The names of the inputs that are no text. */
  media_input_names: readonly string[]
  /** Whether its examples have a conversation so far. */
  support_history: boolean
}

/** An environment of the account, as JSON. */
export interface WireEnvironment {
  /** A UUID. */
  id: string
  /** The name. */
  name: string
}
