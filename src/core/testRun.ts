/** Identifies a test run. A job has its ID as `testRunId`. */
export interface TestRunReference {
  /** The project's ID (a UUID). */
  projectId: string
  /** The test run's ID (a UUID). */
  testRunId: string
}

/** Who or what evaluates a criterion: people, a model, or the app. */
export type TestEvaluation = 'human' | 'auto' | 'client'

/** The figures of a criterion. What has another shape, or is left out, is null. */
export interface TestCriterion {
  /** The name of the criterion. Untrusted text. */
  name: string
  /** Who or what evaluates it. */
  evaluation: TestEvaluation
  /** The number of examples that passed. */
  passed: number | null
  /** The number of examples that failed. */
  failed: number | null
  /** The average score. Its scale is not known: it may be 0 to 1, 1 to 5, or another. */
  averageScore: number | null
}

/** A test run of a prompt version on a dataset. What the service leaves out is null. */
export interface TestRun {
  /** The test run's ID (a UUID). */
  testRunId: string
  /** Untrusted text. */
  name: string | null
  /** Untrusted text. */
  description: string | null
  /** UTC, ISO 8601. */
  createdAt: string | null
  /** The name of the prompt. */
  promptName: string | null
  /** The version of the prompt that it says it tested. */
  promptVersion: string | null
  /** The model. */
  modelName: string | null
  /** The number of examples. */
  sessionsCount: number | null
  /** The criteria with their figures. Empty before there are any, and without evaluation criteria. */
  criteria: readonly TestCriterion[]
}

/** A test run in a list, which has a status and no figures. */
export interface TestRunSummary extends Omit<TestRun, 'criteria' | 'modelName'> {
  /** `complete`, `in-progress` or `failed`, as reported. */
  status: string | null
}

/** One page of a project's test runs. */
export interface TestRunPage {
  /** The test runs of the page, newest first. */
  testRuns: readonly TestRunSummary[]
  /** Whether there is another page. */
  hasNext: boolean
}
