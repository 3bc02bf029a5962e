import type { TestCriterion, TestRun } from '../../core/testRun.js'

/** A criterion in one or both test runs. */
export interface CriterionComparison {
  /** The name of the criterion. Untrusted text. */
  name: string
  /** Who or what evaluates it. */
  evaluation: TestCriterion['evaluation']
  /** The figures of the baseline; null if it does not have the criterion, or is not known. */
  before: TestCriterion | null
  /** The figures of the test run; null if it does not have the criterion. */
  after: TestCriterion | null
  /**
   * The change of the share that passed, in percentage points, rounded: below one to a tenth. Null where it is not known. More is
   * better.
   */
  passChange: number | null
  /** The change of the average score; null where it is not known. Whether more is better depends on the scale. */
  scoreChange: number | null
}

/** Compares the figures of two test runs, criterion by criterion, in the order of the later one. */
export function compareTestRuns(testRun: TestRun, baseline: TestRun | null): CriterionComparison[] {
  const getKey = ({ evaluation, name }: TestCriterion) => `${evaluation} ${name}`
  const before = new Map(baseline?.criteria.map((criterion) => [getKey(criterion), criterion]))
  const after = new Map(testRun.criteria.map((criterion) => [getKey(criterion), criterion]))
  return [...new Map([...after, ...before]).entries()].map(([key, { name, evaluation }]) =>
    compareCriterion(name, evaluation, before.get(key) ?? null, after.get(key) ?? null),
  )
}

function compareCriterion(
  name: string,
  evaluation: TestCriterion['evaluation'],
  before: TestCriterion | null,
  after: TestCriterion | null,
): CriterionComparison {
  const shares = [getPassShare(before), getPassShare(after)] as const
  const scores = [before?.averageScore ?? null, after?.averageScore ?? null] as const
  return {
    name,
    evaluation,
    before,
    after,
    passChange: subtract(shares, (difference) => roundPoints(difference * 100)),
    // Without the noise of floating-point arithmetic.
    scoreChange: subtract(scores, (difference) => Number(difference.toFixed(2))),
  }
}

function subtract(
  [before, after]: readonly [number | null, number | null],
  round: (difference: number) => number,
): number | null {
  return before === null || after === null ? null : round(after - before)
}

function roundPoints(points: number): number {
  return Math.abs(points) < 1 ? Number(points.toFixed(1)) : Math.round(points)
}

/** The number of examples that a criterion has figures for; null if they are not known. */
export function getTotal(criterion: TestCriterion | null): number | null {
  if (criterion === null || criterion.passed === null || criterion.failed === null) return null
  return criterion.passed + criterion.failed
}

/** From 0 to 1; null if it is not known. */
export function getPassShare(criterion: TestCriterion | null): number | null {
  const total = getTotal(criterion)
  return total ? (criterion?.passed ?? 0) / total : null
}
