'use client'

import { forwardRef, type ReactElement, useId } from 'react'
import type { TestRun } from '../../core/testRun.js'
import type { LocalizationProps } from '../../hooks/useLabels.js'
import { type PartProps, renderElement } from '../shared/renderElement.js'
import { type CriterionComparison, compareTestRuns } from './compareTestRuns.js'
import { TestResultsContent } from './TestResultsContent.js'
import { useOutcomeLabels } from './useOutcomeLabels.js'

/** Props of {@link TestResults}, in addition to those of a `section`. */
export interface TestResultsProps
  extends PartProps<'section', readonly CriterionComparison[]>,
    LocalizationProps {
  /** The test run. */
  testRun: TestRun
  /** The test run of the version before, if it is known. @default the figures of one test run */
  baseline?: TestRun | null | undefined
  /** The status of the test run in `listTestRuns`, if it is known: a single test run has none. @default unknown */
  status?: string | null | undefined
}

/**
 * Renders the figures of a test run by criterion and, beside those of a baseline, what is better and what is worse. It takes
 * test runs and never fetches.
 *
 * @example
 * const { tests } = useOptimizationOutcome({ projectId, job })
 * if (tests.kind !== 'ready') return null
 * return <TestResults testRun={tests.testRun} />
 */
export const TestResults = /* @__PURE__ */ forwardRef<HTMLElement, TestResultsProps>(function TestResults(
  { testRun, baseline = null, status, labels: labelsProp, locale: localeProp, ...props },
  ref,
): ReactElement {
  const { labels, locale } = useOutcomeLabels({ labels: labelsProp, locale: localeProp })
  const titleId = useId()
  const criteria = compareTestRuns(testRun, baseline)
  return renderElement(
    'section',
    { className: 'rpo-outcome rpo-results', dir: labels.direction, 'aria-labelledby': titleId },
    { ...props, ref },
    criteria,
    <TestResultsContent
      {...{ testRun, baseline, status, criteria, labels, locale }}
      heading={
        <span id={titleId} className="rpo-label">
          {labels.testResults}
        </span>
      }
    />,
  )
})
