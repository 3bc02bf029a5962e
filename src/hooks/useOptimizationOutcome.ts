'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { OptimizationJob } from '../core/job.js'
import { findOtherTestRun, getTestedVersion } from '../core/matchTestRuns.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import type { TestRun, TestRunSummary } from '../core/testRun.js'
import { outcomeKeys } from '../query/outcomeKeys.js'
import {
  findStatus,
  getStatusPollInterval,
  hasFigures,
  promptVersionOptions,
  testRunOptions,
  testRunPageOptions,
} from '../query/outcomeOptions.js'
import { IGNORED_APP_DEFAULTS } from './ignoredAppDefaults.js'
import { useRequiredContext } from './OptimizationContext.js'
import type { OptimizationOutcome, OutcomeHalf, PromptChanges, TestRuns } from './OptimizationOutcome.js'
import { type Read, useReads } from './useReads.js'

/** Options of {@link useOptimizationOutcome}. */
export interface UseOptimizationOutcomeOptions {
  /** The ID of the project that the job belongs to. */
  projectId: string
  /** The job. Null or undefined while there is none. */
  job: OptimizationJob | null | undefined
  /**
   * The ID of the test run of the other version: a job names only one. Null does not look for it.
   *
   * @default the one in the newest 100 test runs that was created during the job, of the same prompt and the other version
   */
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
  const queryClient = useQueryClient()
  const completed = job?.phase === 'completed' ? job : null
  const {
    promptTemplateId = '',
    optimizedVersionId,
    originalVersionId,
    testRunId,
    completedAt,
  } = completed ?? {}
  // Once if they are the same: TanStack Query warns of duplicate queries.
  const versionIds =
    optimizedVersionId && originalVersionId ? [...new Set([originalVersionId, optimizedVersionId])] : []

  const versions = useReads(
    versionIds.map((versionId) => promptVersionOptions(client, { projectId, promptTemplateId, versionId })),
    enabled,
  )
  const changes = useMemo((): OutcomeHalf<PromptChanges> => {
    const [original, optimized = original] = versions
    if (!original?.data || !optimized?.data) return getUnready(versions)
    return { kind: 'ready', original: original.data, optimized: optimized.data }
  }, [versions])

  const toTestRunOptions = (id: string | null | undefined) =>
    id ? [testRunOptions(client, { projectId, testRunId: id, completedAt })] : []
  const testRuns = useReads(toTestRunOptions(testRunId), enabled)
  const testRun = testRuns[0]?.data
  const testedVersion = testRun && changes.kind === 'ready' ? getTestedVersion(testRun, changes) : null
  const isComplete = hasFigures(testRun)
  const mayHaveOther = otherTestRunId === undefined && optimizedVersionId !== originalVersionId
  const { data: page, isLoading: isLoadingPage } = useQuery({
    ...testRunPageOptions(client, { projectId, pageSize: TEST_RUN_PAGE_SIZE }),
    ...IGNORED_APP_DEFAULTS,
    // It has the other test run, and the status, which explains why there are no figures.
    enabled: enabled && Boolean(testRunId) && (mayHaveOther || (testRun !== undefined && !isComplete)),
    refetchInterval: ({ state }) =>
      testRunId
        ? getStatusPollInterval(
            state,
            queryClient.getQueryState(outcomeKeys.testRun({ projectId, testRunId })),
            completedAt,
          )
        : false,
  })
  const candidates = page?.testRuns ?? NO_TEST_RUNS
  const foundTestRunId =
    otherTestRunId === undefined && testRun && completed && changes.kind === 'ready'
      ? findOtherTestRun(completed, testRun, changes, candidates)?.testRunId
      : null
  const [other] = useReads(toTestRunOptions(testRun && (otherTestRunId ?? foundTestRunId)), enabled)
  // It is found by the names of the versions.
  const isFindingOther = isLoadingPage || (mayHaveOther && changes.kind === 'loading')
  const getStatus = (run: TestRun | undefined) => (run && findStatus(candidates, run.testRunId)) ?? null
  const status = getStatus(testRun)
  const otherStatus = getStatus(other?.data)

  const tests = useMemo((): OutcomeHalf<TestRuns> => {
    if (!testRun) return getUnready(testRuns)
    const otherTestRun = other?.data ?? null
    return {
      kind: 'ready',
      testRun,
      testedVersion,
      status,
      otherTestRun,
      otherStatus,
      isLoadingOther: isFindingOther || (other !== undefined && !other.data && !other.error),
      otherError: otherTestRun ? null : (other?.error ?? null),
    }
  }, [testRuns, testRun, testedVersion, status, isFindingOther, other, otherStatus])
  return useMemo(
    () => ({ kind: completed ? getKind(changes.kind, tests.kind) : 'idle', changes, tests }),
    [completed, changes, tests],
  )
}

// The most that the service's own client fetches.
const TEST_RUN_PAGE_SIZE = 100
const NO_TEST_RUNS: readonly TestRunSummary[] = []

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
