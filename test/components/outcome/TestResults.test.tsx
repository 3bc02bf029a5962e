import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type TestCriterion, TestResults, type TestResultsProps, type TestRun } from '../../../src/outcome.js'
import { buildTestRun } from './buildTestRun.js'

const criterion = (
  name: string,
  passed: number | null,
  failed: number | null,
  averageScore: number | null = null,
): TestCriterion => ({ name, evaluation: 'auto', passed, failed, averageScore })

const run = (...criteria: TestCriterion[]) =>
  buildTestRun(criteria, { promptVersion: 'v13', modelName: 'gpt-4o', sessionsCount: 24 })

const baseline = (...criteria: TestCriterion[]): TestRun => ({ ...run(...criteria), promptVersion: 'v12' })

/** The texts of the table, row by row. */
function renderResults(testRun: TestRun, props: Partial<TestResultsProps> = {}): string[][] {
  render(<TestResults testRun={testRun} locale="en" {...props} />)
  const rows = screen.queryAllByRole('row')
  return rows.map((row) => [...row.children].map(({ textContent }) => textContent ?? ''))
}

describe('TestResults', () => {
  it('renders what one test run says, and the version that it says it tested', () => {
    const rows = renderResults(
      run(criterion('Accuracy', 22, 2, 0.916), criterion('Brevity', null, null, 3.9)),
    )
    expect(rows).toEqual([
      ['Criterion', 'v13'],
      ['Accuracy by a model', '22 / 24 average 0.92'],
      ['Brevity by a model', ' average 3.9'],
    ])
    expect(screen.getByText('Version v13')).toBeVisible()
    expect(screen.getByText('24 examples')).toBeVisible()
    expect(screen.getByText('gpt-4o')).toBeVisible()
  })

  it('renders both test runs, with the change by sign and word', () => {
    const rows = renderResults(
      run(criterion('Accuracy', 22, 2), criterion('Tone', 21, 3), criterion('Safety', 6, 18)),
      {
        baseline: baseline(
          criterion('Accuracy', 18, 6),
          criterion('Tone', 21, 3),
          criterion('Safety', 12, 12),
        ),
      },
    )
    expect(rows).toEqual([
      ['Criterion', 'v12', 'v13', 'Change'],
      ['Accuracy by a model', '18 / 24', '22 / 24', '+17 pts better'],
      ['Tone by a model', '21 / 24', '21 / 24', '0 pts same'],
      ['Safety by a model', '12 / 24', '6 / 24', '−25 pts worse'],
    ])
    expect(screen.getByText('1 of 3 criteria better, 1 worse')).toBeVisible()
  })

  it('does not say whether a score that changed is better, because its scale is not known', () => {
    const rows = renderResults(run(criterion('Brevity', null, null, 3.9)), {
      baseline: baseline(criterion('Brevity', null, null, 4.2)),
    })
    expect(rows[1]).toEqual(['Brevity by a model', ' average 4.2', ' average 3.9', '−0.3 lower'])
    expect(screen.queryByText(/criteria better/)).toBeNull()
  })

  it('compares shares, also of different numbers of examples', () => {
    const rows = renderResults(run(criterion('A', 5, 5)), { baseline: baseline(criterion('A', 10, 30)) })
    expect(rows[1]).toEqual(['A by a model', '10 / 40', '5 / 10', '+25 pts better'])
  })

  it('keeps criteria without figures, and those of one run', () => {
    const rows = renderResults(run(criterion('New', 1, 1), criterion('Odd', null, 3)), {
      baseline: baseline(criterion('Old', 2, 0)),
    })
    expect(rows.slice(1)).toEqual([
      ['New by a model', 'no figures', '1 / 2', 'no figures'],
      ['Odd by a model', 'no figures', 'no figures', 'no figures'],
      ['Old by a model', '2 / 2', 'no figures', 'no figures'],
    ])
  })

  it('says a change of less than a point', () => {
    const rows = renderResults(run(criterion('A', 100, 200)), { baseline: baseline(criterion('A', 99, 201)) })
    expect(rows[1]).toEqual(['A by a model', '99 / 300', '100 / 300', '+0.3 pts better'])
  })

  it('divides by no zero', () => {
    expect(renderResults(run(criterion('A', 0, 0)), { baseline: baseline(criterion('A', 0, 0)) })[1]).toEqual(
      ['A by a model', '0 / 0', '0 / 0', 'no figures'],
    )
  })

  it.each([
    [null, 'No figures yet. A prompt without evaluation criteria gets none.'],
    ['complete', 'No evaluation criteria, so there are no figures.'],
    ['in-progress', 'The test is running.'],
    ['failed', 'The test failed.'],
  ])('says why there are no figures (%s)', (status, text) => {
    renderResults(run(), { status })
    expect(screen.getByText(text)).toBeVisible()
    expect(screen.queryByRole('table')).toBeNull()
  })
})
