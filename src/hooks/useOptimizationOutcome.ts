'use client'

import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { OptimizationJob } from '../core/job.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import type { PromptVersion } from '../core/promptVersion.js'
import type { TestRun } from '../core/testRun.js'
import { promptVersionOptions, testRunOptions } from '../query/outcomeOptions.js'
import { IGNORED_APP_DEFAULTS } from './ignoredAppDefaults.js'
import { useRequiredContext } from './OptimizationContext.js'

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
  /** That of the job. Which of the versions it tested is what it says: see `promptVersion`. */
  testRun: TestRun
  /** That of the other version, if its ID is known. */
  otherTestRun: TestRun | null
  /** Why that of the other version could not be fetched. */
  otherError: OptimizationError | null
}

/**
 * The state returned by {@link useOptimizationOutcome}, discriminated by `kind`.
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

/** Options of {@link useOptimizationOutcome}. */
export interface UseOptimizationOutcomeOptions {
  /** The ID of the project that the job belongs to. */
  projectId: string
  /** The job. Null or undefined while there is none. */
  job: OptimizationJob | null | undefined
  /** The ID of the test run of the other version, if the app knows it: a job names only one. @default unknown */
  otherTestRunId?: string | null | undefined
  /** Whether to fetch. Without it, the outcome shows what is cached. @default true */
  enabled?: boolean | undefined
}

/**
 * Fetches what a completed job has changed in the prompt, and its test results. Nothing is fetched before the job is
 * completed; versions are fetched once, and test results until they have figures.
 *
 * @throws Error without an `OptimizationProvider`, or a `QueryClientProvider`, above it
 *
 * @example
 * const { job } = useOptimizationJob({ projectId, jobId })
 * const outcome = useOptimizationOutcome({ projectId, job })
 */
export function useOptimizationOutcome(options: UseOptimizationOutcomeOptions): OptimizationOutcome {
  const { projectId, job, otherTestRunId, enabled = true } = options
  const { client } = useRequiredContext()
  const completed = job?.phase === 'completed' ? job : null
  const { promptTemplateId = '', optimizedVersionId, originalVersionId, testRunId } = completed ?? {}
  const versionIds = optimizedVersionId && originalVersionId ? [originalVersionId, optimizedVersionId] : []
  const testRunIds = [testRunId, testRunId && otherTestRunId].filter((id) => typeof id === 'string')

  const versions = useQueries({
    queries: versionIds.map((versionId) => ({
      ...promptVersionOptions(client, { projectId, promptTemplateId, versionId }),
      ...IGNORED_APP_DEFAULTS,
      enabled,
    })),
    combine: toReads<PromptVersion>,
  })
  const testRuns = useQueries({
    queries: testRunIds.map((id) => ({
      ...testRunOptions(client, { projectId, testRunId: id, completedAt: completed?.completedAt }),
      ...IGNORED_APP_DEFAULTS,
      enabled,
    })),
    combine: toReads<TestRun>,
  })
  return useMemo(() => {
    const [original, optimized] = versions
    const [testRun, otherTestRun] = testRuns
    const changes: OutcomeHalf<PromptChanges> =
      original?.data && optimized?.data
        ? { kind: 'ready', original: original.data, optimized: optimized.data }
        : getUnready(versions)
    const tests: OutcomeHalf<TestRuns> = testRun?.data
      ? {
          kind: 'ready',
          testRun: testRun.data,
          otherTestRun: otherTestRun?.data ?? null,
          otherError: otherTestRun?.error ?? null,
        }
      : getUnready(testRun ? [testRun] : [])
    return { kind: completed ? getKind(changes.kind, tests.kind) : 'idle', changes, tests }
  }, [completed, versions, testRuns])
}

/** The result of a query, as far as the outcome depends on it. */
type Read<Data> = Pick<UseQueryResult<Data, OptimizationError>, 'data' | 'error' | 'refetch'>

// Constant, so that TanStack Query keeps the array while nothing in it changes.
function toReads<Data>(results: UseQueryResult<Data, OptimizationError>[]): Read<Data>[] {
  return results.map(({ data, error, refetch }) => ({ data, error, refetch }))
}

/** A half whose data is not complete. */
function getUnready(
  reads: readonly Read<unknown>[],
):
  | { kind: 'none' }
  | { kind: 'loading' }
  | { kind: 'error'; error: OptimizationError; refetch: () => Promise<void> } {
  if (reads.length === 0) return { kind: 'none' }
  const failed = reads.filter(({ data, error }) => error && data === undefined)
  const [first] = failed
  if (!first?.error) return { kind: 'loading' }
  const refetch = async () => void (await Promise.all(failed.map((read) => read.refetch())))
  return { kind: 'error', error: first.error, refetch }
}

function getKind(...halves: OutcomeHalf<unknown>['kind'][]): OptimizationOutcome['kind'] {
  const kinds = halves.filter((kind) => kind !== 'none')
  const failedCount = kinds.filter((kind) => kind === 'error').length
  if (failedCount > 0) return failedCount === kinds.length ? 'error' : 'partial'
  return kinds.includes('loading') ? 'loading' : 'ready'
}
