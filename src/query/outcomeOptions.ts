import {
  type DataTag,
  type QueryKey,
  type QueryState,
  queryOptions,
  type UnusedSkipTokenOptions,
} from '@tanstack/react-query'
import type { ListInput } from '../core/catalog.js'
import type { OptimizationClient } from '../core/createOptimizationClient.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import { getPromptVersion, getTestRun, listTestRuns } from '../core/outcomeReads.js'
import type { PromptVersion, PromptVersionReference } from '../core/promptVersion.js'
import type { TestRun, TestRunPage, TestRunReference, TestRunSummary } from '../core/testRun.js'
import { outcomeKeys } from './outcomeKeys.js'
import { READ_RETRY } from './readRetry.js'

/** The TanStack Query options of a read. `Key` is its query key, from {@link outcomeKeys}. */
export type OutcomeQueryOptions<Data, Key extends QueryKey> = UnusedSkipTokenOptions<
  Data,
  OptimizationError,
  Data,
  Key
> & { queryKey: DataTag<Key, Data, OptimizationError> }

/**
 * The TanStack Query options of a prompt version. A version never changes, so it is fetched once, and stays fresh. They work
 * with `useQuery`, `useSuspenseQuery`, `useQueries`, `prefetchQuery` and hydration.
 *
 * @example
 * const { data } = useQuery(promptVersionOptions(client, { projectId, promptTemplateId, versionId }))
 */
export function promptVersionOptions(
  client: OptimizationClient,
  version: PromptVersionReference,
): OutcomeQueryOptions<PromptVersion, ReturnType<typeof outcomeKeys.promptVersion>> {
  return queryOptions<
    PromptVersion,
    OptimizationError,
    PromptVersion,
    ReturnType<typeof outcomeKeys.promptVersion>
  >({
    ...READ_RETRY,
    queryKey: outcomeKeys.promptVersion(version),
    queryFn: ({ signal }) => getPromptVersion(client, version, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

const FIGURES_POLL_INTERVAL_MS = 5_000
const MAX_FIGURES_POLLS = 6
// Figures that are not there after this time are not coming.
const FIGURES_TIMEOUT_MS = 10 * 60_000

/** Options of {@link testRunOptions}. */
export interface TestRunOptions extends TestRunReference {
  /**
   * When the job finished: UTC, ISO 8601. Until ten minutes later, a test run without figures is fetched up to six more times,
   * every 5 s. @default a test run without figures is fetched once
   */
  completedAt?: string | null | undefined
}

/**
 * The TanStack Query options of a test run. It does not change any more once it has figures, so it is then fresh for good. They
 * work with `useQuery`, `useSuspenseQuery`, `useQueries`, `prefetchQuery` and hydration.
 *
 * @example
 * const { data } = useQuery(testRunOptions(client, { projectId, testRunId }))
 */
export function testRunOptions(
  client: OptimizationClient,
  { projectId, testRunId, completedAt }: TestRunOptions,
): OutcomeQueryOptions<TestRun, ReturnType<typeof outcomeKeys.testRun>> {
  return queryOptions<TestRun, OptimizationError, TestRun, ReturnType<typeof outcomeKeys.testRun>>({
    ...READ_RETRY,
    queryKey: outcomeKeys.testRun({ projectId, testRunId }),
    queryFn: ({ signal }) => getTestRun(client, { projectId, testRunId }, { signal }),
    staleTime: ({ state }) =>
      hasFigures(state.data) || areFiguresLate(completedAt) ? Number.POSITIVE_INFINITY : 0,
    refetchInterval: ({ state }) =>
      !state.data || hasFigures(state.data) ? false : getFiguresPollInterval(state, completedAt),
  })
}

const PAGE_STALE_TIME_MS = 30_000

/**
 * The TanStack Query options of a page of test runs, which has their status. It is fresh for 30 s, and not polled. They work with
 * `useQuery`, `useSuspenseQuery`, `prefetchQuery` and hydration.
 *
 * @example
 * const { data } = useQuery(testRunPageOptions(client, { projectId }))
 */
export function testRunPageOptions(
  client: OptimizationClient,
  input: ListInput,
): OutcomeQueryOptions<TestRunPage, ReturnType<typeof outcomeKeys.testRunPage>> {
  return queryOptions<
    TestRunPage,
    OptimizationError,
    TestRunPage,
    ReturnType<typeof outcomeKeys.testRunPage>
  >({
    ...READ_RETRY,
    queryKey: outcomeKeys.testRunPage(input),
    queryFn: ({ signal }) => listTestRuns(client, input, { signal }),
    staleTime: PAGE_STALE_TIME_MS,
  })
}

export function hasFigures(testRun: TestRun | undefined): boolean {
  return testRun !== undefined && testRun.criteria.length > 0
}

/** The interval while the figures of a job that has just completed are missing. */
function getFiguresPollInterval(
  { dataUpdateCount, errorUpdateCount }: Pick<QueryState, 'dataUpdateCount' | 'errorUpdateCount'>,
  completedAt: string | null | undefined,
): number | false {
  const isOver = dataUpdateCount + errorUpdateCount > MAX_FIGURES_POLLS || areFiguresLate(completedAt)
  return isOver ? false : FIGURES_POLL_INTERVAL_MS
}

/**
 * The interval of the page that has the status of a test run: that of the test run while its figures are missing, and once more
 * if its status is older than they are. Not by the updates of the page, which other jobs share.
 */
export function getStatusPollInterval(
  page: QueryState<TestRunPage, OptimizationError>,
  testRun: QueryState<TestRun, OptimizationError> | undefined,
  completedAt: string | null | undefined,
): number | false {
  if (!page.data || !testRun?.data) return false
  if (!hasFigures(testRun.data)) return getFiguresPollInterval(testRun, completedAt)
  const isOlder = Math.max(page.dataUpdatedAt, page.errorUpdatedAt) < testRun.dataUpdatedAt
  const status = findStatus(page.data.testRuns, testRun.data.testRunId)
  const isOutdated = isOlder && (status === undefined || status === 'in-progress')
  return isOutdated && !areFiguresLate(completedAt) ? FIGURES_POLL_INTERVAL_MS : false
}

/** Undefined if the test run is not listed. */
export function findStatus(
  testRuns: readonly TestRunSummary[],
  testRunId: string,
): string | null | undefined {
  return testRuns.find((listed) => listed.testRunId === testRunId)?.status
}

function areFiguresLate(completedAt: string | null | undefined): boolean {
  return !completedAt || Date.now() - Date.parse(completedAt) > FIGURES_TIMEOUT_MS
}
