import type { OptimizationError } from '../core/OptimizationError.js'
import type { PromptVersion } from '../core/promptVersion.js'
import type { TestRun } from '../core/testRun.js'

/** A half of the outcome: the changes, or the test. */
export type OutcomeHalf<Data> =
  /** The job has none. */
  | { kind: 'none' }
  | { kind: 'loading' }
  | ({ kind: 'ready' } & Data)
  /** `refetch` fetches what failed again; it never rejects. */
  | { kind: 'error'; error: OptimizationError; refetch: () => Promise<void> }

/** Both versions of the prompt. */
export interface PromptChanges {
  /** The version to improve. */
  original: PromptVersion
  /** The version that the job created. It is the same if the job changed nothing. */
  optimized: PromptVersion
}

/** The test runs of the versions. */
export interface TestRuns {
  /** That of the job. */
  testRun: TestRun
  /** The version that it says it tested; null if the names of the versions do not say which. */
  testedVersion: keyof PromptChanges | null
  /** Its status in the list of test runs: `complete`, `in-progress`, `failed`; null if it is not known. */
  status: string | null
  /** That of the other version; null if it is not known. */
  otherTestRun: TestRun | null
  /** Its status in the list of test runs; null if it is not known. */
  otherStatus: string | null
  /** Whether that of the other version is being looked for. */
  isLoadingOther: boolean
  /** Why that of the other version could not be fetched. */
  otherError: OptimizationError | null
}

/**
 * The state returned by `useOptimizationOutcome`, discriminated by `kind`.
 *
 * - `idle`: the job is not completed, or there is none.
 * - `loading`: a half is loading, and none has failed.
 * - `ready`: both halves are ready, or the job has only one.
 * - `partial`: a half has failed; the other is ready or loading.
 * - `error`: both halves have failed, or the only one.
 */
export interface OptimizationOutcome {
  /** See {@link OptimizationOutcome}. */
  kind: 'idle' | 'loading' | 'ready' | 'partial' | 'error'
  /** What changed in the prompt. */
  changes: OutcomeHalf<PromptChanges>
  /** Whether it is better. */
  tests: OutcomeHalf<TestRuns>
}
