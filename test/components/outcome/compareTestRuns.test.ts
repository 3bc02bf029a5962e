import { describe, expect, it } from 'vitest'
import { compareTestRuns, getPassShare, getTotal } from '../../../src/components/outcome/compareTestRuns.js'
import type { TestCriterion } from '../../../src/outcome.js'
import { buildTestRun } from './buildTestRun.js'

const criterion = (name: string, fields: Partial<TestCriterion> = {}): TestCriterion => ({
  name,
  evaluation: 'auto',
  passed: null,
  failed: null,
  averageScore: null,
  ...fields,
})

const run = (...criteria: TestCriterion[]) => buildTestRun(criteria)

/** The change of a criterion between two test runs. */
const compareOne = (before: Partial<TestCriterion>, after: Partial<TestCriterion>) =>
  compareTestRuns(run(criterion('a', after)), run(criterion('a', before)))[0]

describe('compareTestRuns', () => {
  it('has the criteria in the order of the later run, then those that only the baseline has', () => {
    const compared = compareTestRuns(
      run(criterion('b'), criterion('a')),
      run(criterion('a'), criterion('c'), criterion('b')),
    )
    expect(compared.map(({ name }) => name)).toEqual(['b', 'a', 'c'])
    expect(compared.map(({ before }) => before?.name)).toEqual(['b', 'a', 'c'])
    expect(compared.map(({ after }) => after?.name)).toEqual(['b', 'a', undefined])
  })

  it('compares nothing that someone else evaluates', () => {
    const compared = compareTestRuns(
      run(criterion('a', { evaluation: 'human' })),
      run(criterion('a', { evaluation: 'auto' })),
    )
    expect(compared).toMatchObject([
      { name: 'a', evaluation: 'human', before: null },
      { name: 'a', evaluation: 'auto', after: null },
    ])
  })

  it('knows no change without a baseline, or without figures', () => {
    const figures = { passed: 1, failed: 1, averageScore: 1 }
    const unknown = { passChange: null, scoreChange: null }
    expect(compareTestRuns(run(criterion('a', figures)), null)).toMatchObject([{ before: null, ...unknown }])
    expect(compareOne({}, figures)).toMatchObject(unknown)
    expect(compareOne(figures, {})).toMatchObject(unknown)
    expect(compareTestRuns(run(), run(criterion('a', figures)))).toMatchObject([{ after: null, ...unknown }])
  })

  it.each([
    ['a whole number of points', [18, 6], [22, 2], 17],
    ['less as a negative number', [3, 1], [1, 3], -50],
    ['a point as such', [50, 50], [51, 49], 1],
    ['less than a point to a tenth', [500, 500], [501, 499], 0.1],
    ['hardly anything as none', [50_000, 50_000], [50_001, 49_999], 0],
  ] as const)('has the change of the share, %s', (_, before, after, passChange) => {
    const [[passedBefore, failedBefore], [passed, failed]] = [before, after]
    expect(compareOne({ passed: passedBefore, failed: failedBefore }, { passed, failed })?.passChange).toBe(
      passChange,
    )
  })

  it('has the change of the score without the noise of floating-point arithmetic', () => {
    expect(compareOne({ averageScore: 0.1 }, { averageScore: 0.3 })?.scoreChange).toBe(0.2)
    expect(compareOne({ averageScore: 4 }, { averageScore: 3.5 })?.scoreChange).toBe(-0.5)
    expect(compareOne({ averageScore: 0 }, { averageScore: 0 })?.scoreChange).toBe(0)
  })
})

it.each([
  [null, null, null],
  [criterion('a'), null, null],
  [criterion('a', { passed: 1 }), null, null],
  [criterion('a', { failed: 1 }), null, null],
  [criterion('a', { passed: 0, failed: 0 }), 0, null],
  [criterion('a', { passed: 0, failed: 2 }), 2, 0],
  [criterion('a', { passed: 3, failed: 1 }), 4, 0.75],
])('of %o the total is %s and the share %s', (each, total, share) => {
  expect(getTotal(each)).toBe(total)
  expect(getPassShare(each)).toBe(share)
})
