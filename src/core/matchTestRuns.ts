import type { OptimizationJob } from './job.js'
import type { PromptVersion } from './promptVersion.js'
import type { TestRun, TestRunSummary } from './testRun.js'

/** Both versions of a job's prompt. */
interface Versions {
  original: PromptVersion
  optimized: PromptVersion
}

/** The version that a test run says it tested; null if the names of the versions do not say which. */
export function getTestedVersion(
  testRun: Pick<TestRun, 'promptVersion'>,
  { original, optimized }: Versions,
): keyof Versions | null {
  const { promptVersion } = testRun
  if (promptVersion === null || original.versionName === optimized.versionName) return null
  if (promptVersion === original.versionName) return 'original'
  return promptVersion === optimized.versionName ? 'optimized' : null
}

/**
 * The test run of the other version: of the same prompt and made by the same job, so created during it. Null if there is none,
 * or more than one.
 */
export function findOtherTestRun(
  job: Pick<OptimizationJob, 'createdAt' | 'completedAt'>,
  testRun: TestRun,
  versions: Versions,
  candidates: readonly TestRunSummary[],
): TestRunSummary | null {
  const tested = getTestedVersion(testRun, versions)
  const others = candidates.filter(
    (other) =>
      tested !== null &&
      other.testRunId !== testRun.testRunId &&
      other.promptName === testRun.promptName &&
      getTestedVersion(other, versions) === (tested === 'original' ? 'optimized' : 'original') &&
      isDuring(other.createdAt, job),
  )
  return others.length === 1 ? (others[0] ?? null) : null
}

/** Test runs have times in whole seconds. */
function isDuring(
  time: string | null,
  { createdAt, completedAt }: Pick<OptimizationJob, 'createdAt' | 'completedAt'>,
): boolean {
  if (!time || !completedAt) return false
  const at = Date.parse(time)
  return at >= Date.parse(createdAt) - 1_000 && at <= Date.parse(completedAt)
}
